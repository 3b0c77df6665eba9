"""Several desks, one event."""
