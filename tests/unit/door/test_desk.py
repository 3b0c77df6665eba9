"""A scan comes in, a verdict goes out, and it is on the disk before that."""

import pytest

from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.errors import DiskFull
from checkin.model.ids import ListId
from checkin.model.kinds import Kind
from checkin.model.lists import Question
from checkin.model.verdict import Verdict
from checkin.model.words import reason, say
from checkin.store import acts
from checkin.store.errors import ReadOnlyEvent
from checkin.store.eventfile import EventFile

V = Verdict


def verdicts(*answers):
    return [answer.decision.verdict for answer in answers]


def test_a_guest_is_admitted_and_the_ledger_says_where_and_when(evening, anna):
    answer = evening.scan(anna.code)
    assert verdicts(answer) == [V.ADMITTED]
    assert answer.list_name == "Main"
    entry = evening.entry(answer)
    assert (entry.kind, entry.subject) == (Kind.CHECKIN_ADMITTED, anna.id)
    assert (entry.actor, entry.moment) == ("Main door", evening.clock.now())
    assert entry.data == {"list": evening.main.hex()}
    assert evening.again(anna.id).inside


def test_a_guest_scanned_twice_is_told_when_and_where_the_first_time_was(evening, anna):
    evening.scan(anna.code)
    evening.clock.advance(minutes=3)
    again = evening.scan(anna.code)
    assert verdicts(again) == [V.ALREADY_IN]
    assert say(again.decision) == "Anna came in at 18:02 at Main door."
    assert evening.event.read.tally("attended") == 1


def test_another_process_sees_the_verdict_as_soon_as_it_is_given(evening, anna):
    answer = evening.scan(anna.code)
    other = EventFile.open(
        evening.event.path, evening.clock, evening.event.desk, evening.event.random
    )
    with other:
        assert other.read.entry(answer.entry) is not None
        assert other.read.attendee(anna.id).inside


def test_who_went_out_comes_in_again_and_counts_once(evening, anna):
    came = evening.scan(anna.code)
    evening.clock.advance(minutes=30)
    left = evening.scan(anna.code, leaving=True)
    assert verdicts(left) == [V.LEFT]
    assert evening.inside == 0
    evening.clock.advance(minutes=5)
    back = evening.scan(anna.code)
    assert verdicts(back) == [V.ADMITTED]
    assert back.decision.first_at == came.at
    assert evening.again(anna.id).at(evening.main).times == 2
    assert evening.event.read.tally("attended") == 1


def test_lists_of_one_event_know_nothing_of_each_other(evening, anna):
    workshop = evening.other_list("Workshop")
    assert verdicts(evening.scan(anna.code), workshop.scan(anna.code)) == [
        V.ADMITTED,
        V.ADMITTED,
    ]
    assert verdicts(workshop.scan(anna.code)) == [V.ALREADY_IN]
    assert evening.event.read.tally("attended") == 1


def test_a_refused_guest_can_be_let_in_with_a_reason_that_is_kept(evening):
    petra = evening.guest(first_name="Petra", status="cancelled")
    assert verdicts(evening.scan(petra.code)) == [V.CANCELLED]
    forced = evening.scan(petra.code, force="Priya knows her")
    assert verdicts(forced) == [V.ADMITTED]
    assert forced.decision.forced
    assert forced.decision.first_at == evening.clock.now()
    assert reason(forced.decision) == "let in anyway: Priya knows her"
    data = evening.entry(forced).data
    assert (data["forced"], data["reason"]) == (True, "Priya knows her")
    assert evening.again(petra.id).inside


def test_force_is_not_noted_where_nothing_spoke_against_the_guest(evening, anna):
    answer = evening.scan(anna.code, force="just in case")
    assert not answer.decision.forced
    assert "forced" not in evening.entry(answer).data


def test_force_makes_nobody_known(evening, anna):
    for text in ("hello", evening.event.new_code()):
        assert evening.scan(text, force="please").decision.attendee is None
    assert evening.inside == 0


def test_who_is_forced_in_twice_is_no_conflict_and_keeps_the_first_time(evening, anna):
    came = evening.scan(anna.code)
    evening.clock.advance(minutes=9)
    again = evening.scan(anna.code, force="lost her badge")
    assert verdicts(again) == [V.ADMITTED]
    assert again.decision.first_at == came.at


def test_an_unpaid_ticket_can_be_accepted_and_that_is_kept(evening):
    tom = evening.guest(first_name="Tom", payment="unpaid", amount_due="£12")
    refused = evening.scan(tom.code)
    assert verdicts(refused) == [V.UNPAID]
    assert "£12" in say(refused.decision)
    accepted = evening.scan(tom.code, accept_unpaid=True)
    assert verdicts(accepted) == [V.ADMITTED]
    assert evening.entry(accepted).data["accepted_unpaid"] is True


def test_a_typed_time_counts_for_presence_and_the_clock_for_the_entry(evening, anna):
    noted = Instant(evening.clock.now().ms - 1_200_000, 0)
    answer = evening.scan(anna.code, at=noted)
    assert answer.decision.first_at == noted
    assert evening.again(anna.id).at(evening.main).first_at == noted
    entry = evening.entry(answer)
    assert entry.data["when"] == noted.ms
    assert entry.moment == evening.clock.now()
    assert say(evening.scan(anna.code).decision).startswith("Anna came in at 17:42")


def test_a_typed_time_is_what_opening_hours_are_held_against(evening, anna):
    opens = evening.clock.now().ms + 600_000
    evening.rules(opens=opens)
    early = evening.scan(anna.code)
    assert verdicts(early) == [V.TOO_EARLY]
    assert say(early.decision).startswith("Doors open at 18:12.")
    assert verdicts(evening.scan(anna.code, at=Instant(opens))) == [V.ADMITTED]


def test_a_full_list_admits_again_once_somebody_has_left(evening):
    evening.rules(capacity=2)
    one, two, three = (evening.guest(full_name=f"Guest {n}") for n in range(3))
    evening.scan(one.code)
    evening.scan(two.code)
    full = evening.scan(three.code)
    assert verdicts(full) == [V.FULL]
    assert full.decision.capacity == 2
    evening.scan(one.code, leaving=True)
    assert verdicts(evening.scan(three.code)) == [V.ADMITTED]
    assert verdicts(evening.scan(one.code)) == [V.FULL]


def test_a_full_list_counts_only_who_is_in_at_that_list(evening, anna):
    evening.scan(evening.guest(full_name="First").code)
    workshop = evening.other_list("Workshop", capacity=1)
    assert verdicts(workshop.scan(anna.code)) == [V.ADMITTED]


def test_an_undone_admission_frees_its_place(evening):
    evening.rules(capacity=1)
    one, two = evening.guest(full_name="One"), evening.guest(full_name="Two")
    came = evening.scan(one.code)
    assert verdicts(evening.scan(two.code)) == [V.FULL]
    evening.undo(came)
    assert verdicts(evening.scan(two.code)) == [V.ADMITTED]


def test_who_is_inside_is_let_in_again_at_a_full_list_that_repeats(evening, anna):
    evening.rules(capacity=1, repeats=True)
    came = [evening.scan(anna.code), evening.scan(anna.code)]
    assert verdicts(*came) == [V.ADMITTED, V.ADMITTED]
    assert evening.entry(came[1]).data["repeats"] is True
    assert evening.inside == 1


def test_a_question_comes_back_unwritten_and_its_answer_is_kept(evening, anna):
    evening.rules(questions=(Question("size", "Which size?"),))
    before = evening.event.read.count_entries()
    asked = evening.scan(anna.code)
    assert verdicts(asked) == [V.QUESTION]
    assert (asked.entry, say(asked.decision)) == (None, "Which size?")
    assert evening.event.read.count_entries() == before
    answered = evening.scan(anna.code, answers={"size": "M"})
    assert verdicts(answered) == [V.ADMITTED]
    assert evening.entry(answered).kind == Kind.CHECKIN_ADMITTED
    assert evening.again(anna.id).answers == {"size": "M"}


def test_a_question_answered_once_is_not_asked_again(evening, anna):
    evening.rules(questions=(Question("size", "Which size?"),), exits=True)
    evening.scan(anna.code, answers={"size": "M"})
    evening.scan(anna.code, leaving=True)
    assert verdicts(evening.scan(anna.code)) == [V.ADMITTED]


def test_an_undone_guest_is_admitted_afresh(evening, anna):
    evening.undo(evening.scan(anna.code))
    assert not evening.again(anna.id).attended
    evening.clock.advance(minutes=5)
    again = evening.scan(anna.code)
    assert verdicts(again) == [V.ADMITTED]
    assert again.decision.first_at == evening.clock.now()


def test_an_undo_of_the_undo_brings_the_arrival_back(evening, anna):
    came = evening.scan(anna.code)
    _, undo = acts.undo_named(evening.event, came.entry)
    acts.undo_named(evening.event, undo.id)
    again = evening.scan(anna.code)
    assert verdicts(again) == [V.ALREADY_IN]
    assert again.decision.first_at == came.at


@pytest.mark.parametrize("limit", ["opens", "closes", "closed", "types", "full"])
def test_every_refusal_is_kept_with_its_verdict(evening, anna, limit):
    now = evening.clock.now().ms
    match limit:
        case "opens":
            evening.rules(opens=now + 1)
        case "closes":
            evening.rules(closes=now - 1)
        case "types":
            evening.rules(ticket_types=("Staff",))
        case "closed":
            acts.close_list(evening.event, evening.door.check_in_list, "Dinner")
        case "full":
            evening.rules(capacity=1)
            evening.scan(evening.guest(full_name="First").code)
    answer = evening.scan(anna.code)
    entry = evening.entry(answer)
    assert (entry.kind, entry.subject) == (Kind.CHECKIN_REFUSED, anna.id)
    assert entry.data["verdict"] == answer.decision.verdict.value
    assert entry.data["code"] == anna.code
    assert not evening.again(anna.id).attended


def test_a_scan_of_nobody_is_kept_about_the_event_without_a_contact_card(evening):
    card = "BEGIN:VCARD\nFN:Mei-Ling Castellanos\nEMAIL:mei@example.com\nEND:VCARD"
    for text, keys in (("NOSUCH-1", {"code"}), (card, {"length", "digest"})):
        entry = evening.entry(evening.scan(text))
        assert (entry.kind, entry.subject) == (
            Kind.CHECKIN_REFUSED,
            evening.event.event_id,
        )
        assert set(entry.data) == {"list", "verdict"} | keys
        assert "Castellanos" not in str(entry.data)


def test_a_guest_chosen_or_named_is_admitted_like_one_scanned(evening, anna):
    zoe = evening.guest(full_name="Zoë Ångström")
    chosen = evening.door.admit(anna.id)
    named = evening.door.admit_named("zoe angstrom")
    assert verdicts(chosen, named) == [V.ADMITTED, V.ADMITTED]
    assert verdicts(evening.scan(zoe.code)) == [V.ALREADY_IN]
    nobody = evening.door.admit_named("Nemo")
    assert verdicts(nobody) == [V.UNKNOWN]
    assert set(evening.entry(nobody).data) == {"list", "verdict"}


def test_a_list_whose_making_was_undone_bars_nobody(evening, anna):
    door = evening.other_list("Workshop", ticket_types=("Staff",))
    acts.undo_newest(evening.event)
    assert verdicts(door.scan(anna.code)) == [V.ADMITTED]


def test_a_door_of_a_list_that_never_was_bars_nobody(evening, anna):
    door = type(evening.door)(evening.event, ListId(evening.event.new_id()))
    assert verdicts(door.scan(anna.code)) == [V.ADMITTED]


def test_rules_that_change_during_the_evening_hold_from_the_next_scan(evening, anna):
    acts.close_list(evening.event, evening.door.check_in_list, "")
    assert verdicts(evening.scan(anna.code)) == [V.LIST_CLOSED]
    evening.rules()
    assert verdicts(evening.scan(anna.code)) == [V.ADMITTED]


def test_watchers_hear_of_a_verdict_after_it_is_kept(evening, anna):
    heard = []
    evening.event.subscribe(
        lambda change: heard.append((evening.inside, change.entries))
    )
    answer = evening.scan(anna.code)
    assert [(inside, entries[0].id) for inside, entries in heard] == [(1, answer.entry)]


def fill_the_disk(event: EventFile) -> None:
    """From here on the file can't grow: what a full disk does, without one."""
    (pages,) = event._conn.execute("PRAGMA page_count").fetchone()
    event._conn.execute(f"PRAGMA max_page_count = {pages}")


def free_the_disk(event: EventFile) -> None:
    event._conn.execute("PRAGMA max_page_count = 1000000000")


def test_on_a_full_disk_nobody_is_admitted_and_afterwards_it_goes_on(evening):
    guests = [evening.guest(full_name=f"Guest {n}", note="x" * 300) for n in range(60)]
    fill_the_disk(evening.event)
    told, refused = [], None
    for guest in guests:
        try:
            told.append(evening.scan(guest.code, force="x" * 500))
        except DiskFull:
            refused = guest
            break
    assert refused is not None, "the disk was never full"
    assert evening.inside == len(told)
    assert all(evening.event.read.entry(answer.entry) for answer in told)
    assert not evening.again(refused.id).attended
    assert evening.event.read.history(refused.id)[-1].kind == Kind.CODE_GIVEN
    free_the_disk(evening.event)
    assert evening.event.check() == []
    assert verdicts(evening.scan(refused.code)) == [V.ADMITTED]


def test_a_write_that_breaks_half_way_leaves_nothing(evening, anna, monkeypatch):
    """The entry is in the ledger, the tables are not: then neither is kept."""

    def breaks(*_: object) -> None:
        raise OSError("pulled the plug")

    before = list(evening.event.entries())
    with monkeypatch.context() as patch:
        patch.setattr(type(evening.event._tables), "refold", breaks)
        with pytest.raises(OSError, match="pulled the plug"):
            evening.scan(anna.code, answers={"size": "M"})
    assert list(evening.event.entries()) == before
    assert evening.event.check() == []
    assert verdicts(evening.scan(anna.code)) == [V.ADMITTED]


def test_an_event_that_can_only_be_read_admits_nobody(evening, anna):
    evening.event.read_only = True
    with pytest.raises(ReadOnlyEvent):
        evening.scan(anna.code)
    evening.event.read_only = False
    assert evening.inside == 0


def test_an_undo_by_another_desk_is_seen_by_the_next_scan(evening, anna):
    came = evening.scan(anna.code)
    with evening.event.write() as write:
        target = {"target": came.entry.hex()}
        write.append(Draft(Kind.UNDO_MADE, evening.event.event_id, target))
    assert verdicts(evening.scan(anna.code)) == [V.ADMITTED]


def test_a_clock_set_back_does_not_disturb_the_order(evening, anna):
    evening.scan(anna.code)
    evening.clock.advance(minutes=-24 * 60)
    evening.scan(anna.code, leaving=True)
    assert not evening.again(anna.id).inside


def test_undoing_an_arrival_with_an_answer_undoes_both(evening, anna):
    evening.rules(questions=(Question("size", "Which size?"),))
    evening.scan(anna.code, answers={"size": "M"})
    acts.undo_newest(evening.event)
    assert not evening.again(anna.id).inside
    assert evening.again(anna.id).answers == {}
