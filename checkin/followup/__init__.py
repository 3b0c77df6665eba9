"""Afterwards: who came, files for them, the numbers; and the list on paper before."""
