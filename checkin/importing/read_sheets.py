"""Workbooks, read in a child process with limits, so that a trap ends only that.

Two readers take turns: calamine is fast, and is ended by some sheets that openpyxl
still reads.
"""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from checkin.heap import let_go
from checkin.importing.columns_meaning import WHO
from checkin.importing.columns_words import meaning
from checkin.importing.errors import BrokenList, LockedWithPassword, NoSuchSheet
from checkin.importing.list_rows import RawRow
from checkin.importing.parts import LOOK_FOR_HEADER, header_at, is_data
from checkin.importing.table import MAX_ROWS, HowRead, too_many_rows
from checkin.importing.vocabulary import about, simplified
from checkin.model.i18n import _
from checkin.model.progress import Cancelled, WasCancelled, never

MEMORY_MB = 480
"""Address space of the child; 100,000 rows of 27 columns fit."""

_SECONDS = 4.0
_SECONDS_PER_MB = 2.5
"""Reading may take longer where there is more to read."""

_LOOK_S = 0.05
"""Between two looks whether it should be ended."""

_CHILD = Path(__file__).with_name("sheet_child.py")


class _ReaderFailed(Exception):
    """One of the two readers could not; perhaps the other one can."""


def read_sheets(
    path: Path, size: int, wanted: str | None, cancelled: Cancelled = never
) -> tuple[list[RawRow], HowRead]:
    """The rows of the sheet `wanted`, else of the one with most people on it.

    `size` is that of the file, in bytes; it decides how long reading may take.

    Raises:
        BrokenList, LockedWithPassword, NoSuchSheet, TooLarge.
        WasCancelled: the user wanted it to end.
    """
    seconds = _SECONDS + _SECONDS_PER_MB * size / 1024 / 1024
    ends = time.monotonic() + seconds
    reason = ""
    for engine in ("calamine", "openpyxl"):
        left = ends - time.monotonic()
        if left <= 0:
            break
        try:
            with _child(engine, path, wanted or "", left, cancelled) as lines:
                return _best_list(path.name, lines, wanted)
        except _ReaderFailed as failed:
            if cancelled():
                raise WasCancelled from failed
            late = time.monotonic() >= ends
            reason = reason or ("" if late else str(failed))
    too_long = _("it takes longer than {n} seconds").format(n=round(seconds))
    raise BrokenList(file=path.name, reason=reason or too_long)


@contextmanager
def _child(
    engine: str, path: Path, wanted: str, seconds: float, cancelled: Cancelled
) -> Iterator[Iterator[Any]]:
    """What the child says, line by line; it is ended when time is up or we are."""
    limits = [str(MEMORY_MB), str(int(seconds) + 1)]
    command = [sys.executable, "-P", str(_CHILD), engine, str(path), wanted, *limits]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",  # it may be ended in the middle of a letter
    ) as child:
        over = threading.Event()
        work = (child, over, seconds, cancelled)
        watcher = threading.Thread(target=_end_in_time, args=work)
        watcher.start()
        try:
            yield map(json.loads, child.stdout or ())
        except json.JSONDecodeError as error:  # ended in the middle of a line
            raise _ReaderFailed(_("the reader gave up")) from error
        finally:
            over.set()
            watcher.join()
            child.kill()


def _end_in_time(
    child: "subprocess.Popen[str]",
    over: threading.Event,
    seconds: float,
    cancelled: Cancelled,
) -> None:
    """Ends the child once time is up or the user wants it, whatever it is at."""
    ends = time.monotonic() + seconds
    while not over.wait(_LOOK_S):
        if cancelled() or time.monotonic() >= ends:
            child.kill()
            return


def _best_list(
    file: str, lines: Iterator[Any], wanted: str | None
) -> tuple[list[RawRow], HowRead]:
    """The rows of the sheet with most people on it, and how it was read."""
    names: list[str] = []
    best: tuple[list[RawRow], HowRead] = ([], HowRead())
    most = -1
    sheet = ""
    rows: list[RawRow] = []
    for line in lines:
        if isinstance(line, list):
            rows += [(n, cells) for n, cells in line]
            if len(rows) > MAX_ROWS:
                raise too_many_rows(file)
        elif "sheets" in line:
            names = line["sheets"]
        elif "error" in line:
            raise _refusal(file, line, names, wanted)
        elif "end" in line:
            return best
        elif "sheet" in line:
            sheet, rows = line["sheet"], []
        elif "hidden" in line:
            score = people_on(sheet, rows) if len(names) > 1 and not wanted else 0
            if score > most:
                let_go(best[0])
                best, most = (rows, _how(sheet, names, line["hidden"])), score
            else:
                let_go(rows)
    raise _ReaderFailed("")


def _how(sheet: str, names: list[str], hidden: dict[str, list[int]]) -> HowRead:
    rows, columns = frozenset(hidden["rows"]), frozenset(hidden["columns"])
    return HowRead(
        sheet=sheet, sheets=tuple(names), hidden_rows=rows, hidden_columns=columns
    )


def people_on(sheet: str, rows: list[RawRow]) -> int:
    """How many people a sheet seems to list; more counts where its name says so.

    A summary with the organiser's address has one; an empty template has none.
    """
    if not rows:
        return 0
    at = header_at([cells for _n, cells in rows[:LOOK_FOR_HEADER]])
    headings = (meaning(cell) for cell in rows[at][1])
    who = [i for i, one in enumerate(headings) if one and one.field in WHO]
    people = 2 * sum(1 for _n, cells in rows[at + 1 :] if _is_somebody(cells, who))
    people = people or sum(1 for _n, cells in rows if is_data(cells))
    words = simplified(sheet).split()
    named = about("attendee") & {*words, *(word.removesuffix("s") for word in words)}
    return 1 + (people * 4 if named else people)


def _is_somebody(cells: Sequence[str], who: list[int]) -> bool:
    return any(len(cells) > i and cells[i].strip() for i in who)


def _refusal(
    file: str, line: dict[str, str], names: list[str], wanted: str | None
) -> Exception:
    if line["error"] == "locked":
        return LockedWithPassword(file=file)
    if line["error"] == "no such sheet":
        return NoSuchSheet(file=file, sheet=wanted, sheets=", ".join(names))
    return _ReaderFailed(line["why"])
