"""How a statement on a practice is read, one room a question.

grammar.py and verbs.py hold the words; page.py a policy with its mentions; reading.py says who does what by a verb;
objects.py with which data and whom; bounds.py under which limits; statement.py makes the claim of it. lists.py,
tables.py and nouns.py read what is said without a verb of its own."""
