"""Undoing an import: those it brought vanish, but for those who are in use by now."""

import pytest

from checkin.model.attendee import RegistrationStatus
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind

NAMES = ["Untouched", "Printed", "Corrected", "Admitted", "Left", "Asked", "Refused"]


@pytest.fixture
def imported(event):
    """What an import of one list writes: (act, {name: attendee})."""
    act, source = event.new_act(), event.new_id()
    people = {name: AttendeeId(event.new_id()) for name in NAMES}
    about = {"name": "Guests", "header": ["Table"], "header_id": "h1", "file": "g.csv"}
    with event.write(act) as write:
        for n, (name, who) in enumerate(people.items()):
            said = {
                "fields": {"full_name": name, "external_code": f"EB-{n}"},
                "source": source.hex(),
                "header_id": "h1",
                "extra": [f"Table {n}"],
            }
            write.append(
                Draft(Kind.ATTENDEE_LISTED, who, said),
                Draft(Kind.CODE_GIVEN, who, {"code": event.new_code()}),
            )
        write.append(Draft(Kind.SOURCE_IMPORTED, source, about))
    return act, people


@pytest.fixture
def used(event, imported, note):
    """The same, after the evening has begun."""
    act, people = imported
    note(event, Kind.BADGE_PRINTED, people["Printed"], name="Printed")
    fields = {"company": "Tea Ltd"}
    note(event, Kind.ATTENDEE_CORRECTED, people["Corrected"], fields=fields)
    note(event, Kind.CHECKIN_ADMITTED, people["Admitted"])
    note(event, Kind.CHECKIN_LEFT, people["Left"])
    note(event, Kind.PERMISSION_WITHDRAWN, people["Asked"], purpose="photos")
    note(event, Kind.CHECKIN_REFUSED, people["Refused"], verdict="unpaid")
    return act, people


def names(event):
    return {a.name for a in event.read.attendees("1")}


def test_an_import_that_nobody_used_vanishes_without_a_trace_in_the_tables(
    event, imported
):
    act, _ = imported
    event.undo(act)
    assert names(event) == set()
    assert event.read.tallies() == {}
    assert event.read.sources() == {}
    assert event.search("untouched") == []
    assert event.read.by_code("EB-0") == ([], False)
    assert event.check() == []


def test_those_printed_corrected_or_admitted_stay_as_withdrawn(event, used):
    act, people = used
    event.undo(act)
    kept = {"Printed", "Corrected", "Admitted", "Left", "Asked"}
    assert names(event) == kept
    for name in kept:
        guest = event.read.attendee(people[name])
        assert guest.withdrawn
        assert guest.status is RegistrationStatus.CANCELLED
        assert not guest.expected
    assert event.check() == []


def test_the_codes_of_those_who_stay_still_find_them(event, used):
    act, people = used
    ours = {name: event.read.attendee(who).code for name, who in people.items()}
    event.undo(act)
    for name in ("Printed", "Corrected", "Admitted"):
        assert event.read.by_code(ours[name]) == ([people[name]], False)
        theirs = f"eb-{NAMES.index(name)}"
        assert event.read.by_code(theirs) == ([people[name]], False)
        assert event.search(name) == [people[name]]
    assert event.read.by_code(ours["Untouched"]) == ([], False)


def test_what_was_known_of_those_who_stay_is_still_known(event, used):
    act, people = used
    event.undo(act)
    corrected = event.read.attendee(people["Corrected"])
    assert (corrected.name, corrected.details.company) == ("Corrected", "Tea Ltd")
    assert event.read.attendee(people["Admitted"]).attended
    assert event.read.attendee(people["Printed"]).printed == 1
    assert event.read.extra_of(people["Admitted"]) == {"Table": "Table 3"}


def test_who_came_still_counts_but_nobody_is_expected(event, used):
    act, _ = used
    event.undo(act)
    tallies = event.read.tallies()
    assert tallies["attended"] == 1
    assert "expected" not in tallies
    assert tallies["people"] == 5


def test_undoing_the_undo_brings_everybody_back(event, used):
    act, _ = used
    before = list(event.read.attendees("1"))
    tallies = event.read.tallies()
    undo = event.undo(act)
    event.undo(undo.id)
    assert list(event.read.attendees("1")) == before
    assert event.read.tallies() == tallies
    assert list(event.read.sources().values()) == ["Guests"]


def test_who_stays_only_for_a_print_vanishes_when_that_print_is_undone_too(
    event, imported, note
):
    act, people = imported
    printed = note(event, Kind.BADGE_PRINTED, people["Printed"])
    event.undo(act)
    assert names(event) == {"Printed"}
    event.undo(printed.id)
    assert names(event) == set()
    assert event.check() == []


def test_who_stands_on_another_list_too_goes_back_to_what_that_says(
    event, imported, note
):
    act, people = imported
    other = {"fields": {"full_name": "On Both"}, "source": event.new_id().hex()}
    note(event, Kind.ATTENDEE_LISTED, people["Untouched"], **other)
    event.undo(act)
    guest = event.read.attendee(people["Untouched"])
    assert (guest.name, guest.withdrawn) == ("On Both", False)


def test_undoing_a_second_import_gives_back_what_the_first_said(event, listed, note):
    (who,) = listed(event, "First Spelling")
    act = event.new_act()
    with event.write(act) as write:
        said = {"fields": {"full_name": "Second Spelling"}}
        write.append(Draft(Kind.ATTENDEE_LISTED, who, said))
    assert event.read.attendee(who).name == "Second Spelling"
    event.undo(act)
    assert event.read.attendee(who).name == "First Spelling"
    assert event.search("second") == []


def test_who_comes_in_after_the_import_was_undone_is_there_again_with_the_code(
    event, imported, note
):
    act, people = imported
    code = event.read.attendee(people["Untouched"]).code
    event.undo(act)
    note(event, Kind.CHECKIN_ADMITTED, people["Untouched"])
    guest = event.read.attendee(people["Untouched"])
    assert (guest.withdrawn, guest.attended) == (True, True)
    assert event.read.by_code(code) == ([guest.id], False)
    assert event.check() == []
