"""What several folds have in common."""

ConflictRow = tuple[str, str, bytes, bytes]
"""(conflict, about, first entry, second entry): key, word, ids."""


def conflict_key(about: str, first: bytes, second: bytes) -> str:
    """The same on every desk: names the two entries that don't agree."""
    return f"{about}/{first.hex()}/{second.hex()}"
