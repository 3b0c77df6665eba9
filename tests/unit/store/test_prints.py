"""Print runs in the ledger: what is kept of them, what of them counts, undone whole."""

import pytest

from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.model.prints import Reason
from checkin.store import acts, told
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.store.prints import Facts, Print, hand_out, record_prints
from checkin.store.roll import BadgeState, Filter, roll


@pytest.fixture
def three(event, listed):
    return listed(event, "Anna", "Bo", "Cy")


def on_paper(event, people, facts=None, **more):
    """Two to a sheet."""
    prints = [
        Print(who, f"CODE{n}", event.read.attendee(who).name, 1 + n // 2, 1 + n % 2,
              **more)
        for n, who in enumerate(people)
    ]  # fmt: skip
    return record_prints(event, prints, facts or Facts("L4785", "classic"))


def printed(event, people):
    return [event.read.attendee(who).printed for who in people]


def test_a_run_is_a_fact_with_who_when_where_and_why(event, three, clock):
    facts = Facts("L4785", "classic", "Office printer", "b.pdf", Reason.LOST, "300 dpi")
    act = on_paper(event, three, facts)
    (run,) = event.read.print_runs()
    assert (run.act, run.when, run.actor) == (act, clock.now(), "Main door")
    assert (run.badges, run.sheets, run.gone, run.undone) == (3, 2, 0, False)
    assert (run.stock, run.design, run.printer) == ("L4785", "classic", facts.printer)
    assert (run.file, run.reason, run.verified) == ("b.pdf", "lost", "300 dpi")
    assert run.continues is None
    assert event.read.print_run(act) == run
    assert event.check() == []


def test_who_is_on_a_run_is_told_in_order(event, three):
    act = on_paper(event, reversed(three))
    told_of = [(b.name, b.sheet, b.cell, b.counts) for b in event.read.on_run(act)]
    assert told_of == [("Cy", 1, 1, True), ("Bo", 1, 2, True), ("Anna", 2, 1, True)]


def test_runs_are_told_newest_first_and_what_is_undone_of_them(event, three, clock):
    first = on_paper(event, three[:2])
    clock.advance(60)
    second = on_paper(event, three)
    assert [run.act for run in event.read.print_runs()] == [second, first]
    assert [run.act for run in event.read.print_runs(limit=1)] == [second]
    event.undo(event.read.on_run(first)[1].entry)
    event.undo(second)
    newer, older = event.read.print_runs()
    assert (newer.gone, newer.undone, older.gone, older.undone) == (3, True, 1, False)
    assert printed(event, three) == [1, 0, 0]


def test_a_run_of_a_version_that_noted_none_is_told_from_its_badges(event, three):
    act = event.new_act()
    said = {"stock": "5395", "design": "quiet", "code": "X", "name": "Anna", "cell": 1}
    with event.write(act) as write:
        for n, who in enumerate(three):
            data = said | {"sheet": n + 1}
            write.append(Draft(Kind.BADGE_PRINTED, who, data))
    (run,) = event.read.print_runs()
    assert (run.act, run.badges, run.sheets, run.stock) == (act, 3, 3, "5395")


def test_reasons_in_other_words_go_with_the_guest_whom_they_may_name(event, three):
    act = on_paper(event, three[:1], Facts("L4785", "classic", reason="Anna is Anne"))
    assert event.read.print_run(act).reason == "Anna is Anne"
    acts.erase(event, event.read.attendee(three[0]))
    run = event.read.print_run(act)
    assert (run.reason, run.stock) == ("", "L4785")
    assert [badge.name for badge in event.read.on_run(act)] == [""]
    assert not any("Anne" in str(entry.data) for entry in event.entries())


def test_a_run_that_goes_on_takes_the_rest_from_the_one_before(event, three):
    first = on_paper(event, three)
    rest = [badge.entry for badge in event.read.on_run(first)[1:]]
    facts = Facts("L4785", "classic", continues=first, rest=rest)
    second = on_paper(event, three[1:], facts)
    newer, older = event.read.print_runs()
    assert (newer.continues, newer.gone) == (first, 0)
    assert (older.badges, older.gone) == (3, 2)
    assert printed(event, three) == [1, 1, 1]
    assert told.what(event, acts.newest(event)) == "2 badges printed"
    event.undo(first)
    assert printed(event, three) == [0, 1, 1]
    event.undo(second)
    assert printed(event, three) == [0, 0, 0]
    assert event.check() == []


def test_undoing_a_run_that_went_on_leaves_all_as_it_was_before_it(event, three):
    first = on_paper(event, three)
    rest = [badge.entry for badge in event.read.on_run(first)[1:]]
    facts = Facts("L4785", "classic", continues=first, rest=rest)
    second = on_paper(event, three[1:], facts)
    undo = event.undo(second)
    assert [badge.counts for badge in event.read.on_run(first)] == [True] * 3
    event.undo(undo.id)
    assert [badge.counts for badge in event.read.on_run(first)] == [True, False, False]
    assert printed(event, three) == [1, 1, 1]


class TestNewCodes:
    """A badge that was lost opens no door any more; undone, the new one opens none."""

    @pytest.fixture
    def anna(self, event, three, note):
        note(event, Kind.CODE_GIVEN, three[0], code="OLD")
        return three[0]

    @pytest.fixture
    def act(self, event, anna):
        one = Print(anna, "NEW", "Anna", 1, 1, "", ("OLD",))
        return record_prints(event, [one], Facts("L4785", "classic", reason="lost"))

    def test_the_old_code_is_known_as_replaced(self, event, anna, act):
        assert event.read.by_code("OLD") == ([anna], True)
        assert event.read.by_code("NEW") == ([anna], False)
        assert event.read.attendee(anna).code == "NEW"

    def test_one_undo_takes_the_codes_back_as_well(self, event, anna, act):
        undo = event.undo(act)
        assert event.read.by_code("OLD") == ([anna], False)
        assert event.read.by_code("NEW") == ([anna], True)
        assert event.read.attendee(anna).codes == ("OLD",)
        event.undo(undo.id)
        assert event.read.attendee(anna).codes == ("NEW",)
        assert event.check() == []

    def test_what_is_undone_is_told_as_a_badge(self, event, act):
        assert told.what(event, acts.newest(event)).startswith("Anna: Badge printed")


def test_desks_that_printed_apart_agree_when_they_meet(
    event, three, clock, random, tmp_path
):
    here = on_paper(event, three)
    event.save_copy(tmp_path / "other.checkin")
    desk = Desk(DeskId(random(16)), "Side door")
    with EventFile.open(tmp_path / "other.checkin", clock, desk, random) as other:
        rest = [badge.entry for badge in other.read.on_run(here)[2:]]
        facts = Facts("L4785", "classic", continues=here, rest=rest)
        on_paper(other, three[2:], facts)
        on_paper(event, three[:1], Facts("5395", "quiet", reason="damaged"))
        told_there, told_here = list(other.entries()), list(event.entries())
        for one, entries in ((event, told_there), (other, told_here)):
            with one.write() as write:
                write.receive(entries)
        assert event.read.print_runs() == other.read.print_runs()
        assert {run.actor for run in event.read.print_runs()} == {
            "Main door",
            "Side door",
        }
        assert printed(event, three) == printed(other, three) == [2, 1, 1]


class TestHandingOut:
    """Printed and handed out are two things."""

    def test_it_is_noted_once_and_undone_as_a_whole(self, event, three):
        act = hand_out(event, [three[0], three[1], three[0]])
        assert [event.read.attendee(who).handed_out for who in three] == [1, 1, 0]
        assert event.read.tally("handed_out") == 2
        assert hand_out(event, three[:2]) is None
        assert told.what(event, acts.newest(event)) == "2 badges handed out"
        event.undo(act)
        assert event.read.tally("handed_out") == 0
        assert event.check() == []

    def test_the_list_can_be_filtered_by_it(self, event, three):
        on_paper(event, three[:2])
        hand_out(event, [three[0], three[2]])

        def shown(badge):
            found = roll(event.read, Filter(badge=badge))
            return [guest.name for guest in event.read.by_numbers(found.numbers)]

        assert shown(BadgeState.HANDED_OUT) == ["Anna", "Cy"]
        assert shown(BadgeState.NOT_HANDED_OUT) == ["Bo"]
