"""Words in menus."""


def literal(words: str) -> str:
    """As they are: Qt takes a single & for the mark of an access key."""
    return words.replace("&", "&&")
