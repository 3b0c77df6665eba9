"""The event file: the ledger, the tables folded from it, and what is asked of them."""
