"""The long lists behind the import page; only tasks touch them, one at a time."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from checkin.heap import quiet
from checkin.importing import Plan, Reading, let_go_of, make_plan, remap
from checkin.importing.columns import columns_of, overrides_of
from checkin.importing.errors import NoNameColumn
from checkin.importing.familiar import columns_in, taken_for_before
from checkin.importing.plan_source import name_of_list
from checkin.importing.read import read_table
from checkin.importing.recalled import Memory, recalled
from checkin.importing.rejected import rejected_rows, save_rejected
from checkin.importing.table import Table
from checkin.model.progress import Cancelled, Progress
from checkin.store.eventfile import EventFile
from checkin.ui.importing.outlook import Outlook, Wish
from checkin.ui.importing.summing import outlook_of, preview_of

LONG = 5000
"""Rows; a shorter list is planned before anybody could look at its first ones."""


class Held:
    """A reading and a plan; let go in slices, for else all threads would wait."""

    def __init__(self) -> None:
        self._reading: Reading | None = None
        self._named = False
        """Whether some column says what people are called."""
        self.plan: Plan | None = None
        """None while there is nothing that could be imported."""

    def __bool__(self) -> bool:
        """Whether anything is held."""
        return self.plan is not None or self._reading is not None

    def read(
        self,
        event: EventFile,
        wish: Wish,
        memory: Memory,
        show: Callable[[Outlook], object],
        progress: Progress,
        cancelled: Cancelled,
    ) -> Outlook:
        """Reads a file and plans it; columns as the last time, if they are known.

        Of a long list its first rows are handed to `show` before it is planned.

        Raises:
            CheckinError: it can't be read; see `load`.
            WasCancelled: the user wanted it to end.
        """
        self.let_go()
        first, second = _half(progress, 0), _half(progress, 1)
        with quiet():
            table = read_table(wish.path, wish.how, cancelled)
        self._reading = _nobody_yet(table, {})
        known = {**memory, **columns_in(event)}
        wish = replace(wish, said=recalled(self._reading.mapping, known))
        if len(table.rows) >= LONG:
            show(preview_of(_nobody_yet(table, wish.said), wish))
        self._understand(wish, first, cancelled)
        name = name_of_list(event, self._reading, wish.source)
        before = taken_for_before(event, table.header, name)
        wish = replace(wish, source=name)
        return self._plan(event, wish, before, second, cancelled)

    def plan_again(
        self, event: EventFile, wish: Wish, progress: Progress, cancelled: Cancelled
    ) -> Outlook:
        """The same file, as the user says.

        Raises:
            CheckinError: the columns can't be taken for that; see `remap`.
            WasCancelled: the user wanted it to end.
        """
        self._understand(wish, _half(progress, 0), cancelled)
        return self._plan(event, wish, {}, _half(progress, 1), cancelled)

    def let_go(self) -> None:
        """Nothing is held afterwards."""
        old = [one for one in (self.plan, self._reading) if one is not None]
        self.plan = self._reading = None
        let_go_of(old)

    def _understand(self, wish: Wish, progress: Progress, cancelled: Cancelled) -> None:
        assert self._reading is not None
        table = self._reading.table
        self.let_go()
        self._reading = _nobody_yet(table, wish.said)
        try:
            self._reading = remap(
                self._reading,
                overrides_of(wish.said),
                wish.amendments,
                progress=progress,
                cancelled=cancelled,
            )
            self._named = True
        except NoNameColumn:
            self._named = False

    def _plan(
        self,
        event: EventFile,
        wish: Wish,
        before: Mapping[str, str],
        progress: Progress,
        cancelled: Cancelled,
    ) -> Outlook:
        reading = self._reading
        assert reading is not None
        if self._named:
            self.plan = make_plan(
                event,
                reading,
                wish.source,
                wish.choices,
                progress=progress,
                cancelled=cancelled,
            )
        familiar = bool(before) and reading.mapping.taken_for() == before
        lists = event.read.sources().values()
        left = len(rejected_rows(event, reading, self.plan)) if self.plan else 0
        return outlook_of(reading, self.plan, wish, lists, familiar, left)

    def save_rejected(self, event: EventFile, path: Path) -> int:
        """Saves the rows that are not imported; returns how many.

        Raises:
            FileNotWritable, DiskFull: nothing was half-written.
        """
        assert self._reading is not None
        assert self.plan is not None
        return save_rejected(event, self._reading, self.plan, path)


def _nobody_yet(table: Table, said: Mapping[str, str]) -> Reading:
    """What the columns are taken for, before their rows are read as people."""
    return Reading(table, columns_of(table, overrides_of(said)), (), ())


def _half(progress: Progress, half: int) -> Progress:
    """Reading is the first half of the bar, comparing the second."""
    return lambda done, total: progress((half * total + done) // 2, total)
