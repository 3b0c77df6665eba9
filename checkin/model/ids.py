"""Identities: 16 bytes each, written as 32 hexadecimal digits for people and files."""

from collections.abc import Callable
from typing import NewType

EntryId = NewType("EntryId", bytes)
ActId = NewType("ActId", bytes)
DeskId = NewType("DeskId", bytes)
SubjectId = NewType("SubjectId", bytes)
"""Whatever an entry can be about: an attendee, a list, a source or the event."""
AttendeeId = NewType("AttendeeId", SubjectId)
ListId = NewType("ListId", SubjectId)
SourceId = NewType("SourceId", SubjectId)
EventId = NewType("EventId", SubjectId)

Random = Callable[[int], bytes]
"""Gives that many random bytes: `secrets.token_bytes`, or a seeded one in tests."""

SIZE = 16


def uuid7(unix_ms: int, random: Random) -> bytes:
    """A fresh id that sorts by time (RFC 9562, section 5.7): 16 bytes.

    48 bits of `unix_ms`, then 74 random bits between the version and variant marks.
    """
    tail = int.from_bytes(random(10), "big")
    high = 0x7000 | (tail >> 62 & 0x0FFF)
    low = 0x8000_0000_0000_0000 | (tail & 0x3FFF_FFFF_FFFF_FFFF)
    stamp = (unix_ms & 0xFFFF_FFFF_FFFF).to_bytes(6, "big")
    return stamp + (high << 64 | low).to_bytes(10, "big")


def from_hex(text: str) -> bytes | None:
    """The id written as 32 hexadecimal digits, or None where it is no id."""
    if len(text) != 2 * SIZE:
        return None
    try:
        return bytes.fromhex(text)
    except ValueError:
        return None
