"""How a statement on where data is gets read, one room a question.

providers.py knows the companies, words.py the words; bounds.py says which words mean hosting at all; where.py which
places and providers they name; what.py what is there; rows.py reads labels, lists and tables, where no verb stands."""
