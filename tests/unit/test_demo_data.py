"""The demo evening in resources/demo is whole, invented, and as odd as promised."""

import csv
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from checkin.resources import resource

COLUMNS = [
    "First name",
    "Last name",
    "Email",
    "Company",
    "Job title",
    "Ticket type",
    "Ticket code",
    "Status",
    "First time here?",
    "Pronouns",
    "LinkedIn",
    "Mastodon",
    "Dietary",
    "Ask me about",
    "May we write to you?",
    "Plus one",
    "Notes",
]
NEEDED = {
    "scan": {"guest"},
    "scan_again": {"guest"},
    "let_in": {"guest", "by", "reason"},
    "undo": {"guest", "by", "reason"},
    "misread": {"guest"},
    "foreign": {"event"},
    "unknown": {"text"},
    "walk_in": {"name", "company", "email", "ticket_type", "may_we_write"},
}
"""The keys that each kind of step must have."""

Row = dict[str, str]
Step = dict[str, Any]


def read_rows() -> list[list[str]]:
    with resource("demo", "guests.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def read_json(name: str) -> Any:
    return json.loads(resource("demo", name).read_text(encoding="utf-8"))


def name_of(guest: Row) -> str:
    return f"{guest['First name']} {guest['Last name']}".strip()


def at(event: dict[str, Any], step: Step) -> datetime:
    """When a step happens, on the event's own clock."""
    starts = datetime.fromisoformat(event["starts"])
    return starts + timedelta(minutes=step["after_minutes"])


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    header, *cells = read_rows()
    return [dict(zip(header, row, strict=True)) for row in cells]


@pytest.fixture(scope="module")
def guests(rows: list[Row]) -> list[Row]:
    """Each guest once."""
    return list({tuple(row.values()): row for row in rows}.values())


@pytest.fixture(scope="module")
def event() -> dict[str, Any]:
    return dict(read_json("event.json"))


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    return list(read_json("arrivals.json"))


@pytest.fixture(scope="module")
def find(guests: list[Row]) -> Callable[[Step], Row]:
    """Finds the guest whom a step is about, and insists that it is one."""

    def one(step: Step) -> Row:
        found = [
            guest
            for guest in guests
            if guest["Email"].strip() == step["guest"]
            and step.get("ticket") in (None, guest["Ticket code"])
        ]
        assert len(found) == 1, f"{step} means {len(found)} guests"
        return found[0]

    return one


def play(steps: list[Step], find: Callable[[Step], Row]) -> tuple[list[Row], int]:
    """Who of the list is in after these steps, and how many walk-ins."""
    inside: dict[tuple[str, str], Row] = {}
    walk_ins = 0
    for step in steps:
        what = step["what"]
        if what == "walk_in":
            walk_ins += 1
        if "guest" not in step:
            continue
        guest = find(step)
        key = (guest["Email"], guest["Ticket code"])
        if what == "scan_again":
            assert key in inside, f"{name_of(guest)} is scanned again, but not in yet"
        elif what == "undo":
            del inside[key]
        elif what == "let_in":
            assert guest["Status"] != "registered"
            inside[key] = guest
        elif what == "scan" and guest["Status"] == "registered":
            assert key not in inside, f"{name_of(guest)} should be scan_again"
            inside[key] = guest
    return list(inside.values()), walk_ins


# The list


def test_every_row_has_a_cell_for_every_column():
    header, *cells = read_rows()
    assert header == COLUMNS
    assert {len(row) for row in cells} == {len(COLUMNS)}


def test_sixty_guests_stand_on_the_list_and_one_row_is_there_twice(rows, guests):
    assert (len(rows), len(guests)) == (61, 60)
    times = Counter(tuple(row.values()) for row in rows)
    doubled = [row[:2] for row, n in times.items() if n > 1]
    assert doubled == [("Maria", "Kowalska")]


def test_ticket_types_and_statuses_are_those_that_the_readme_counts(guests):
    types = Counter(guest["Ticket type"] for guest in guests)
    assert types == {"Member": 31, "Guest": 20, "Speaker": 4, "Staff": 5}
    statuses = Counter(guest["Status"] for guest in guests)
    assert statuses == {
        "registered": 53,
        "cancelled": 3,
        "waitlisted": 2,
        "pending": 2,
    }


@pytest.mark.parametrize("column", ["First time here?", "May we write to you?"])
def test_a_yes_or_no_question_is_answered_yes_or_no_or_not_at_all(guests, column):
    assert {guest[column] for guest in guests} <= {"Yes", "No", ""}


def test_no_cell_has_stray_spaces_but_the_one_that_is_meant_to(guests):
    stray = {
        (name_of(guest), column)
        for guest in guests
        for column, cell in guest.items()
        if cell != cell.strip()
    }
    assert stray == {("Hans Weber", "Email")}


def test_no_cell_holds_a_character_that_nobody_can_see(guests):
    for guest in guests:
        for cell in guest.values():
            odd = [c for c in cell if unicodedata.category(c) in ("Cc", "Cf", "Co")]
            assert set(odd) <= {"\n"}, (name_of(guest), odd)


def test_ticket_codes_differ_and_keep_their_leading_zero(guests):
    codes = [guest["Ticket code"] for guest in guests if guest["Ticket code"]]
    assert len(codes) == len(set(codes)) == 54
    assert all(re.fullmatch(r"0\d{9}", code) for code in codes)


def test_addresses_and_handles_belong_to_nobody(guests, steps):
    """Only the domains that RFC 2606 keeps free, so that no demo mail can arrive."""
    addresses = [guest["Email"].strip() for guest in guests if guest["Email"]]
    addresses += [step["email"] for step in steps if step.get("email")]
    for address in addresses:
        assert re.fullmatch(r"[a-z.]+@example\.(org|com|net)", address), address
    for handle in filter(None, (guest["Mastodon"] for guest in guests)):
        assert re.fullmatch(r"@[a-z]+@[a-z]+\.example\.(org|com|net)", handle), handle
    for handle in filter(None, (guest["LinkedIn"] for guest in guests)):
        assert handle.endswith("-example"), handle


def test_only_the_reeds_share_an_address(guests):
    times = Counter(guest["Email"] for guest in guests if guest["Email"])
    shared = [email for email, n in times.items() if n > 1]
    assert shared == ["reed.family@example.com"]


# The trouble in it


def test_two_guests_of_the_same_name_differ_by_company_and_ticket(guests):
    annas = [guest for guest in guests if name_of(guest) == "Anna Schmidt"]
    assert {guest["Company"] for guest in annas} == {
        "Nordlicht Energie",
        "Freelance illustrator",
    }
    assert {guest["Ticket code"][-4:] for guest in annas} == {"4471", "0913"}
    assert max(Counter(map(name_of, guests)).values()) == 2


@pytest.mark.parametrize(
    "script",
    [
        "ARABIC",
        "HEBREW",
        "CJK",
        "HIRAGANA",
        "HANGUL",
        "DEVANAGARI",
        "GREEK",
        "CYRILLIC",
    ],
)
def test_a_name_is_written_in(guests, script):
    named = [unicodedata.name(c, "") for guest in guests for c in name_of(guest)]
    assert any(name.startswith(script) for name in named)


@pytest.mark.parametrize("letter", list("ŁŹąğşıİầÞÆøöëář'’-"))
def test_a_name_holds_the_letter(guests, letter):
    letter = unicodedata.normalize("NFC", letter)
    assert any(letter in unicodedata.normalize("NFC", name_of(g)) for g in guests)


TROUBLE: dict[str, Callable[[Row], object]] = {
    "has one name only": lambda g: g["First name"] and not g["Last name"],
    "has a last name of 35 letters or more": lambda g: len(g["Last name"]) >= 35,
    "has a name of two parts and five letters": lambda g: len(name_of(g)) <= 5,
    "writes all in lower case": lambda g: name_of(g).islower(),
    "writes all in capitals": lambda g: name_of(g).isupper() and len(name_of(g)) > 5,
    "has a name that looks like a formula": lambda g: name_of(g).startswith("="),
    "has accents stored apart": lambda g: (
        unicodedata.normalize("NFC", name_of(g)) != name_of(g)
    ),
    "has a title in the first name": lambda g: g["First name"].startswith("Dr. "),
    "brings a dragon": lambda g: "cuddly-toy dragon" in g["Plus one"],
    "has no e-mail": lambda g: not g["Email"],
    "has a space behind the e-mail": lambda g: g["Email"].endswith(" "),
    "has no ticket code": lambda g: not g["Ticket code"],
    "has a comma in a cell": lambda g: "," in g["Company"],
    "has quotes in a cell": lambda g: '"' in g["Job title"],
    "has a line break in a cell": lambda g: "\n" in g["Notes"],
    "has no company": lambda g: not g["Company"],
    "has a Mastodon handle": lambda g: g["Mastodon"].startswith("@"),
    "was never asked whether we may write": lambda g: not g["May we write to you?"],
}


@pytest.mark.parametrize("trouble", TROUBLE)
def test_there_is_a_guest_who(guests, trouble):
    assert any(TROUBLE[trouble](guest) for guest in guests)


# The event


def test_the_event_is_a_thursday_evening_that_is_over(event):
    starts, ends = (datetime.fromisoformat(event[k]) for k in ("starts", "ends"))
    assert starts.strftime("%a %d %b %Y") == "Thu 23 Nov 2023"
    assert starts < ends
    assert starts.tzinfo is None, "times are local; timezone says where"
    assert event["name"] == "Autumn Networking Evening"
    assert ZoneInfo(event["timezone"]).key == "Europe/London"


def test_the_demo_clock_goes_forward(event):
    keys = [
        "list_imported",
        "badges_printed",
        "starts",
        "picture_at",
        "ends",
        "follow_up",
    ]
    times = [datetime.fromisoformat(event[key]) for key in keys]
    assert times == sorted(times)


# The script of the evening


def test_steps_come_in_the_order_of_their_time_and_before_the_end(event, steps):
    times = [at(event, step) for step in steps]
    assert times == sorted(times)
    assert times[0] >= datetime.fromisoformat(event["starts"])
    assert times[-1] <= datetime.fromisoformat(event["ends"])


def test_every_kind_of_step_happens_and_no_other(steps):
    assert {step["what"] for step in steps} == NEEDED.keys()


def test_every_step_has_the_keys_that_it_needs(steps):
    for step in steps:
        needed = NEEDED[step["what"]]
        assert needed <= step.keys(), f"{step} lacks {needed - step.keys()}"


def test_every_guest_of_a_step_is_exactly_one_on_the_list(steps, find):
    for step in steps:
        if "guest" in step:
            find(step)


def test_a_ticket_is_scanned_only_where_the_list_gave_one(steps, find):
    tickets = [find(step) for step in steps if step.get("with") == "ticket"]
    assert tickets
    assert all(guest["Ticket code"] for guest in tickets)


def test_what_is_expected_of_a_scan_follows_from_the_status_of_the_guest(steps, find):
    said = {"registered": "admitted", "pending": None}
    for step in steps:
        if step["what"] == "scan":
            status = find(step)["Status"]
            assert step.get("expect") == said.get(status, status), step


def test_forty_one_of_the_list_and_two_walk_ins_come(steps, find):
    inside, walk_ins = play(steps, find)
    assert (len(inside), walk_ins) == (41, 2)


def test_who_came_is_what_the_readme_counts(steps, find):
    came, _ = play(steps, find)
    types = Counter(guest["Ticket type"] for guest in came)
    assert types == {"Member": 22, "Guest": 12, "Speaker": 4, "Staff": 3}
    assert sum(guest["First time here?"] == "Yes" for guest in came) == 11
    answers = [guest["May we write to you?"] for guest in came]
    answers += [
        {True: "Yes", False: "No", None: ""}[step["may_we_write"]]
        for step in steps
        if step["what"] == "walk_in"
    ]
    assert Counter(answers) == {"Yes": 38, "No": 3, "": 2}


def test_at_the_time_of_the_pictures_thirty_eight_are_here(event, steps, find):
    then = datetime.fromisoformat(event["picture_at"])
    inside, walk_ins = play([s for s in steps if at(event, s) <= then], find)
    assert len(inside) + walk_ins == 38
    assert "anna@example.org" not in [guest["Email"] for guest in inside]


def test_the_wrong_anna_is_taken_back_and_the_right_one_let_in(steps, find):
    undo = next(i for i, step in enumerate(steps) if step["what"] == "undo")
    before, after = steps[undo - 1], steps[undo + 1]
    assert before["guest"] == steps[undo]["guest"] != after["guest"]
    assert name_of(find(before)) == name_of(find(after)) == "Anna Schmidt"


def test_a_contact_card_is_among_the_unknown_codes_and_too_long_to_be_kept(steps):
    texts = [step["text"] for step in steps if step["what"] == "unknown"]
    assert any(text.startswith("https://example.org/") for text in texts)
    assert any(text.startswith("BEGIN:VCARD") and len(text) > 64 for text in texts)
