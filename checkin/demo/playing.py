"""Plays the evening through the real importer, the real badges and the real door."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

from checkin.badges import (
    Looks,
    Sheeting,
    Which,
    design,
    note_prints,
    stock,
    who_is_waiting,
)
from checkin.demo.story import Evening, MovableClock, Step
from checkin.door.desk import Door
from checkin.importing import apply_plan, load, make_plan
from checkin.model.clock import Instant
from checkin.model.errors import FileNotWritable
from checkin.model.ids import DeskId, Random
from checkin.model.verdict import Answer
from checkin.resources import resource
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

EVENT_FILE = "autumn-evening.checkin"
_FOLDER = "checkin-demo"


def free_folder(parent: Path) -> Path:
    """checkin-demo, or checkin-demo-2 where that is taken."""
    names = (_FOLDER if n == 1 else f"{_FOLDER}-{n}" for n in range(1, 10_000))
    return next(parent / name for name in names if not (parent / name).exists())


def play_until(
    folder: Path,
    until: str | float,
    random: Random,
    *,
    shift_to: Instant | None = None,
) -> Path:
    """Makes the event file in `folder`, and lets happen what happened until then.

    `until` is a moment that resources/demo/event.json names, or minutes after the
    doors opened. With `shift_to` the whole story is moved so that its `picture_at`, in
    the middle of the arrivals, is at that moment. Badges are noted as printed, but
    there are no sheets.

    Raises:
        EventExists: the file is there already; it is left alone.
        FileNotWritable: there can be no such folder.
    """
    evening = Evening.load(resource("demo"))
    if shift_to:
        evening = evening.moved("picture_at", shift_to)
    end = evening.moment(until) if isinstance(until, str) else evening.after(until)
    clock = MovableClock(evening.moment("list_imported"))
    with make(folder, evening, clock, random) as event:
        apply_plan(event, make_plan(event, load(resource("demo", "guests.csv"))))
        clock.at = evening.moment("badges_printed")
        if clock.at <= end:
            guests = who_is_waiting(event, Which.UNPRINTED)
            note_prints(event, guests, Sheeting(stock()), Looks(design()))
        for _happened in play_door(event, evening, clock, end):
            pass
    return folder / EVENT_FILE


@contextmanager
def make(
    folder: Path, evening: Evening, clock: MovableClock, random: Random
) -> Iterator[EventFile]:
    """The evening's event file, new and open; the folder is made if needed.

    Raises:
        EventExists, FileNotWritable: as in `play_until`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileNotWritable(file=str(folder), reason=reason) from error
    desk = Desk(DeskId(random(16)), evening.door)
    path = folder / EVENT_FILE
    with EventFile.create(path, evening.fields(), clock, desk, random) as event:
        yield event


def play_door(
    event: EventFile,
    evening: Evening,
    clock: MovableClock,
    until: Instant | None = None,
) -> Iterator[tuple[Step, Answer | None]]:
    """What happens at the door, step by step, each at its time; None: no verdict."""
    door = Door(event, event.main_list())
    timed = ((evening.after(step.after_minutes), step) for step in evening.steps)
    for moment, step in takewhile(lambda one: not until or one[0] <= until, timed):
        clock.at = moment
        yield step, step.play(event, door)
