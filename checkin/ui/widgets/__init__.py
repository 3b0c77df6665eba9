"""Small parts that the pages are made of; none of them knows an event."""
