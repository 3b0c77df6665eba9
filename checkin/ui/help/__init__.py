"""Help beside the page: F1 shows what belongs to where one is."""
