"""The headings that are understood, and what each is taken for.

For every field the likeliest heading stands first: where a list has several, the
first wins and the others are kept as extra columns. What belongs to a buyer or an
order ("Buyer Email", "Order Name") is on none of these lists, on purpose.
"""

from collections.abc import Iterable
from functools import cache

from checkin.model.names import fold

_PERSON = ("attendee", "guest", "participant", "delegate", "ticketholder", "ticket")
"""What may stand before a heading to say that it is about the one who comes."""

_OF_A_PERSON = {
    "first_name": "first name|given name|forename|name given name|fname",
    "last_name": "last name|surname|family name|name family name|lname",
    "full_name": "full name|name|display name|name on badge|badge name",
    "email": "email|email address|mail|e mail address|email id",
    "phone": "phone|phone number|mobile|mobile number|mobile phone|cell|cell phone"
    "|telephone|tel",
    "company": "company|company name|organisation|organization|org|organisation name"
    "|organization name|employer|affiliation|institution|company organisation"
    "|company organization|workplace",
    "job_title": "job title|job role|role|position|occupation|job|job position",
}

_OTHERS = {
    "full_name": "your name|your full name|attendee|guest|participant|delegate",
    "email": "contact email|your email|your email address|work email",
    "company": "what company do you work for|which organisation are you from"
    "|which organization are you from|where do you work",
    "job_title": "what is your job title|badge title|what do you do",
    "ticket_type": "ticket type|ticket name|ticket category|type of ticket|pass type"
    "|admission type|registration type|ticket class|fee category|ticket|pass|product",
    "external_code": "barcode|barcode number|ticket barcode|ticket code|code|secret"
    "|ticket secret|qr code|ticket id|ticket number|ticket no|ticket reference"
    "|ticket ref|reference|registration id|registration number|registration code"
    "|confirmation code|api id",
    "status": "status|attendee status|registration status|ticket status"
    "|approval status|rsvp status|rsvp|guest status|booking status",
    "places": "places|number of places|number of people|party size|seats"
    "|number of guests incl you|headcount|valid tickets|quantity|qty"
    "|number of tickets|tickets",
    "pronouns": "pronouns|your pronouns|preferred pronouns",
    "payment": "payment status|financial status|payment",
    "amount_due": "amount due|balance due|amount owed|to pay",
    "first_time": "first time here|first time|first timer|first time attendee"
    "|is this your first time|new here|first visit",
    "handle": "mastodon|mastodon handle|handle|social handle|social media|social"
    "|linkedin|linkedin profile|linkedin url|bluesky|twitter|instagram",
    "plus_one": "plus one|plus one name|bringing|who are you bringing",
    "note": "notes|note|comments|comment|remarks|remark",
    "contact": "may we write to you|may we contact you|may we email you"
    "|may we add you to our mailing list|permission to contact|contact permission"
    "|contact consent|marketing consent|email consent|marketing opt in"
    "|email opt in|mailing list|newsletter|opt in|keep in touch",
    "share": "may we share your details|share my details|share details"
    "|may we share your contact details",
    "photos": "may we take your picture|photo consent|photo permission|photos",
}

SEVERAL = frozenset({"handle"})
"""Fields for which several columns may be asked, the likeliest first."""

COUNTS_ORDERS = frozenset({"quantity", "qty", "number of tickets", "tickets"})
"""How many were bought: no places where each row has a ticket of its own."""


DOUBTFUL = frozenset(
    "role|position|occupation|job|attendee|guest|participant|delegate|workplace"
    "|badge title|what do you do|ticket|pass|product|code|secret|reference|api id"
    "|registration id|seats|quantity|qty|number of tickets|tickets|payment|to pay"
    "|handle|social|social media|bringing|comment|comments|remark|remarks"
    "|mailing list|newsletter|opt in|keep in touch|photos".split("|")
)
"""Headings, simplified, that could as well mean something else: worth a look."""


def simplified(heading: str) -> str:
    """Only the folded words: "E-mail:" and "email" are one; # is the word number."""
    text = fold(heading).replace("#", " number ").replace("e-mail", "email")
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


@cache
def known() -> dict[str, tuple[str, int]]:
    """What each simplified heading means: (field, rank); the lowest rank wins."""
    words: dict[str, tuple[str, int]] = {}
    for field, headings in _OTHERS.items():
        for rank, heading in enumerate(headings.split("|")):
            words[simplified(heading)] = (field, 200 + rank)
    for field, headings in _OF_A_PERSON.items():
        for rank, heading in enumerate(headings.split("|")):
            words[simplified(heading)] = (field, 100 + rank)
            for person in _PERSON:
                key = simplified(f"{person} {heading}")
                words.setdefault(key, (field, rank))
    return {key.replace(" ", ""): value for key, value in words.items()}


def meaning(heading: str) -> tuple[str, int] | None:
    """(field, rank) of a heading, or None where it is not understood."""
    return known().get(simplified(heading).replace(" ", ""))


def recognised(cells: Iterable[str]) -> int:
    """How many different fields these cells are headings of."""
    short = (cell for cell in cells if 0 < len(cell) < 60)
    found = (meaning(cell) for cell in short)
    return len({field for field, _rank in filter(None, found)})
