"""What happened last, and what undo would take back: told at once, by kind."""

import pytest

from checkin.model.attendee import Details
from checkin.model.entry import CLOCK_SHIFT, Draft
from checkin.model.kinds import Kind
from checkin.model.story import tell
from checkin.store import acts, prints, told

DOOR = (Kind.CHECKIN_ADMITTED, Kind.CHECKIN_LEFT, Kind.CHECKIN_REFUSED)
FIXED = (Kind.ATTENDEE_CORRECTED,)


@pytest.fixture
def imported(event):
    """An import after the doors opened."""
    act, source = event.new_act(), event.new_id()
    about = {"name": "Guests", "header": [], "header_id": "h"}
    with event.write(act) as write:
        write.append(Draft(Kind.SOURCE_IMPORTED, source, about))
        for n in range(20):
            fields = {"full_name": f"Guest {n}"}
            who = event.new_id()
            write.append(Draft(Kind.ATTENDEE_LISTED, who, {"fields": fields}))
            write.append(Draft(Kind.CODE_GIVEN, who, {"code": event.new_code()}))
    return act


def test_the_last_things_at_the_door_come_newest_first_with_whether_they_are_undone(
    event, listed, note, clock
):
    anna, bo = listed(event, "Anna", "Bo")
    first = note(event, Kind.CHECKIN_ADMITTED, anna)
    clock.advance(60)
    refused = note(event, Kind.CHECKIN_REFUSED, bo, verdict="unpaid")
    clock.advance(60)
    left = note(event, Kind.CHECKIN_LEFT, anna)
    event.undo(refused.id)
    recent = event.read.recent
    assert recent(DOOR, 10) == [(left, False), (refused, True), (first, False)]
    assert recent(DOOR, 2) == [(left, False), (refused, True)]
    assert recent(DOOR[:1], 10) == [(first, False)]
    assert recent(DOOR, 10, refused.at) == [(left, False), (refused, True)]
    assert recent(DOOR, 10, left.at + 1) == []
    assert recent((), 10) == []
    (listing, _undone) = recent([Kind.ATTENDEE_LISTED], 1)[0]
    assert listing.subject == bo


def test_other_desks_are_among_them_in_the_order_of_the_ledger(
    event, opened, path, listed, note, clock
):
    anna, bo = listed(event, "Anna", "Bo")
    other = opened(path, "Side door")
    ours = note(event, Kind.CHECKIN_ADMITTED, anna)
    theirs = note(other, Kind.CHECKIN_ADMITTED, bo)
    clock.ms -= 3_600_000  # somebody sets the clock of this computer back
    again = note(event, Kind.CHECKIN_LEFT, anna)
    found = [entry for entry, _ in event.read.recent(DOOR, 10)]
    assert found == [again, theirs, ours]
    assert again.clock > theirs.clock > ours.at << CLOCK_SHIFT


def test_undo_at_the_door_never_takes_back_an_import(event, listed, note, imported):
    (anna,) = listed(event, "Anna")
    came = note(event, Kind.CHECKIN_ADMITTED, anna)
    fixed = acts.correct(event, event.read.attendee(anna), {"company": "Tea"})
    assert acts.newest(event, DOOR) == came
    assert acts.newest(event, FIXED) == fixed
    assert acts.newest(event) == fixed
    assert acts.undo_newest(event, DOOR)[0] == came
    assert acts.newest(event, DOOR) is None
    with pytest.raises(acts.NothingToUndo):
        acts.undo_newest(event, DOOR)
    assert event.read.attendee(anna).details.company == "Tea"


def test_an_act_in_which_anything_fits_is_undone_as_a_whole(event, listed, imported):
    (anna,) = listed(event, "Anna")
    act = event.new_act()
    main = {"list": event.main_list().hex()}
    with event.write(act) as write:
        write.append(Draft(Kind.BADGE_HANDED_OUT, anna, {}))
        write.append(Draft(Kind.CHECKIN_ADMITTED, anna, main))
    entry = acts.newest(event, DOOR)
    assert (entry.act, entry.kind) == (act, Kind.BADGE_HANDED_OUT)
    _, undo = acts.undo_newest(event, DOOR)
    assert undo.data["target"] == act.hex()
    guest = event.read.attendee(anna)
    assert (guest.attended, guest.handed_out) == (False, False)
    assert acts.newest(event, [Kind.SOURCE_IMPORTED]).act == imported


def test_what_is_never_undone_is_not_offered(event, listed, note):
    (anna,) = listed(event, "Anna")
    note(event, Kind.CHECKIN_REFUSED, anna, verdict="unpaid")
    assert acts.newest(event, DOOR) is None
    assert acts.newest(event, list(Kind)).kind == Kind.ATTENDEE_LISTED
    assert acts.newest(event, [Kind.EVENT_SET, Kind.LIST_SET]) is None


def test_what_another_desk_did_is_not_undone_from_here(event, listed, note, opened):
    (anna,) = listed(event, "Anna")
    other = opened(event.path, "Side door")
    note(other, Kind.CHECKIN_ADMITTED, anna)
    assert other.desk.id != event.desk.id
    assert acts.newest(event, DOOR) is None
    assert acts.newest(other, DOOR) is not None


def test_what_would_be_undone_is_told_in_words(event, listed, note, imported):
    assert told.what(event, acts.newest(event)) == (
        "List “Guests” imported: 20 people new or changed"
    )
    (anna,) = listed(event, "Anna")
    came = note(event, Kind.CHECKIN_ADMITTED, anna)
    time = came.moment.hour_minute()
    assert told.what(event, came) == f"Anna: Came in, {time}, Main door"
    acts.add_guest(event, Details(full_name="Bo"))
    words = told.what(event, acts.newest(event))
    assert words == f"Bo: Put on the list, {time}, Main door"
    _, undo = acts.undo_newest(event)
    assert told.outcome(event, undo) == (words, False)
    _, back = acts.undo_named(event, undo.id)
    assert told.outcome(event, back) == (words, True)


def test_prints_are_told_by_their_number(event, listed):
    people = listed(event, "Anna", "Bo")
    on = [prints.Print(who, "CODE", "x", 1, n) for n, who in enumerate(people)]
    prints.record_prints(event, on, prints.Facts("L4785", "classic"))
    assert told.what(event, acts.newest(event)) == "2 badges printed"


def test_which_entries_of_somebody_are_undone(event, listed, note):
    act = event.new_act()
    (anna,) = listed(event, "Anna", act=act)
    came = note(event, Kind.CHECKIN_ADMITTED, anna)
    note(event, Kind.CHECKIN_LEFT, anna)
    assert event.read.undone_of(anna) == frozenset()
    event.undo(came.id)
    assert event.read.undone_of(anna) == {came.id}
    undo = event.undo(act)
    listing = event.read.history(anna)[0]
    assert event.read.undone_of(anna) == {listing.id, came.id}
    event.undo(undo.id)
    assert event.read.undone_of(anna) == {came.id}


def test_the_index_by_kind_serves_the_questions(event):
    plans = []
    event.read.conn.set_trace_callback(plans.append)
    event.read.recent(DOOR, 10, 5)
    event.read.newest_of(event.desk.id, DOOR)
    event.read.conn.set_trace_callback(None)
    assert len(plans) == 6
    for sql in plans:
        rows = event.read.conn.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert "USING INDEX entries_kind" in rows[0][3]
        assert "USE TEMP B-TREE FOR ORDER BY" not in [row[3] for row in rows]


def test_a_history_of_the_file_is_told_in_words(event, note):
    source = event.new_id()
    about = {"name": "Guests", "header": [], "header_id": "h"}
    note(event, Kind.SOURCE_IMPORTED, source, **about)
    anna, fields = event.new_id(), {"full_name": "Anna"}
    note(event, Kind.ATTENDEE_LISTED, anna, fields=fields, source=source.hex())
    came = note(event, Kind.CHECKIN_ADMITTED, anna)
    note(event, Kind.CHECKIN_ADMITTED, anna, forced=True, reason="lost her badge")
    event.undo(came.id)
    read = event.read
    lines = tell(read.history(anna), read.undone_of(anna), read.list_names())
    assert [(line.what, line.undone) for line in lines] == [
        ("Let in anyway: lost her badge", False),
        ("Came in at Main door", True),
        ("Put on the list: Guests", False),
    ]


def test_the_newest_import_of_each_list_is_what_can_be_undone(event):
    def take(source, name):
        act = event.new_act()
        about = {"name": name, "header": [], "header_id": "h"}
        with event.write(act) as write:
            write.append(Draft(Kind.SOURCE_IMPORTED, source, about))
        return act

    ours, theirs = event.new_id(), event.new_id()
    first, hosts = take(ours, "Guests"), take(theirs, "Co-hosts")
    newer = take(ours, "Guests")

    def undoable():
        return [entry.act for entry in event.read.newest_imports()]

    assert undoable() == [newer, hosts]
    acts.undo_named(event, newer)
    assert undoable() == [hosts, first]
    for act in (hosts, first):
        acts.undo_named(event, act)
    assert undoable() == []
