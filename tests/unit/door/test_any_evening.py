"""Whatever happens at the door, in any order: the verdicts and the numbers agree."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import event as note
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.door.walkin import add_walk_in
from checkin.model.attendee import Details
from checkin.model.verdict import Verdict
from checkin.store import acts

GUESTS, CAPACITY = 4, 3

ACTIONS = st.one_of(
    st.tuples(st.just("scan"), st.integers(0, GUESTS - 1)),
    st.tuples(st.just("exit"), st.integers(0, GUESTS - 1)),
    st.tuples(st.just("force"), st.integers(0, GUESTS - 1)),
    st.tuples(st.just("undo"), st.integers(0, 20)),
    st.tuples(st.just("newest"), st.just(0)),
    st.tuples(st.just("walk in"), st.just(0)),
    st.tuples(st.just("stranger"), st.just(0)),
)


@dataclass
class Told:
    """What a patient person with a pencil would have noted."""

    moves: list[tuple[str, Any, bytes]] = field(default_factory=list)
    """(in or out, who, the entry or act that can be undone), in order."""
    undone: set[bytes] = field(default_factory=set)

    def kept(self) -> list[tuple[str, Any, bytes]]:
        return [move for move in self.moves if move[2] not in self.undone]

    def inside(self) -> set[Any]:
        there = set()
        for move, who, _ in self.kept():
            (there.add if move == "in" else there.discard)(who)
        return there

    def came(self) -> set[Any]:
        return {who for move, who, _ in self.kept() if move == "in"}

    def newest(self) -> bytes | None:
        kept = self.kept()
        return kept[-1][2] if kept else None


def play(evening: Any, guests: list[Any], told: Told, what: str, n: int) -> None:
    """Does one thing, and holds the verdict against the notes."""
    evening.clock.advance(minutes=1)
    inside = told.inside()
    if what == "scan":
        answer = evening.scan(guests[n].code)
        if guests[n].id in inside:
            assert answer.decision.verdict is Verdict.ALREADY_IN
        elif len(inside) >= CAPACITY:
            assert answer.decision.verdict is Verdict.FULL
        else:
            assert answer.decision.verdict is Verdict.ADMITTED
            told.moves.append(("in", guests[n].id, answer.entry))
    elif what == "force":
        answer = evening.scan(guests[n].code, force="the host knows them")
        assert answer.decision.forced is (
            guests[n].id in inside or len(inside) >= CAPACITY
        )
        told.moves.append(("in", guests[n].id, answer.entry))
    elif what == "exit":
        answer = evening.scan(guests[n].code, leaving=True)
        told.moves.append(("out", guests[n].id, answer.entry))
    elif what == "walk in":
        who, act = add_walk_in(evening.event, Details(full_name="Bo"), evening.main)
        told.moves.append(("in", who.id, act))
    elif what == "stranger":
        answer = evening.scan("NOSUCH-1")
        assert answer.decision.verdict is Verdict.UNKNOWN
    elif what == "newest" and (newest := told.newest()):
        undone, _ = acts.undo_newest(evening.event)
        assert newest in (undone.id, undone.act)
        told.undone.add(newest)
    elif what == "undo" and (kept := told.kept()):
        own = kept[n % len(kept)][2]
        acts.undo_named(evening.event, own)
        told.undone.add(own)
    note(what)


@settings(max_examples=60)
@given(actions=st.lists(ACTIONS, max_size=25))
def test_verdicts_and_numbers_agree_whatever_happens(new_evening, actions):
    with TemporaryDirectory() as folder:
        evening = new_evening(Path(folder) / "evening.checkin")
        evening.rules(capacity=CAPACITY)
        guests = [evening.guest(full_name=f"Guest {n}") for n in range(GUESTS)]
        told = Told()
        for what, n in actions:
            play(evening, guests, told, what, n)
        assert evening.inside == len(told.inside())
        assert evening.event.read.tally("attended") == len(told.came())
        assert {g.id for g in evening.event.read.attendees() if g.inside} == (
            told.inside()
        )
        assert evening.event.check() == []
        evening.event.close()
