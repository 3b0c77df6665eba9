"""The door in the window: scan, see, next."""
