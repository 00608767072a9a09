"""
Fuzzing: whatever is in a file, privacylint answers with findings or one line, never with a traceback or without end.

`texts.py` makes inputs of a number, `layers.py` says what must hold for each part of privacylint, `__main__.py` runs so
many inputs of each (`python tests/fuzz --inputs 2000`), and `cases/<layer>/` keeps every input that once broke one.
"""
