"""xlsx: the same columns as csv, for Excel, LibreOffice and Numbers.

Every cell is text in a column of text: no name, code or handle becomes a formula, a
link or a number, not even after it was edited in the sheet.
"""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from checkin.followup.columns import Table, table_of
from checkin.followup.errors import TooManyForASheet
from checkin.followup.formats.format import Format
from checkin.followup.material import Material
from checkin.model.i18n import N_

_CONTROLS = {point: None for point in range(32) if chr(point) not in "\t\n"}
"""Can't be seen, and would be written as `_x000D_`, which not every program reads."""

MOST = 1_048_575
"""Rows below the headings of a sheet."""

_MEASURED = 200
"""Rows that the widths of the columns are taken from."""
_NARROWEST, _WIDEST = 8, 40
"""Of a column, in characters."""


def write(draft: Path, material: Material) -> int:
    """One row a guest, under headings that stay in sight.

    Raises:
        TooManyForASheet: a sheet has no room for so many.
    """
    if len(material.people) > MOST:
        raise TooManyForASheet(rows=len(material.people), most=MOST)
    table = table_of(material)
    book = _book(draft, material)
    try:
        _fill(book, table, material)
    finally:
        _close(book)
    return len(material.people)


def _book(draft: Path, material: Material) -> Any:
    from xlsxwriter import Workbook

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "constant_memory": True,
        "tmpdir": str(draft.parent),
    }
    book = Workbook(str(draft), options)
    made = material.now.local().replace(tzinfo=None)
    book.set_properties({"title": material.event.name, "created": made})
    return book


def _close(book: Any) -> None:
    """Only now the file is written, and the library hides what the system said."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as problem:
        inner = problem.args[0] if problem.args else None
        raise (inner if isinstance(inner, OSError) else OSError(str(problem))) from None


def _fill(book: Any, table: Table, material: Material) -> None:
    sheet = book.add_worksheet()
    text = book.add_format({"num_format": "@", "valign": "top"})
    bold = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
    headings = table.headings
    for column, width in enumerate(_widths(table, material)):
        sheet.set_column(column, column, width, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(material.people), len(headings) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    _row(sheet, 0, headings, bold)
    for at, (guest, extra) in enumerate(material.rows(), start=1):
        _row(sheet, at, table.row(guest, extra), text)


def _row(sheet: Any, at: int, cells: Sequence[str], look: Any) -> None:
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(at, column, _plain(cell), look)


def _plain(cell: str) -> str:
    """Line ends as Excel has them, no other control characters."""
    if cell.isprintable():
        return cell
    return cell.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def _widths(table: Table, material: Material) -> list[int]:
    """In characters, by the first rows: wide enough, but no column for a novel."""
    widest = [len(heading) + 3 for heading in table.headings]
    first = material.people[:_MEASURED]
    extras = material.extras([guest.id for guest in first])
    for guest in islice(first, _MEASURED):
        cells = table.row(guest, extras.get(guest.id, {}))
        widest = [max(w, _width(c)) for w, c in zip(widest, cells, strict=True)]
    return [min(max(width + 1, _NARROWEST), _WIDEST) for width in widest]


def _width(cell: str) -> int:
    """Han, kana and hangul are about two letters wide."""
    longest = max(cell.split("\n"), key=len)
    return len(longest) + sum("\u1100" <= letter <= "\uffdc" for letter in longest)


FORMAT = Format("xlsx", N_("Excel workbook"), ".xlsx", write)
