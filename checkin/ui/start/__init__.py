"""The start page: which event, or something new."""
