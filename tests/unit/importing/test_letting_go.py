"""Readings and plans that nobody needs any more are freed, whole."""

import gc
import weakref

from checkin.importing import let_go_of, load, remap

ROWS = "Name,Company\n" + "".join(f"Guest {n},A\n" for n in range(1500))


def test_a_reading_and_its_plan_are_freed_together(office):
    held = [load(office.file(ROWS)), office.plan(ROWS)]
    people = [weakref.ref(person) for person in held[0].people]
    people += [weakref.ref(step.person) for step in held[1].steps]
    gc.disable()  # nothing of it may hang in a circle
    try:
        let_go_of(held)
        assert held == []
        assert not any(ref() for ref in people)
    finally:
        gc.enable()


def test_a_reading_that_was_made_from_it_stays_whole(written):
    first = load(written(ROWS))
    second = remap(first, ["Company=ignore"])
    held = [first]
    del first
    let_go_of(held)
    assert len(second.table.rows) == len(second.people) == 1500
    assert second.people[0].name == "Guest 0"
