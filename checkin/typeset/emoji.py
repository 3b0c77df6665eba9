"""Emoji that are written with several letters: families, flags, keys."""

import re
from collections.abc import Iterator

_PICTURE = "[©®\u203c-\u3299\U0001f000-\U0001f3fa\U0001f400-\U0001faff]"
_SEQUENCE = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"  # two letters: the flag of a country
    "|[0-9#*]\u20e3"  # a key
    "|\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # the flag of a part of a country
    f"|{_PICTURE}(?:\u200d{_PICTURE})+"  # joined, as a family
)
"""As in section 1.4.9 of UTS #51, without what `clean` removes."""

TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
"""Of skin: nothing that could be seen in black on white."""


def apart(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is an emoji of several letters."""
    end = 0
    for found in _SEQUENCE.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found.group(), True
        end = found.end()
    if end < len(text):
        yield text[end:], False
