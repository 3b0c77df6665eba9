"""An attendee's history in words, as the panel beside the list tells it."""

from itertools import count

import pytest

from checkin.model.clock import Instant
from checkin.model.entry import Entry
from checkin.model.kinds import KINDS, Kind
from checkin.model.story import Icon, tell, when_words

MAIN, WORKSHOP, GUESTS, MEMBERS = (bytes([n]) * 16 for n in range(1, 5))
LISTS = {MAIN: "Main", WORKSHOP: "Workshop", GUESTS: "guests", MEMBERS: "members"}
EVENING = 1_763_663_520_000
"""18:32 UTC."""

numbers = count(1)


def entry(kind, act=None, at=EVENING, who="Main door", **data):
    """Something that happened to somebody, later than what was made before."""
    n = next(numbers)
    own = n.to_bytes(16, "big")
    return Entry(own, act, b"desk", n, at, 0, kind, 1, b"zoe", who, data)


def listed(source=GUESTS, **fields):
    data = {"source": source.hex()} if source else {}
    return entry(Kind.ATTENDEE_LISTED, fields=fields, **data)


def corrected(**fields):
    return entry(Kind.ATTENDEE_CORRECTED, fields=fields)


def told(*entries, undone=()):
    return [line.what for line in tell(entries, frozenset(undone), LISTS)]


def one(*entries):
    """What the last entry is told as."""
    return told(*entries)[0]


def test_the_newest_stands_first_with_when_and_who():
    came = entry(Kind.CHECKIN_ADMITTED, who="Priya", list=MAIN.hex())
    first, second = tell([listed(full_name="Zoë"), came], frozenset(), LISTS)
    assert (first.what, second.what) == ("Came in at Priya", "Put on the list: guests")
    assert first.when == Instant(EVENING, 0)
    assert (first.who, first.entry, first.undone) == ("Priya", came.id, False)
    assert (first.kind_icon, second.kind_icon) == (Icon.CAME, Icon.LISTED)


@pytest.mark.parametrize(
    ("kind", "data", "words", "icon"),
    [
        (Kind.CHECKIN_ADMITTED, {"list": MAIN.hex()}, "Came in at Main door", "came"),
        (Kind.CHECKIN_ADMITTED, {"list": WORKSHOP.hex()}, "Came in at Workshop",
         "came"),
        (Kind.CHECKIN_ADMITTED, {"list": MAIN.hex(), "accepted_unpaid": True},
         "Came in at Main door, not paid yet", "came"),
        (Kind.CHECKIN_ADMITTED, {"list": MAIN.hex(), "forced": True,
         "reason": "forgot the ticket"}, "Let in anyway: forgot the ticket", "came"),
        (Kind.CHECKIN_ADMITTED, {"list": MAIN.hex(), "forced": True}, "Let in anyway",
         "came"),
        (Kind.CHECKIN_LEFT, {"list": MAIN.hex()}, "Left", "left"),
        (Kind.CHECKIN_LEFT, {"list": WORKSHOP.hex()}, "Left Workshop", "left"),
        (Kind.CHECKIN_REFUSED, {"verdict": "cancelled"}, "Not admitted: cancelled",
         "refused"),
        (Kind.CHECKIN_REFUSED, {"verdict": "hologram"}, "Not admitted", "refused"),
        (Kind.BADGE_PRINTED, {"sheet": 4, "cell": 3, "name": "Zoë"},
         "Badge printed at Main door, sheet 4, place 3", "badge"),
        (Kind.BADGE_PRINTED, {"sheet": 2, "cell": 3, "printer": "Office printer",
         "reason": "lost"}, "Badge printed at Main door (Office printer), sheet 2,"
         " place 3; again, because it was lost", "badge"),
        (Kind.BADGE_PRINTED, {"reason": "spilt coffee"},
         "Badge printed at Main door; again, (spilt coffee)", "badge"),
        (Kind.BADGE_PRINTED, {}, "Badge printed at Main door", "badge"),
        (Kind.BADGE_HANDED_OUT, {}, "Badge handed out", "handed"),
        (Kind.ATTENDEE_WITHDRAWN, {"source": GUESTS.hex()},
         "No longer on the list: guests", "withdrawn"),
        (Kind.ATTENDEE_WITHDRAWN, {"source": "ff" * 16}, "No longer on the list",
         "withdrawn"),
        (Kind.PERMISSION_GIVEN, {"purpose": "contact"},
         "Said yes to: being written to", "permission"),
        (Kind.PERMISSION_WITHDRAWN, {"purpose": "photos"},
         "Said no to: being in pictures", "permission"),
        (Kind.PERMISSION_GIVEN, {"purpose": "holograms"}, "Said yes to: holograms",
         "permission"),
        (Kind.QUESTION_ANSWERED, {"question": "size", "answer": "M"}, "size: M",
         "question"),
        (Kind.INTEREST_NOTED, {"interest": "tea"}, "Interested in: tea", "question"),
        (Kind.CODE_GIVEN, {"code": "X"}, "Badge code given", "code"),
        (Kind.CODE_REVOKED, {"code": "X"}, "Badge code replaced", "code"),
        (Kind.CONFLICT_SETTLED, {"conflict": "x"}, "Conflict settled", "corrected"),
        ("hologram.shown", {"list": 7}, "Something a newer Checkin knows", "question"),
    ],
)  # fmt: skip
def test_everything_that_can_happen_to_somebody_has_words(kind, data, words, icon):
    (line,) = tell([entry(kind, **data)], frozenset(), LISTS)
    assert (line.what, line.kind_icon) == (words, icon)


@pytest.mark.parametrize("kind", KINDS)
def test_what_an_erasure_left_of_an_entry_is_told_as_well(kind):
    assert all(told(listed(), entry(kind), entry(kind)))


def test_a_correction_says_what_it_was_before():
    zoe = listed(full_name="Zoe", email="z@a.example")
    name, company = corrected(full_name="Zoë"), corrected(company="Harbour Makers")
    assert told(zoe, name, company)[:2] == [
        "Company corrected: – → Harbour Makers",
        "Name corrected: Zoe → Zoë",
    ]
    both = corrected(company="", email="zoe@a.example")
    assert one(zoe, company, both) == (
        "E-mail corrected: z@a.example → zoe@a.example;"
        " Company corrected: Harbour Makers → –"
    )


@pytest.mark.parametrize(
    ("before", "fields", "words"),
    [
        ({"first_name": "Zoe", "last_name": "Bell"}, {"first_name": "Zoë"},
         "Name corrected: Zoe Bell → Zoë Bell"),
        ({"full_name": "Zoe Bell"}, {"first_name": "Zoë"},
         "First name corrected: – → Zoë"),
        ({"full_name": "Zoe"}, {"full_name": "زوي"},
         "Name corrected: Zoe → \u2068زوي\u2069"),
        ({}, {"first_time": True}, "First time corrected: – → yes"),
        ({"first_time": True}, {"first_time": False}, "First time corrected: yes → –"),
        ({}, {"places": 3}, "Places corrected: 1 → 3"),
        ({"status": "waitlisted"}, {"status": "registered"},
         "Registration corrected: on the waiting list → registered"),
        ({"payment": "unpaid"}, {"payment": "paid"},
         "Payment corrected: not paid yet → paid"),
        ({}, {"valid_from": EVENING},
         "Ticket counts from corrected: – → Thu 20 Nov, 18:32"),
        ({}, {"mood": "good"}, "mood corrected: – → good"),
        ({"company": "Tea"}, {"company": "Tea"}, "Corrected"),
    ],
)  # fmt: skip
def test_all_kinds_of_details_are_corrected_in_words(before, fields, words):
    assert one(listed(**before), corrected(**fields)) == words


def test_a_correction_that_does_not_count_is_no_ground_for_the_next():
    zoe, wrong = listed(full_name="Zoe"), corrected(full_name="Zog")
    right = corrected(full_name="Zoë")
    lines = tell([zoe, wrong, right], {wrong.id}, LISTS)
    assert [line.what for line in lines[:2]] == [
        "Name corrected: Zoe → Zoë",
        "Name corrected: Zoe → Zog",
    ]
    assert [line.undone for line in lines] == [False, True, False]
    assert lines[1].kind_icon is Icon.UNDONE


def test_how_somebody_came_on_the_list():
    assert one(listed()) == "Put on the list: guests"
    assert one(listed(source=b"\xff" * 16)) == "Put on the list"
    assert one(listed(source=None)) == "Put on the list by hand"
    walk_in = entry(Kind.ATTENDEE_LISTED, fields={"full_name": "Bo"}, walk_in=True)
    assert one(walk_in) == "Put on the list as a walk-in"


def test_a_newer_version_of_a_list_says_what_it_changed_whatever_the_desk_said():
    old, new = listed(company="Tea"), listed(company="Coffee", job_title="Host")
    here = corrected(company="Cocoa")
    assert one(old, here, new) == (
        "Changed by guests: Company Tea → Coffee; Job title – → Host"
    )
    assert one(old, listed(company="Tea")) == "On a newer version of guests"
    assert one(old, listed(MEMBERS, company="Tea")) == "Put on the list: members"


def test_the_code_that_comes_with_the_list_needs_no_line():
    act = b"act"
    listing = entry(Kind.ATTENDEE_LISTED, act, fields={}, source=GUESTS.hex())
    with_it = entry(Kind.CODE_GIVEN, act, code="A")
    later = entry(Kind.CODE_GIVEN, b"other", code="B")
    assert told(listing, with_it, later) == [
        "Badge code given",
        "Put on the list: guests",
    ]


def test_a_time_that_somebody_typed_is_the_time_that_counts():
    came = entry(Kind.CHECKIN_ADMITTED, list=MAIN.hex(), when=EVENING - 60_000)
    (line,) = tell([came], frozenset(), LISTS)
    assert line.when.hour_minute() == "18:31"


@pytest.mark.parametrize(
    ("ms", "offset", "words"),
    [
        (EVENING, 0, "Today 18:32"),
        (EVENING - 18 * 3_600_000, 0, "Today 00:32"),
        (EVENING - 19 * 3_600_000, 0, "Wed 19 Nov 23:32"),
        (EVENING - 19 * 3_600_000, 60, "Today 00:32"),
        (EVENING - 365 * 86_400_000, 0, "Wed 20 Nov 2024 18:32"),
    ],
)
def test_a_moment_is_said_as_people_say_it(ms, offset, words):
    assert when_words(Instant(ms, offset), Instant(EVENING, 0)) == words


def test_of_two_badges_that_count_the_older_one_is_marked():
    first, second, third = (entry(Kind.BADGE_PRINTED) for _ in range(3))
    assert told(first, second, third, undone=[third.id]) == [
        "Badge printed at Main door",
        "Badge printed at Main door",
        "Badge printed at Main door (there is a newer one)",
    ]
