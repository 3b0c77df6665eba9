"""What an event is made of, as plain values. No input or output, no clock."""
