"""May we write to you? What a guest allowed, and what a list says about it."""

from enum import StrEnum


class Purpose(StrEnum):
    """What a guest can say yes or no to."""

    CONTACT = "contact"
    """Be written to by the host after the event."""
    SHARE = "share"
    """Contact details passed on to the other guests, sponsors or co-hosts."""
    PHOTOS = "photos"
    """Appear in published pictures."""


class Answer(StrEnum):
    """What is known of a permission; silence is never a yes."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"
