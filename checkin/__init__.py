"""Checkin: the welcome desk of an event."""

__version__ = "0.1.0"
