"""The law of erasure: the tombstone wins, whenever and wherever it comes."""

from histories import (
    COMMON,
    arrivals,
    desks,
    histories,
    ledger,
    receive,
    tables,
)
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checkin.model.kinds import KINDS, Kind
from checkin.store.checking import dump
from checkin.store.schema import FOLDED_TABLES

EXAMPLES = settings(max_examples=60)
ERASING = [*COMMON, Kind.ATTENDEE_ERASED, Kind.ATTENDEE_ERASED, Kind.CODE_REVOKED]


def erased_people(entries):
    return {e.subject for e in entries if e.kind == Kind.ATTENDEE_ERASED}


@EXAMPLES
@given(st.data())
def test_an_erasure_reaches_entries_that_come_before_with_and_after_it(data):
    entries = data.draw(histories(kinds=ERASING))
    assume(erased_people(entries))
    with desks(1) as (event,):
        receive(event, *data.draw(arrivals(entries)))
        for entry in ledger(event):
            if entry.subject in erased_people(entries):
                assert set(entry.data) <= set(KINDS[entry.kind].kept)
        assert event.check() == []


@EXAMPLES
@given(st.data())
def test_nothing_of_an_erased_person_stays_in_any_table(data):
    entries = data.draw(histories(kinds=ERASING))
    assume(erased_people(entries))
    with desks(1) as (event,):
        receive(event, *data.draw(arrivals(entries)))
        for person in erased_people(entries) & {row[0] for row in _people(event)}:
            (row,) = (row for row in _people(event) if row[0] == person)
            assert not {"Zoë Ångström", "Amina Diallo", "zoe@a.example"} & set(row)
            found = event.read.attendee(person)
            assert found is not None
            assert found.erased
            assert (found.name, found.codes, found.permissions) == ("", (), {})
        rows = {name: list(dump(event._conn, name)) for name in FOLDED_TABLES}
        for name in ("codes", "permissions", "conflicts"):
            assert not {row[0] for row in rows[name]} & erased_people(entries)
        assert not set(dict(tables(event)["search"])) & erased_people(entries)


@EXAMPLES
@given(st.data())
def test_what_an_erasure_left_travels_in_any_order_too(data):
    entries = data.draw(histories(kinds=ERASING))
    assume(erased_people(entries))
    with desks(2) as (first, second):
        receive(first, entries)
        for batch in data.draw(arrivals(ledger(first))):
            receive(second, batch)
            assert second.check() == []
        assert tables(second) == tables(first)
        assert ledger(second) == ledger(first)


@EXAMPLES
@given(st.data())
def test_an_erasure_can_not_be_undone(data):
    entries = data.draw(histories(kinds=ERASING))
    tombs = [e for e in entries if e.kind == Kind.ATTENDEE_ERASED]
    assume(tombs)
    with desks(2) as (kept, undone):
        receive(kept, entries)
        receive(undone, entries)
        for tomb in tombs:
            undone.undo(tomb.id)
        for person in erased_people(entries):
            assert undone.read.attendee(person) == kept.read.attendee(person)


def _people(event):
    return list(dump(event._conn, "attendees"))
