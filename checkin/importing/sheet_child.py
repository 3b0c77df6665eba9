"""Reads a workbook in a process of its own, with limits: run as a script.

A sheet can make the reader ask for hundreds of GB and end its process; here that
ends nobody's evening. Needs nothing but the standard library and the readers.

    python -P sheet_child.py ENGINE FILE SHEET MEGABYTES SECONDS

Writes JSON lines: {"sheets": [names]}, then for each sheet {"sheet": name} and blocks
[[number, [cells as text]], …], at last {"end": true} or {"error": what, "why": text}.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from itertools import islice
from typing import Any

Row = tuple[int, list[str]]
Sheets = Iterator[tuple[str, Iterable[Row]]]

_BLOCK = 500
_NO_SUCH_SHEET, _LOCKED, _BROKEN = "no such sheet", "locked", "broken"


def limit(megabytes: int, seconds: int) -> None:
    """No more address space and processor time than this, where that can be said."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        size = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def as_text(value: Any) -> str:
    """A cell as a list would write it: no .0 behind whole numbers, dates ISO 8601."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        whole = value.time() == time(0)
        return value.date().isoformat() if whole else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


def with_calamine(path: str, wanted: str) -> Sheets:
    """The fast reader: .xlsx, .xlsb, .xls, .ods."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_path(path)
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible or sheet.name == wanted
    ]
    for name in _chosen(shown, wanted):
        sheet = book.get_sheet_by_name(name)
        rows = (list(map(as_text, row)) for row in sheet.iter_rows())
        yield name, enumerate(rows, 1)


def with_openpyxl(path: str, wanted: str) -> Sheets:
    """The patient reader: .xlsx only, cell by cell, in little memory."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    shown = [s.title for s in book.worksheets if s.sheet_state == "visible"]
    for name in _chosen(shown, wanted):
        sheet = book[name]
        sheet.reset_dimensions()  # what the file claims of its size may be a trap
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        yield name, ((n, list(map(as_text, row))) for n, row in rows if row)


ENGINES = {"calamine": with_calamine, "openpyxl": with_openpyxl}


class NoSuchSheetHere(Exception):
    """The sheet that was asked for is not in the workbook."""


def _chosen(names: list[str], wanted: str) -> list[str]:
    _say({"sheets": names})
    if not wanted:
        return names
    if found := [name for name in names if name.casefold() == wanted.casefold()]:
        return found
    raise NoSuchSheetHere


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False, separators=(",", ":")))
    sys.stdout.write("\n")


def main(arguments: list[str]) -> None:
    """Says what is in the workbook, or why that can't be said."""
    engine, path, wanted, megabytes, seconds = arguments
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    limit(int(megabytes), int(seconds))
    try:
        for name, rows in ENGINES[engine](path, wanted):
            _say({"sheet": name})
            rest = iter(rows)
            while block := list(islice(rest, _BLOCK)):
                if filled := [(n, cells) for n, cells in block if any(cells)]:
                    _say(filled)
        _say({"end": True})
    except NoSuchSheetHere:
        _say({"error": _NO_SUCH_SHEET, "why": ""})
    except Exception as error:  # noqa: BLE001 - whatever a reader meets, it is told
        locked = type(error).__name__ == "PasswordError"
        _say({"error": _LOCKED if locked else _BROKEN, "why": str(error)[:200]})


if __name__ == "__main__":
    main(sys.argv[1:])
