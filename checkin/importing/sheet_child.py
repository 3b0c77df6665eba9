"""Reads a workbook in a process of its own, with limits: run as a script.

A sheet can make the reader ask for hundreds of GB and end its process; here that
ends nobody's evening. Needs nothing but the standard library and the readers.

    python -P sheet_child.py ENGINE FILE SHEET MEGABYTES SECONDS

Writes JSON lines: {"sheets": [names]}, then for each sheet {"sheet": name}, blocks
[[number, [cells as text]], …] and {"hidden": {"rows": [numbers], "columns": [from 0]}};
at last {"end": true} or {"error": what, "why": text}.
"""

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from checkin.importing.sheet_marks import Marks, RowMarks

Row = tuple[int, list[Any]]
Sheets = Iterator[tuple[str, int, Iterable[Row]]]
"""Name, first column from 0, rows."""

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
    return str(_TEXTS.get(type(value), str)(value))


def _number(value: float) -> str:
    """As many digits as a spreadsheet keeps, 15, and never an exponent."""
    if value.is_integer():
        return str(int(value))
    text = f"{value:.15g}"
    return format(Decimal(text), "f") if "e" in text else text


def _moment(value: datetime) -> str:
    value = _to_seconds(value)
    whole = value.time() == time(0)
    return value.date().isoformat() if whole else value.isoformat(" ", "seconds")


def _to_seconds(value: datetime) -> datetime:
    """Rounded: days are kept as fractions, in which no second is exact."""
    rest = timedelta(microseconds=value.microsecond)
    return value - rest + timedelta(seconds=rest >= timedelta(milliseconds=500))


def _time(value: time) -> str:
    return _to_seconds(datetime.combine(date(2000, 1, 1), value)).time().isoformat()


def _duration(value: timedelta) -> str:
    """Hours, minutes, seconds; more than 24 hours stay hours."""
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}"


_TEXTS: dict[type, Any] = {
    bool: lambda value: "TRUE" if value else "FALSE",
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: _time,
    timedelta: _duration,
}


def with_calamine(path: str, wanted: str) -> Sheets:
    """The fast reader: .xlsx, .xlsb, .xls, .ods."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with Path(path).open("rb") as source:  # not by the name: its ending may be wrong
        book = CalamineWorkbook.from_filelike(source)
    shown = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
        and (sheet.visible == SheetVisibleEnum.Visible or sheet.name == wanted)
    ]
    for name in _chosen(shown, wanted):
        sheet = book.get_sheet_by_name(name)
        yield name, (sheet.start or (0, 0))[1], enumerate(sheet.iter_rows(), 1)


def with_openpyxl(path: str, wanted: str) -> Sheets:
    """The patient reader: .xlsx only, cell by cell, in little memory."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    shown = [s.title for s in book.worksheets if s.sheet_state == "visible"]
    for name in _chosen(shown, wanted):
        sheet = book[name]
        sheet.reset_dimensions()  # what the file claims of its size may be a trap
        rows = enumerate(sheet.iter_rows(), 1)
        yield name, 0, ((n, list(map(_value, row))) for n, row in rows if row)


def _value(cell: Any) -> Any:
    return None if cell.data_type == "e" else cell.value


ENGINES = {"calamine": with_calamine, "openpyxl": with_openpyxl}


class NoSuchSheetHere(Exception):
    """The sheet that was asked for is not in the workbook."""


def _chosen(names: list[str], wanted: str) -> list[str]:
    if not names:
        raise LookupError("no sheet")
    _say({"sheets": names})
    if not wanted:
        return names
    if found := [name for name in names if name.casefold() == wanted.casefold()]:
        return found
    raise NoSuchSheetHere


def _light_packages() -> None:
    """Packages without what their `__init__` loads, which is all of the importing."""
    here = Path(__file__).parent
    for name, folder in (("checkin", here.parent), ("checkin.importing", here)):
        package = ModuleType(name)
        package.__path__ = [str(folder)]
        sys.modules[name] = package


def _marks(path: str) -> "Marks":
    from checkin.importing.sheet_marks import XlsxMarks
    from checkin.importing.sheet_marks_ods import OdsMarks

    with Path(path).open("rb") as file:
        is_ods = b"opendocument" in file.read(100)
    return OdsMarks(path) if is_ods else XlsxMarks(path)


def _marked(
    rows: Iterable[Row], first: int, marks: "Iterator[RowMarks]", hidden: list[int]
) -> Iterator[tuple[int, list[str]]]:
    """The filled rows as text, codes as they are shown; notes rows that are hidden."""
    mark = next(marks, None)
    for n, values in rows:
        cells = list(map(as_text, values))
        while mark and mark.number < n:
            mark = next(marks, None)
        if not any(cells):
            continue
        if mark and mark.number == n:
            for column, shown in mark.codes.items():
                i = column - first
                value = values[i] if 0 <= i < len(values) else None
                if isinstance(value, int | float) and (text := shown(value)):
                    cells[i] = text
            if mark.hidden:
                hidden.append(n)
        yield n, cells


def _say_sheet(name: str, first: int, rows: Iterable[Row], marks: "Marks") -> None:
    _say({"sheet": name})
    columns: set[int] = set()
    hidden: list[int] = []
    rest = _marked(rows, first, marks.rows(name, columns), hidden)
    while block := list(islice(rest, _BLOCK)):
        _say(block)
    unseen = [column - first for column in sorted(columns) if column >= first]
    _say({"hidden": {"rows": hidden, "columns": unseen}})


def _say(what: object) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False, separators=(",", ":")))
    sys.stdout.write("\n")


def main(arguments: list[str]) -> None:
    """Says what is in the workbook, or why that can't be said."""
    engine, path, wanted, megabytes, seconds = arguments
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    limit(int(megabytes), int(seconds))
    try:
        marks = _marks(path)
        for name, first, rows in ENGINES[engine](path, wanted):
            _say_sheet(name, first, rows, marks)
        _say({"end": True})
    except NoSuchSheetHere:
        _say({"error": _NO_SUCH_SHEET, "why": ""})
    except Exception as error:  # noqa: BLE001 - whatever a reader meets, it is told
        locked = type(error).__name__ == "PasswordError"
        _say({"error": _LOCKED if locked else _BROKEN, "why": str(error)[:200]})


if __name__ == "__main__":
    _light_packages()
    main(sys.argv[1:])
