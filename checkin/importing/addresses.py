"""What an e-mail address looks like: by its form alone, no network is asked."""

import re

_PLAIN = re.compile(
    r"[A-Za-z0-9_%+'-]+(\.[A-Za-z0-9_%+'-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
"""Nearly all addresses; the others are looked at more closely."""
_LONGEST = 254
"""Letters in an address, RFC 5321 (4.5.3.1.3)."""


_RECIPIENT = re.compile(r"(?:[^@<>]* <)?[^@\s<>]+@[^@\s<>]+\.\w+>?")


def is_recipient(cell: str) -> bool:
    """Whether a cell is an address, perhaps behind its name: Ann Li <ann@a.org>."""
    return _RECIPIENT.fullmatch(cell.strip()) is not None


def plausible(address: str) -> bool:
    """Whether an e-mail could be sent there, as far as its form says."""
    if len(address) > _LONGEST:
        return False
    if address.isascii() and _PLAIN.fullmatch(address):
        return True
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return False
    return True
