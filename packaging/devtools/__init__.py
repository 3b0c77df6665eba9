"""What `packaging/dev.py` is made of: the standard library only, before any set-up."""
