"""Pure functions from the entries of one subject to the rows it has in the tables.

They look at nothing but their subject's entries and at which of them are undone.
Their order is (clock, desk, id); the result is the same on every desk.
"""
