"""Phone numbers as machines want them, E.164: +493012345678.

What the list says is kept as it is; this is worked out when somebody asks, and is
nothing where it can't be said for sure.
"""

import re
from functools import cache

_LONGEST = 60
"""Letters; what is longer is no phone number."""
_ABROAD = re.compile(r"^\s*(?:tel:\s*)?00(?=[1-9])")
"""How most of the world dials abroad; where no country is known, 00 is a plus."""


def e164(raw: str, region: str = "") -> str:
    """The number in E.164, without an extension; empty where it can't be said.

    `region` is the country (two letters, ISO 3166) in which numbers without a country
    code are; without it only those that begin with + or 00 can be said.
    """
    if not raw or len(raw) > _LONGEST or not any(map(str.isdigit, raw)):
        return ""
    import phonenumbers

    text = raw if region else _ABROAD.sub("+", raw)
    try:
        number = phonenumbers.parse(text, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    written: str = phonenumbers.format_number(
        number, phonenumbers.PhoneNumberFormat.E164
    )
    return written


def end_of(raw: str) -> str:
    """The last nine digits: the same with a country code and without one.

    Empty where there are too few for a number.
    """
    digits = "".join(filter(str.isdigit, raw))
    return digits[-9:] if len(digits) >= 7 else ""


def region_of(timezone: str) -> str:
    """The country of a time zone, an IANA name; empty where it has none, as UTC."""
    return _countries().get(timezone, "")


@cache
def _countries() -> dict[str, str]:
    """Time zone → country, by the table that comes with the zones."""
    from importlib.resources import files

    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line[:1] != "#")
    return {row[2]: row[0] for row in rows if len(row) > 2}
