"""How a statement with an age is read, one room a question.

words.py holds the words; numbers.py says which numbers are ages of users, roles.py what each age is for, again.py which
later sentence speaks of "such children", regions.py which age of a sentence holds where; values.py what is passed on."""
