"""Questions about people who are there already: corrected, doubled, or come."""

import pytest
from import_cards import card, headline, imported, words_of

from checkin.store import acts
from checkin.store.eventfile import EventFile

TWICE = ("Name", "Email", "Phone", "Company")


@pytest.fixture
def corrected(look_at, write, window, known):
    """A list changes two companies that were put right at the desk."""
    known(write())
    with EventFile.join(window.session.file.place) as event:
        for guest in list(event.read.attendees()):
            if guest.name in ("Zoë Bell", "Anna Schmidt"):
                acts.correct(event, guest, {"company": "Desk"})
    rows = [("Zoë Bell", "zoe@example.org", "File"),
            ("Anna Schmidt", "anna@example.org", "File"),
            ("محمد الفارسي", "m.alfarsi@example.org", ""),
            ("Łukasz Wójcik", "lukasz@@example.org", "Tartu Robotics")]  # fmt: skip
    return look_at(write(rows=rows))


def test_what_was_corrected_at_the_desk_is_kept_or_gives_way(
    corrected, window, press, qtbot
):
    page = corrected
    asked = card(page, "conflict")
    assert words_of(asked) == ["Keep Desk", "Use File"]
    assert asked.shown.says == "Yours: Desk   File: File"
    press(page, "conflict", "Use File")
    press(page, "conflict", "Keep Desk")
    assert asked.shown.count == 0
    guests = imported(page, window, qtbot)
    found = {n: guests[n].details.company for n in ("Zoë Bell", "Anna Schmidt")}
    assert sorted(found.values()) == ["Desk", "File"]


def test_a_choice_is_changed_before_importing(corrected, window, press, qtbot):
    page = corrected
    press(page, "conflict", "Use File", everything=True)
    assert len(page.draft.wish.choices.replace) == 2
    press(page, "conflict", "Keep Desk")
    assert len(page.draft.wish.choices.replace) == 1
    assert card(page, "conflict").shown.count == 0


def test_two_who_may_be_one_stay_two_or_become_one(
    look_at, write, window, press, settled, qtbot
):
    rows = [
        ("Bob Bell", "bell@example.org", "", "Alster"),
        ("Robert Bell", "bell@example.org", "", "Alster"),
        ("Tom Reed", "tom@example.org", "", ""),
    ]
    page = look_at(write(rows=rows, header=TWICE))
    asked = card(page, "double")
    assert asked.shown.says == "Bob Bell / Robert Bell"
    assert words_of(asked) == ["Keep both", "Merge", "Show"]
    press(page, "double", "Merge")
    assert headline(page)[0] == "2 people: 2 new."
    press(page, "double", "Show")
    assert page.draft.outlook.focus == (2, 3)
    press(page, "double", "Keep both")
    assert headline(page) == ("3 people: 3 new.", "Nothing is odd")
    press(page, "double", "Merge")
    assert headline(page) == ("2 people: 2 new.", "Nothing is odd")
    assert len(imported(page, window, qtbot)) == 2


def test_who_came_according_to_the_list_stays_expected_or_counts_as_here(
    look_at, write, window, press, qtbot
):
    rows = [("Zoë Bell", "zoe@example.org", "yes"), ("Tom", "tom@example.org", "no")]
    page = look_at(write(rows=rows, header=("Name", "Email", "Checked in")))
    asked = card(page, "arrived")
    assert asked.shown.title == "Checked in already, says the list"
    assert (asked.shown.count, asked.shown.says) == (1, "1 guest")
    press(page, "arrived", "Leave as expected")
    assert headline(page)[1] == "Nothing is odd"
    press(page, "arrived", "Count as arrived")
    assert headline(page)[1] == "Nothing is odd"
    guests = imported(page, window, qtbot)
    assert len(guests["Zoë Bell"].presences) == 1
    assert not guests["Tom"].presences
