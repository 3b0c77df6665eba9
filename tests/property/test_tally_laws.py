"""The law of tallies: kept step by step, they are what counting everybody gives."""

from collections import Counter

from histories import (
    COMMON,
    KINDS,
    arrivals,
    desks,
    histories,
    receive,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.model.kinds import Kind

EXAMPLES = settings(max_examples=120)
COUNTING = [*COMMON, Kind.ATTENDEE_WITHDRAWN, Kind.ATTENDEE_ERASED, *KINDS]


def everybody(event):
    return list(event.read.attendees("1"))


def recount(people):
    """The numbers that people see, counted from the attendees one by one."""
    living = [p for p in people if not p.erased]
    expected = [p for p in living if p.expected]
    counted = {
        "people": len(living),
        "erased": len(people) - len(living),
        "expected": len(expected),
        "missed": sum(not p.attended for p in expected),
        "expected_attended": sum(p.attended for p in expected),
        "attended": sum(p.attended for p in people),
        "inside": sum(p.inside for p in people),
        "walk_ins": sum(p.walk_in for p in living),
        "printed": sum(bool(p.printed) for p in living),
        "handed_out": sum(p.handed_out for p in living),
        "first_time": sum(p.details.first_time for p in expected),
    }
    at_lists = Counter()
    for presence in (p for who in people for p in who.presences):
        at_lists[f"list:{presence.list_id.hex()}:attended"] += bool(presence.first_at)
        at_lists[f"list:{presence.list_id.hex()}:inside"] += presence.inside
    of_types = Counter(f"type:{p.details.ticket_type}:expected" for p in expected)
    states = Counter(f"status:{p.status}" for p in living)
    return counted | at_lists | of_types | states


@EXAMPLES
@given(st.data())
def test_tallies_are_never_negative_and_equal_to_a_recount(data):
    entries = data.draw(histories(kinds=COUNTING))
    with desks(1) as (event,):
        for batch in data.draw(arrivals(entries)):
            receive(event, batch)
            tallies = event.read.tallies()
            assert all(n > 0 for n in tallies.values())
            counted = recount(everybody(event))
            assert {name: event.read.tally(name) for name in counted} == counted
            known = {name for name, n in counted.items() if n}
            extra = {name for name in tallies if name not in known}
            # Attended by type is counted with walk-ins, and nowhere else.
            assert all(name.endswith(":attended") for name in extra)
