"""A file of any kind becomes a table, people, a plan, and then entries."""
