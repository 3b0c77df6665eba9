"""The badge code: 20 letters that any scanner types right and only we can make.

11 random letters, 2 that tag the event, 7 of a keyed MAC. The letters are those
that come through a scanner set to a US keyboard unharmed on Latin host layouts;
see the section on the badge code in CONTRIBUTING.
"""

import hmac
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property
from hashlib import sha256

from checkin.model.ids import EventId, Random

ALPHABET = "BCDFGHJKLNPRSTVX"
LENGTH = 20
_RANDOM, _TAG, _MAC = 11, 2, 7
_LETTERS = frozenset(ALPHABET)
_HEX_TO_LETTER = str.maketrans("0123456789abcdef", ALPHABET)
_LABEL = b"badge/1"


class Origin(Enum):
    """What a text that was scanned can be, before any list is looked at."""

    OURS = auto()
    """Our tag and a MAC that fits."""
    DAMAGED = auto()
    """Our tag, but the MAC does not fit: misread, or not genuine."""
    OTHER_EVENT = auto()
    """A badge code with another event's tag."""
    NO_BADGE = auto()
    """Not a badge code at all; may still be a code that came with a list."""


def sub_key(secret: bytes, label: bytes) -> bytes:
    """The key for one use of an event's secret: 32 bytes.

    HMAC-SHA-256 of the label, so that no use can be turned into another.
    """
    return hmac.digest(secret, label, "sha256")


def normalise(text: str) -> str:
    """As printed: upper case, without the spaces and dashes of hand typing."""
    return "".join(text.split()).replace("-", "").upper()


def looks_like_code(text: str) -> bool:
    """Whether it has the form of a badge code, whoever's it is."""
    return len(text) == LENGTH and _LETTERS.issuperset(text)


def grouped(code: str) -> str:
    """In groups of four, for print and screen: BCDF GHJK LNPR STVX BCDF."""
    return " ".join(code[i : i + 4] for i in range(0, len(code), 4))


def readable(code: str) -> str:
    """Ours in groups of four, as it is read aloud; what a list brought as it is."""
    plain = normalise(code)
    return grouped(plain) if looks_like_code(plain) else code


@dataclass(frozen=True)
class BadgeCodes:
    """Makes and recognises the codes of one event."""

    event: EventId
    key: bytes = field(repr=False)
    """The event's sub-key for badges (`sub_key(secret, b"badge/1")`), 32 bytes."""

    @classmethod
    def of(cls, event: EventId, secret: bytes) -> "BadgeCodes":
        """From the secret that lies in the event file."""
        return cls(event, sub_key(secret, _LABEL))

    @cached_property
    def tag(self) -> str:
        """The 2 public letters of this event."""
        return _letters(sha256(b"tag/1" + self.event).digest(), _TAG)

    def make(self, random: Random) -> str:
        """A fresh code: 20 letters, upper case."""
        head = _letters(random(6), _RANDOM) + self.tag
        return head + self._mac(head)

    def origin(self, code: str) -> Origin:
        """What a normalised text is; takes the same time for each wrong MAC."""
        if not looks_like_code(code):
            return Origin.NO_BADGE
        head, mac = code[:-_MAC], code[-_MAC:]
        if head[_RANDOM:] != self.tag:
            return Origin.OTHER_EVENT
        genuine = hmac.compare_digest(mac, self._mac(head))
        return Origin.OURS if genuine else Origin.DAMAGED

    def _mac(self, head: str) -> str:
        message = b"\0".join((_LABEL, self.event, head.encode("ascii")))
        return _letters(hmac.digest(self.key, message, "sha256"), _MAC)


def tag_of(code: str) -> str:
    """The 2 letters that name the event of a badge code."""
    return code[_RANDOM : _RANDOM + _TAG]


def _letters(data: bytes, count: int) -> str:
    """The first `count` half-bytes, a letter each."""
    return data.hex()[:count].translate(_HEX_TO_LETTER)
