"""The attendees page: find people, see how they stand, put them right, add more."""
