"""Who asked to be forgotten: keyed hashes that recognise them and name nobody."""

import hmac

from checkin.model.names import fold

SUPPRESS_LABEL = b"suppress/1"
"""The use of an event's secret: `event.sub_key(SUPPRESS_LABEL)` is `event_key`."""


def digests(event_key: bytes, email: str, name: str) -> list[str]:
    """What an erasure leaves behind, and what an import asks for: hexadecimal.

    HMAC-SHA-256 of the folded e-mail address; of the folded name only where there is
    no address, since many people share a name. Empty where there is neither.
    """
    if address := fold(email):
        return [_digest(event_key, f"email/{address}")]
    called = fold(name)
    return [_digest(event_key, f"name/{called}")] if called else []


def _digest(event_key: bytes, text: str) -> str:
    return hmac.digest(event_key, text.encode("utf-8"), "sha256").hex()
