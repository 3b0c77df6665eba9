"""What people do to attendees: corrections, permissions, erasing, undoing by name."""

from random import Random

import pytest

from checkin.model.attendee import Details
from checkin.model.code import Origin
from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.store import acts
from checkin.store.errors import GuestGone
from checkin.store.eventfile import Desk, EventFile
from checkin.store.suppression import SUPPRESS_LABEL, digests


@pytest.fixture
def anna(event, listed):
    (who,) = listed(event, "Anna Schmidt", email="anna@old.example")
    return event.read.attendee(who)


@pytest.fixture
def elsewhere(event, path, clock, tmp_path):
    """The same event on another desk, and a way to bring both together."""
    copy = tmp_path / "copy.checkin"
    event.save_copy(copy)
    desk = Desk(DeskId(b"elsewhere 123456"), "Side door")
    with EventFile.open(copy, clock, desk, Random(5).randbytes) as other:

        def together():
            ours, theirs = list(event.entries()), list(other.entries())
            with event.write() as write:
                write.receive(theirs)
            with other.write() as write:
                write.receive(ours)

        yield other, together


def test_who_is_erased_is_known_by_all_addresses_they_ever_had(event, anna):
    acts.correct(event, anna, {"email": "anna@new.example"})
    acts.erase(event, event.read.attendee(anna.id))
    key = event.sub_key(SUPPRESS_LABEL)
    for address in ("anna@old.example", "anna@new.example"):
        assert event.read.suppressed(digests(key, address, "Anna Schmidt"))
    assert not event.read.suppressed(digests(key, "x@x.example", "Anna Schmidt"))


def test_an_erasure_counts_before_its_listing_arrives(event, listed, elsewhere):
    other, _together = elsewhere
    (who,) = listed(other, "Zoë Bell", email="zoe@x.example")
    stone = acts.erase(other, other.read.attendee(who))
    with event.write() as write:
        write.receive([stone])
    key = event.sub_key(SUPPRESS_LABEL)
    assert event.read.anybody_suppressed()
    assert event.read.suppressed(digests(key, "zoe@x.example", ""))
    assert event.check() == []


def test_subscribers_never_hear_more_of_the_erased_than_is_kept(event, anna):
    acts.erase(event, anna)
    heard = []
    event.subscribe(heard.append)
    with event.write() as write:
        fields = {"full_name": "Anna Schmidt"}
        kept = write.append(Draft(Kind.ATTENDEE_LISTED, anna.id, {"fields": fields}))
    assert [dict(entry.data) for entry in kept] == [{}]
    assert [dict(entry.data) for entry in heard[0].entries] == [{}]


def test_a_yes_counts_only_against_the_noes_that_it_has_heard_of(
    event, anna, elsewhere
):
    other, together = elsewhere
    contact = Purpose.CONTACT
    acts.set_permission(other, anna.id, contact, Answer.NO)
    acts.set_permission(event, anna.id, contact, Answer.NO)
    acts.set_permission(event, anna.id, contact, Answer.YES)
    assert event.read.attendee(anna.id).may(contact) is Answer.YES
    together()
    assert event.read.attendee(anna.id).may(contact) is Answer.NO
    acts.set_permission(event, anna.id, contact, Answer.YES)
    assert event.read.attendee(anna.id).may(contact) is Answer.YES
    together()
    assert other.read.attendee(anna.id).may(contact) is Answer.YES
    assert event.check() == other.check() == []


def test_two_desks_that_say_the_same_of_a_field_do_not_disagree(event, anna, elsewhere):
    other, together = elsewhere
    acts.correct(event, anna, {"email": "a@x.example", "phone": "1"})
    acts.correct(other, anna, {"email": "a@x.example"})
    together()
    assert conflicts(event) == []
    acts.correct(other, anna, {"company": "Tea"})
    acts.correct(event, anna, {"company": "Coffee"})
    together()
    assert conflicts(event) == conflicts(other) == ["correction/company"]


def conflicts(event):
    return [about for (about,) in event._conn.execute("SELECT about FROM conflicts")]


def test_what_was_typed_as_earlier_goes_back_by_just_so_much(event, anna, clock, note):
    fast = clock.ms + 3_600_000
    clock.ms = fast
    note(
        event, Kind.CHECKIN_REFUSED, anna.id, verdict="unpaid"
    )  # the ledger runs ahead
    clock.ms = fast - 3_600_000
    note(event, Kind.CHECKIN_ADMITTED, anna.id)
    clock.advance(60)
    note(event, Kind.CHECKIN_LEFT, anna.id, when=clock.ms)
    assert not event.read.attendee(anna.id).inside
    note(event, Kind.CHECKIN_ADMITTED, anna.id, when=clock.ms - 600_000)
    assert not event.read.attendee(anna.id).inside


def test_two_desks_letting_one_ticket_in_disagree_despite_a_repeat_between(
    event, anna, clock, note
):
    for data in ({}, {"repeats": True}, {}):
        clock.advance(60)
        note(event, Kind.CHECKIN_ADMITTED, anna.id, **data)
    assert conflicts(event) == ["admission"]


@pytest.fixture
def twice(event):
    """A list that was imported, and imported again with one guest changed."""
    source, people = event.new_id(), [event.new_id(), event.new_id()]
    about = {"name": "Guests", "header": [], "header_id": "h"}
    first, second = event.new_act(), event.new_act()
    codes = [event.new_code(), event.new_code()]
    for act, whom, company in ((first, people, "Tea"), (second, people[:1], "Coffee")):
        with event.write(act) as write:
            write.append(Draft(Kind.SOURCE_IMPORTED, source, about))
            for who, code in zip(whom, codes, strict=False):
                fields = {"full_name": code, "company": company}
                said = {"fields": fields, "source": source.hex()}
                write.append(Draft(Kind.ATTENDEE_LISTED, who, said))
                if act == first:
                    write.append(Draft(Kind.CODE_GIVEN, who, {"code": code}))
    return first, second, people, codes


def test_an_import_that_a_newer_version_builds_on_is_not_undone(event, twice):
    first, second, _people, _codes = twice
    before = list(event.entries())
    with pytest.raises(acts.ImportedSince):
        acts.undo_named(event, first)
    assert list(event.entries()) == before
    acts.undo_named(event, second)
    acts.undo_named(event, first)
    assert event.read.tallies() == {}


def test_a_printed_code_stays_its_guests_while_there_is_a_guest(event, twice):
    first, _second, people, codes = twice
    event.undo(first)  # as another desk may have done that knew no second version
    assert event.read.by_code(codes[0]) == ([people[0]], False)
    assert event.read.by_code(codes[1]) == ([], False)
    assert event.check() == []


def test_undoing_twice_is_told(event, anna, note):
    came = note(event, Kind.CHECKIN_ADMITTED, anna.id)
    acts.undo_named(event, came.id)
    with pytest.raises(acts.UndoneAlready):
        acts.undo_named(event, came.id)


def test_of_the_event_only_what_differs_is_written(event):
    said = {"name": "Evening", "venue": " The Quay ", "directions": "Upstairs"}
    entry = acts.set_event(event, said)
    assert entry.data["fields"] == {"venue": "The Quay", "directions": "Upstairs"}
    known = event.read.event()
    assert (known.name, known.venue) == ("Evening", "The Quay")
    assert known.directions == "Upstairs"
    before = event.read.count_entries()
    assert acts.set_event(event, said) is None
    assert event.read.count_entries() == before
    acts.undo_named(event, entry.id)
    assert event.read.event().directions == ""


@pytest.mark.parametrize("name", ["", "  "])
def test_an_event_keeps_a_name(event, name):
    with pytest.raises(acts.EventNeedsName):
        acts.set_event(event, {"name": name, "venue": "The Quay"})
    assert (event.read.event().name, event.read.event().venue) == ("Evening", "")
    with pytest.raises(ValueError, match="mood"):
        acts.set_event(event, {"mood": "good"})


def test_somebody_put_on_the_list_by_hand_is_expected(event):
    details = Details(full_name="Bo Ek", company="Lanterns", ticket_type="Guest")
    guest, act = acts.add_guest(event, details, may_contact=True)
    assert guest.details == details
    assert guest.expected
    assert not guest.walk_in
    assert guest.source is None
    assert event.codes.origin(guest.code) is Origin.OURS
    assert guest.may(Purpose.CONTACT) is Answer.YES
    assert event.read.tallies()["expected"] == 1
    event.undo(act)
    assert event.read.attendee(guest.id) is None


def test_nobody_is_put_on_the_list_without_a_name(event):
    before = event.read.count_entries()
    with pytest.raises(acts.NobodyNamed):
        acts.add_guest(event, Details(email="bo@x.example"))
    assert event.read.count_entries() == before


def test_nothing_is_put_right_of_somebody_erased_meanwhile(event, anna):
    acts.erase(event, anna)
    before = event.read.count_entries()
    with pytest.raises(GuestGone) as refused:
        acts.correct(event, anna, {"company": "Nordlicht"})
    assert refused.value.title_words() == "Anna Schmidt is not in this event any more"
    assert event.read.count_entries() == before


def test_nothing_is_put_right_of_somebody_whose_listing_was_undone(event):
    guest, act = acts.add_guest(event, Details(full_name="Ida Nordström"))
    acts.undo_named(event, act)
    with pytest.raises(GuestGone):
        acts.correct(event, guest, {"company": "Nordlicht"})
    assert event.read.attendee(guest.id) is None


def test_a_correction_that_came_in_while_one_looked_is_not_overwritten_silently(
    event, anna, elsewhere
):
    other, together = elsewhere
    looked_at = event.read.corrections_of(anna.id)
    acts.correct(other, other.read.attendee(anna.id), {"company": "Theirs"})
    together()
    acts.correct(event, anna, {"company": "Ours"}, looked_at)
    guest = event.read.attendee(anna.id)
    assert (guest.details.company, guest.conflicts) == ("Ours", 1)
