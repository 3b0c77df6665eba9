"""Workbooks: cells as text, the right sheet, and traps that end only the reader."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from checkin.importing import errors, read_sheets
from checkin.importing.read import read_table
from checkin.importing.read_as import ReadAs
from checkin.model.progress import WasCancelled

LISTS = Path(__file__).parents[2] / "data" / "lists"


@pytest.fixture
def workbook(tmp_path):
    """Writes {sheet: rows} and gives the path."""

    def write(**sheets):
        path = tmp_path / "list.xlsx"
        with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
            day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for r, row in enumerate(rows):
                    for c, cell in enumerate(row):
                        timed = isinstance(cell, datetime)
                        shown = cell.replace(tzinfo=None) if timed else cell
                        sheet.write(r, c, shown, day if timed else None)
        return path

    return write


def test_numbers_and_dates_become_the_text_that_a_list_would_have(workbook):
    booked = datetime(2023, 9, 15, 11, 29, tzinfo=UTC)
    path = workbook(
        Guests=[
            ["Name", "Ticket code", "Seat", "Paid", "Booked", "Here"],
            ["Zoë", "00123", 12.0, 7.5, booked, True],
            ["Sukma", 917823982080, 3, 0, booked.replace(hour=0, minute=0), False],
        ]
    )
    table = read_table(path)
    assert table.how.sheet == "Guests"
    assert table.rows == (
        ("Zoë", "00123", "12", "7.5", "2023-09-15 11:29:00", "TRUE"),
        ("Sukma", "917823982080", "3", "0", "2023-09-15", "FALSE"),
    )


def test_the_sheet_with_guests_is_found_behind_a_summary(workbook):
    path = workbook(
        Summary=[["Summary"], ["Capacity", 100]],
        Delegates=[["Full name", "Email"], ["Zoë", "zoe@example.org"]],
    )
    how = read_table(path).how
    assert (how.sheet, how.sheets) == ("Delegates", ("Summary", "Delegates"))


def test_a_sheet_that_is_named_is_the_one_that_is_read(workbook):
    rows = [["Name", "Email"], ["Zoë", "zoe@example.org"]]
    path = workbook(Friday=rows, Saturday=[rows[0], ["Sukma", "s@example.org"]])
    table = read_table(path, ReadAs(sheet="saturday"))
    assert table.rows[0][0] == "Sukma"
    assert table.how.sheets == ("Friday", "Saturday")
    with pytest.raises(errors.NoSuchSheet, match="Friday, Saturday"):
        read_table(path, ReadAs(sheet="Sunday"))


def test_row_numbers_are_those_of_the_sheet_with_titles_and_gaps(workbook):
    path = workbook(
        Guests=[[], ["Autumn fair"], [], ["Name", "Email"], ["Zoë", "z@x"], [], ["Jo"]]
    )
    table = read_table(path)
    assert table.header == ("Name", "Email")
    assert table.numbers == (5, 7)
    assert table.header_row == 4


@pytest.mark.parametrize("engine", ["calamine", "openpyxl"])
def test_both_readers_say_where_a_table_in_the_middle_stands(
    workbook, monkeypatch, engine
):
    rows = [["", "", *row] for row in (["Name", "Email"], ["Zoë", "z@x"])]
    path = workbook(Guests=[[], [], *rows])
    real = read_sheets._child
    monkeypatch.setattr(
        read_sheets, "_child", lambda _engine, *rest: real(engine, *rest)
    )
    table = read_table(path)
    assert table.header == ("Name", "Email")
    assert (table.rows, table.numbers) == ((("Zoë", "z@x"),), (4,))


def test_a_name_that_looks_like_a_formula_stays_letter_for_letter(workbook):
    path = workbook(Guests=[["Name", "Email"], ["=JOY() Adeyemi", "j@example.org"]])
    assert read_table(path).rows[0][0] == "=JOY() Adeyemi"


READING = """
import resource, sys
from pathlib import Path
from checkin.importing.errors import BrokenList
from checkin.importing.read import read_table
try:
    read_table(Path(sys.argv[1]))
except BrokenList:
    pass
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def megabytes_for(path):
    """What the child that reads it takes; asked by a process with no other children."""
    done = subprocess.run(
        [sys.executable, "-c", READING, path], capture_output=True, check=True
    )
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kB on Linux")
def test_a_cell_in_the_farthest_corner_asks_for_no_memory():
    path = LISTS / "sparse_last_cell.xlsx"
    assert megabytes_for(path) < 500
    table = read_table(path)
    assert table.header == ("Name", "Email")
    assert table.rows[0] == ("Ann Example", "ann@example.org")
    assert 1_048_576 in table.strays


@pytest.mark.skipif(sys.platform != "linux", reason="ru_maxrss is in kB on Linux")
def test_entities_that_multiply_are_refused_in_words():
    path = LISTS / "entities.xlsx"
    assert megabytes_for(path) < 500
    with pytest.raises(errors.BrokenList, match="save it as CSV"):
        read_table(path)


def test_a_reader_that_takes_too_long_is_ended(workbook, monkeypatch, written):
    endless = written("while True: pass", "endless.py")
    monkeypatch.setattr(read_sheets, "_CHILD", endless)
    monkeypatch.setattr(read_sheets, "_SECONDS", 0.2)
    path = workbook(Guests=[["Name", "Email"], ["Zoë", "z@x"]])
    with pytest.raises(errors.BrokenList, match="longer than"):
        read_table(path)


def test_a_reader_that_is_ended_in_a_line_took_too_long(workbook, monkeypatch, written):
    halting = "print('{\"she', end='', flush=True)\nwhile True: pass"
    monkeypatch.setattr(read_sheets, "_CHILD", written(halting, "halting.py"))
    monkeypatch.setattr(read_sheets, "_SECONDS", 0.5)
    path = workbook(Guests=[["Name", "Email"], ["Zoë", "z@x"]])
    with pytest.raises(errors.BrokenList, match="longer than"):
        read_table(path)


def test_a_reader_is_ended_as_soon_as_the_user_wants_it(workbook, monkeypatch, written):
    endless = written("while True: pass", "endless.py")
    monkeypatch.setattr(read_sheets, "_CHILD", endless)
    with pytest.raises(WasCancelled):
        read_table(workbook(Guests=[["Name"], ["Zoë"]]), cancelled=lambda: True)


@pytest.mark.parametrize("said", [b'{"sheets": ["A"]}\n{"she', b'{"sheets": ["Zo\xc3'])
def test_a_reader_that_breaks_off_in_a_line_is_no_bug_of_ours(
    workbook, monkeypatch, written, said
):
    half = written(f"import sys; sys.stdout.buffer.write({said!r})", "half.py")
    monkeypatch.setattr(read_sheets, "_CHILD", half)
    path = workbook(Guests=[["Name", "Email"], ["Zoë", "z@x"]])
    with pytest.raises(errors.BrokenList, match="gave up"):
        read_table(path)


def test_an_old_or_odd_workbook_that_only_one_reader_knows_is_read(
    workbook, monkeypatch
):
    path = workbook(Guests=[["Name", "Code"], ["Zoë", 12.0]])
    real, asked = read_sheets._child, []

    def without_calamine(engine, *rest):
        asked.append(engine)
        return real("openpyxl" if engine == "openpyxl" else "no such engine", *rest)

    monkeypatch.setattr(read_sheets, "_child", without_calamine)
    assert read_table(path).rows == (("Zoë", "12"),)
    assert asked == ["calamine", "openpyxl"]
