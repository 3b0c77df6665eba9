"""A print run that stopped halfway goes on: nobody is left out or counted twice."""

import pytest

from checkin.badges import (
    Fill,
    Looks,
    NotOnRun,
    Place,
    Sheeting,
    Which,
    continue_run,
    design,
    print_badges,
    rest_of,
    run_details,
    run_words,
    stock,
    verify,
    who_is_waiting,
)
from checkin.model.kinds import Kind
from checkin.model.progress import WasCancelled
from checkin.store.errors import NoSuch


@pytest.fixture
def run(event, dozen, tmp_path):
    """Twelve badges on two sheets."""
    return print_badges(
        event, tmp_path / "a.pdf", dozen, Sheeting(stock()), Looks(design()),
        reason="damaged",
    )  # fmt: skip


@pytest.fixture
def go_on(event, run, tmp_path):
    def again(first, act=run.act, **more):
        return continue_run(
            event, act, first, tmp_path / "b.pdf", Sheeting(stock()), Looks(design()),
            **more,
        )  # fmt: skip

    return again


def printed(guests, people):
    return [guests.again(guest).printed for guest in people]


def test_the_rest_comes_in_the_same_order_on_sheets_anew(guests, dozen, run, go_on):
    on = go_on(dozen[7].id, verify=True)
    assert on.report.attendees == tuple(guest.id for guest in dozen[7:])
    assert verify(on.file, [guest.code for guest in dozen[7:]]) == []
    told = guests.event.read.on_run(on.act)
    assert [(b.sheet, b.cell) for b in told] == [(1, n) for n in range(1, 6)]
    assert printed(guests, dozen) == [1] * 12


def test_what_did_not_come_to_paper_does_not_count_any_more(event, dozen, run, go_on):
    go_on(Place(2, 1))
    newer, older = event.read.print_runs()
    assert (newer.badges, newer.continues, newer.reason) == (2, run.act, "damaged")
    assert (older.gone, older.undone) == (2, False)
    assert run_details(newer).startswith("The rest of an earlier run · again, ")
    assert run_details(older).startswith("2 of them don’t count any more")
    assert run_words(newer, event.clock.now()).startswith("2 badges on 1 sheet, Today")


def test_a_place_stands_for_itself_and_all_after_it(event, run):
    assert len(rest_of(event, run.act, Place(1, 10))) == 3
    assert len(rest_of(event, run.act, Place(1, 1))) == 12


def test_the_run_that_goes_on_may_stop_as_well(guests, dozen, run, go_on):
    on = go_on(dozen[7].id)
    last = go_on(dozen[10].id, on.act)
    assert last.report.attendees == tuple(guest.id for guest in dozen[10:])
    assert printed(guests, dozen) == [1] * 12
    assert [r.gone for r in guests.event.read.print_runs()] == [0, 2, 5]
    guests.event.undo(last.act)
    assert printed(guests, dozen) == [1] * 12
    assert [r.gone for r in guests.event.read.print_runs()] == [2, 0, 5]


def test_undoing_the_first_run_leaves_what_was_printed_later(guests, dozen, run, go_on):
    go_on(dozen[7].id)
    guests.event.undo(run.act)
    assert printed(guests, dozen) == [0] * 7 + [1] * 5
    assert who_is_waiting(guests.event, Which.UNPRINTED) == [
        guests.again(guest) for guest in dozen[:7]
    ]


def test_a_new_code_opens_the_door_while_a_badge_has_it(
    event, guests, dozen, go_on, tmp_path
):
    """Also where the run that gave it is undone, and its rest is not."""
    one, other = dozen[:2]
    run = print_badges(
        event, tmp_path / "c.pdf", [one, other], Sheeting(stock()), Looks(design()),
        new_codes=True,
    )  # fmt: skip
    lying, held = (guests.again(guest).code for guest in (one, other))
    go_on(other.id, run.act)
    event.undo(run.act)
    assert event.read.by_code(lying) == ([one.id], True)
    assert event.read.by_code(held) == ([other.id], False)
    assert event.check() == []


def test_the_name_of_a_file_or_a_printer_keeps_its_letters(event, dozen, tmp_path):
    made = [Sheeting(stock()), Looks(design())]
    print_badges(event, tmp_path / "out.pdf", dozen, *made)
    print_badges(event, tmp_path / "out.pdf", dozen, *made, printer="hp_office")
    at_printer, as_file = map(run_details, event.read.print_runs())
    assert as_file.startswith("out.pdf · ")
    assert at_printer.startswith("hp_office · ")


def test_stopped_it_leaves_all_as_it_was(event, dozen, run, go_on, tmp_path):
    with pytest.raises(WasCancelled):
        go_on(dozen[7].id, cancelled=lambda: True)
    assert not (tmp_path / "b.pdf").exists()
    (only,) = event.read.print_runs()
    assert only.gone == 0


def test_whoever_was_erased_meanwhile_is_left_out(guests, dozen, run, go_on):
    guests.happens(Kind.ATTENDEE_ERASED, dozen[9])
    on = go_on(dozen[8].id)
    assert on.report.attendees == tuple(dozen[n].id for n in (8, 10, 11))
    assert guests.event.check() == []


def test_from_nowhere_it_does_not_go_on(event, guests, dozen, run, go_on):
    with pytest.raises(NotOnRun):
        go_on(Place(3, 1))
    with pytest.raises(NotOnRun):
        go_on(guests.add("Zoë").id)
    with pytest.raises(NoSuch):
        go_on(dozen[0].id, event.new_act())
    go_on(dozen[7].id)
    with pytest.raises(NotOnRun):
        go_on(dozen[8].id)


def test_sheets_to_be_cut_and_stacked_go_on_in_the_order_of_the_list(
    event, dozen, tmp_path
):
    """On two sheets of ten, the first ten places have two each: 0 2 4 … and 1 3 5 …"""
    stacked = Sheeting(stock(), fill=Fill.STACK)
    run = print_badges(event, tmp_path / "a.pdf", dozen, stacked, Looks(design()))
    names = [badge.attendee for badge in event.read.on_run(run.act)]
    assert names == [guest.id for guest in dozen]
    rest = [badge.attendee for badge in rest_of(event, run.act, Place(2, 1))]
    assert rest == [dozen[1].id, dozen[3].id]
