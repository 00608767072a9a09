"""How a statement on how long something is kept gets read, one room a question.

words.py holds the words; periods.py reads periods and which verb each belongs to, ends.py data that goes with an account,
forever.py what is kept without end, not at all, or by a criterion; labels.py says what stands under a label of retention;
kept.py what is kept, clock.py from when and at most or at least; lengths.py and alike.py compare."""
