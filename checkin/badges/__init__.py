"""Stock, design and attendee become PDF sheets."""
