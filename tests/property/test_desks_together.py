"""Desks that work at the same time, with clocks that disagree, and tell each other."""

from contextlib import ExitStack

from histories import PEOPLE, desks, ledger, receive, tables
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from checkin.model.entry import Draft
from checkin.model.kinds import Kind

which = st.integers(0, 1)
people = st.sampled_from(PEOPLE[:3])


class TwoDesks(RuleBasedStateMachine):
    """Each rule is something that a volunteer does, or a message between desks."""

    def __init__(self):
        super().__init__()
        self._stack = ExitStack()
        self.desks = self._stack.enter_context(desks(2))

    def _write(self, n, kind, subject, data):
        event = self.desks[n]
        before = max(e.clock for e in ledger(event))
        with event.write() as write:
            (entry,) = write.append(Draft(kind, subject, data))
        assert entry.clock > before  # whatever the clock on the wall says

    @initialize(person=people, n=which)
    def list_somebody(self, n, person):
        self.list_person(n, person, "Zoë Ångström")

    @rule(n=which, person=people, name=st.sampled_from(["Zoë", "Amina Diallo"]))
    def list_person(self, n, person, name):
        data = {"fields": {"full_name": name}}
        self._write(n, Kind.ATTENDEE_LISTED, person, data)

    @rule(n=which, person=people, name=st.sampled_from(["Zoe", "Amina"]))
    def correct(self, n, person, name):
        data = {"fields": {"full_name": name}}
        self._write(n, Kind.ATTENDEE_CORRECTED, person, data)

    @rule(n=which, person=people, out=st.booleans())
    def scan(self, n, person, out):
        kind = Kind.CHECKIN_LEFT if out else Kind.CHECKIN_ADMITTED
        data = {"list": self.desks[n].main_list().hex()}
        self._write(n, kind, person, data)

    @rule(n=which, person=people, yes=st.booleans())
    def ask(self, n, person, yes):
        kind = Kind.PERMISSION_GIVEN if yes else Kind.PERMISSION_WITHDRAWN
        self._write(n, kind, person, {"purpose": "photos"})

    @rule(n=which, person=people)
    def erase(self, n, person):
        self._write(n, Kind.ATTENDEE_ERASED, person, {"suppress": ["ab12"]})

    @rule(n=which, back=st.integers(0, 5))
    def undo(self, n, back):
        done = ledger(self.desks[n])[2:]  # not that the event was made
        if done:
            self.desks[n].undo(done[-1 - back % len(done)].id)

    @rule(n=which, seconds=st.integers(-90, 90))
    def set_the_clock(self, n, seconds):
        self.desks[n].clock.ms += 1000 * seconds

    @rule(n=which, start=st.integers(0, 5), backwards=st.booleans())
    def tell_the_other(self, n, start, backwards):
        told = ledger(self.desks[n])[start:]
        receive(self.desks[1 - n], reversed(told) if backwards else told)

    @invariant()
    def nobody_is_counted_less_than_once(self):
        for event in self.desks:
            assert all(n > 0 for n in event.read.tallies().values())

    def teardown(self):
        one, two = self.desks
        try:
            assert one.check() == two.check() == []
            receive(two, ledger(one))
            receive(one, ledger(two))
            assert tables(one) == tables(two)
            assert ledger(one) == ledger(two)
            assert one.check() == []
        finally:
            self._stack.close()


TestTwoDesks = TwoDesks.TestCase
TestTwoDesks.settings = settings(max_examples=40, stateful_step_count=15, deadline=None)
