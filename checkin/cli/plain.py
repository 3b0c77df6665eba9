"""Text for a terminal: what a name holds must not move the cursor or turn lines."""

_CONTROLS = (*range(9), *range(11, 32), *range(127, 160))
"""All but tab and new line; some terminals take those above 127 as commands too."""
_TURNS = (*range(0x202A, 0x202F), 0x2028, 0x2029)
"""They write the rest of a line from the other side, or begin a new one."""
_SEEN = {code: f"\\u{code:04x}" for code in (*_CONTROLS, *_TURNS)}


def plain(text: str) -> str:
    """The text with commands to the terminal shown as they would stand in JSON."""
    return text.translate(_SEEN)
