"""The ledger: clocks that only go forwards, and entries that no version writes."""

from dataclasses import replace

import pytest

from checkin.model.entry import CLOCK_SHIFT, MAX_CLOCK, MAX_DATA, Draft
from checkin.model.kinds import BadEntry, Kind
from checkin.store.errors import WrongClock


def append(event, kind, subject, data):
    with event.write() as write:
        return write.append(Draft(kind, subject, data))[0]


def test_an_entry_says_who_wrote_it_when_and_where(event, clock, listed):
    (zoe,) = listed(event, "Zoë")
    (entry,) = event.read.history(zoe)
    assert (entry.desk, entry.actor) == (event.desk.id, "Main door")
    assert entry.moment == clock.now()
    assert entry.clock >> CLOCK_SHIFT == clock.ms
    assert entry.v == 1


def test_entries_stay_in_order_when_the_clock_on_the_wall_is_set_back(
    event, clock, listed
):
    (first,) = listed(event, "Zoë")
    clock.advance(seconds=-3600)
    (second,) = listed(event, "Łukasz")
    one, two = event.read.history(first)[0], event.read.history(second)[0]
    assert two.clock == one.clock + 1
    assert two.at == one.at - 3_600_000  # what people saw is kept as they saw it


def test_the_last_word_wins_though_its_desk_had_a_slow_clock(
    event, clock, listed, note, opened, tmp_path
):
    (zoe,) = listed(event, "Zoë")
    event.save_copy(tmp_path / "copy.checkin")
    other = opened(tmp_path / "copy.checkin", "Side door")
    clock.advance(seconds=600)
    first = note(event, Kind.ATTENDEE_CORRECTED, zoe, fields={"full_name": "Zoe"})
    clock.advance(seconds=-1200)
    with other.write() as write:
        write.receive([first])
    fields = {"full_name": "Zoë Ångström"}
    second = note(other, Kind.ATTENDEE_CORRECTED, zoe, fields=fields)
    assert second.clock > first.clock
    assert other.read.attendee(zoe).name == "Zoë Ångström"


def test_many_entries_of_one_moment_have_clocks_of_their_own(event, listed):
    people = listed(event, *(f"Guest {n}" for n in range(100)))
    clocks = [event.read.history(who)[0].clock for who in people]
    assert clocks == sorted(set(clocks))


def test_the_clock_goes_on_after_the_file_was_closed_and_rebuilt(
    event, clock, listed, opened
):
    listed(event, "Zoë")
    last = max(e.clock for e in event.entries())
    event.rebuild()
    event.close()
    clock.advance(seconds=-3600)
    again = opened(event.path)
    (late,) = listed(again, "Łukasz")
    assert again.read.history(late)[0].clock > last


@pytest.mark.parametrize("clock_value", [MAX_CLOCK, MAX_CLOCK + 1, 2**63 - 1, 0, -1])
def test_an_entry_from_beyond_the_year_2100_is_refused_with_all_that_came_with_it(
    event, listed, clock_value
):
    (zoe,) = listed(event, "Zoë")
    (entry,) = event.read.history(zoe)
    good = replace(entry, id=b"1" * 16)
    bad = replace(entry, id=b"2" * 16, clock=clock_value)
    before = list(event.entries())
    with pytest.raises(BadEntry), event.write() as write:
        write.receive([good, bad])
    assert list(event.entries()) == before


def test_nothing_is_written_by_a_clock_that_stands_beyond_the_year_2100(
    event, clock, listed
):
    clock.ms = MAX_CLOCK >> CLOCK_SHIFT
    before = list(event.entries())
    with pytest.raises(WrongClock, match="It says 2100-01-01"):
        listed(event, "Zoë")
    assert list(event.entries()) == before
    clock.ms -= 1
    listed(event, "Zoë")


def test_entries_that_are_here_already_are_not_taken_twice(event, listed):
    listed(event, "Zoë")
    mine = list(event.entries())
    with event.write() as write:
        assert write.receive(mine + mine) == []
    assert list(event.entries()) == mine


def test_a_draft_that_does_not_fit_its_kind_is_refused_and_nothing_written(event):
    before = list(event.entries())
    with pytest.raises(BadEntry, match="lacks list"):
        append(event, Kind.CHECKIN_ADMITTED, event.new_id(), {})
    assert list(event.entries()) == before


@pytest.mark.parametrize(
    ("size", "fits"), [(MAX_DATA - 60, True), (MAX_DATA + 1, False)]
)
def test_an_entry_holds_up_to_64_kilobytes(event, size, fits):
    data = {"fields": {"full_name": "Zoë", "note": "x" * size}}
    if fits:
        append(event, Kind.ATTENDEE_LISTED, event.new_id(), data)
    else:
        with pytest.raises(BadEntry, match="65536 bytes"):
            append(event, Kind.ATTENDEE_LISTED, event.new_id(), data)


def test_the_size_is_counted_in_bytes_and_not_in_letters(event):
    data = {"fields": {"full_name": "山" * (MAX_DATA // 3)}}
    with pytest.raises(BadEntry, match="bytes"):
        append(event, Kind.ATTENDEE_LISTED, event.new_id(), data)


def test_data_of_a_received_entry_that_is_no_object_is_refused(event, listed):
    (zoe,) = listed(event, "Zoë")
    (entry,) = event.read.history(zoe)
    bad = replace(entry, id=b"1" * 16, data=["Zoë"])
    with pytest.raises(BadEntry), event.write() as write:
        write.receive([bad])


def test_a_large_batch_is_folded_like_a_small_one(event, listed, note):
    (zoe,) = listed(event, "Zoë Ångström")
    note(event, Kind.CHECKIN_ADMITTED, zoe)
    people = listed(event, *(f"Guest {n}" for n in range(2500)))  # folds all afresh
    assert event.read.tally("people") == 2501
    assert event.read.attendee(zoe).attended
    assert event.search("guest 2499") == [people[-1]]
    after = note(event, Kind.CHECKIN_ADMITTED, people[0])
    assert after.clock == max(e.clock for e in event.entries())
    assert event.check() == []


def test_an_undone_large_batch_is_gone_and_comes_back(event, listed):
    act = event.new_act()
    listed(event, *(f"Guest {n}" for n in range(2500)), act=act)
    undo = event.undo(act)
    assert event.read.tallies() == {}
    assert event.search("guest") == []
    event.undo(undo.id)
    assert event.read.tally("people") == 2500
    assert event.check() == []
