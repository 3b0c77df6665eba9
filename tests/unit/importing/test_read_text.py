"""Text tables: encodings, separators, quotes, row numbers."""

import pytest

from checkin.importing.errors import BrokenList, NotAList
from checkin.importing.read import read_table
from checkin.importing.read_text import read_text
from checkin.importing.separators import find_separator
from checkin.model.progress import WasCancelled

ROWS = 'Name{s}Company{s}Notes\r\nZoë Bell{s}"Smith{s} Jones & Co."{s}"says ""hi"""\r\n'
READ = (("Zoë Bell", "Smith{s} Jones & Co.", 'says "hi"'),)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("codec", "mark", "told"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_every_encoding_is_read_with_every_separator(
    written, separator, codec, mark, told
):
    text = ROWS.format(s=separator)
    table = read_table(written(mark + text.encode(codec)))
    assert table.header == ("Name", "Company", "Notes")
    assert table.rows[0][1] == READ[0][1].format(s=separator)
    assert table.rows[0][::2] == ("Zoë Bell", 'says "hi"')
    assert (table.how.encoding, table.how.separator) == (told, separator)


def test_commas_in_cells_do_not_outweigh_the_semicolons_between_them():
    names = "".join(f"Bell, Zoë {i};Smith, Jones & Co.;VIP\n" for i in range(9))
    assert find_separator("Name;Company;Ticket\n" + names).text == ";"


def test_known_headings_outweigh_a_more_regular_look():
    rows = "Bell, Zoë, Ms;z@x.org\nNg, Jo, Mr\nReed, Ines, Dr\n" * 3
    assert find_separator("Name;E-mail\n" + rows).text == ";"


def test_commas_in_nearly_every_note_do_not_outweigh_tabs():
    rows = "".join(f"Zoë {i}\tbees, cheese, trees\n" for i in range(9))
    assert find_separator("Name\tNotes\n" + rows).text == "\t"


def test_a_single_column_is_a_list_too(written):
    table = read_table(written("Name\nZoë Bell\nSukma\n"))
    assert table.how.separator == ""
    assert table.rows == (("Zoë Bell",), ("Sukma",))


def test_excels_own_line_about_the_separator_is_no_heading(written):
    table = read_table(written("sep=;\nName;Company\nZoë;Bell, Ltd\n"))
    assert table.header == ("Name", "Company")
    assert table.numbers == (3,)


def test_rows_are_numbered_as_a_spreadsheet_shows_them(written):
    text = 'Name,Notes\nZoë,"two\nlines"\n\nSukma,\n'
    assert read_table(written(text)).numbers == (2, 4)


def test_line_breaks_in_quotes_stay_in_their_cell(written):
    table = read_table(written('Name,Notes\r\nRenée,"Late.\r\nSide door."\r\n'))
    assert table.rows == (("Renée", "Late.\r\nSide door."),)


def test_a_stray_nul_does_not_end_the_row(written):
    assert read_table(written(b"Name\nZo\0e Bell\n")).rows == (("Zoe Bell",),)


def test_a_quotation_mark_that_never_ends_is_told_in_words():
    text = 'Name,Notes\nZoë,"' + "all of it " * 20_000
    with pytest.raises(BrokenList, match="damaged"):
        read_text(text.encode(), "list.csv")


def test_bytes_that_are_no_text_are_no_list():
    with pytest.raises(NotAList):
        read_text(bytes(range(256)) * 40, "list.csv")


def test_reading_ends_when_the_user_wants_it_to():
    with pytest.raises(WasCancelled):
        read_text(b"Name\nZoe\n", "list.csv", cancelled=lambda: True)


def test_the_apostrophe_before_what_a_spreadsheet_would_run_is_taken_off(written):
    path = written("Name,Phone\n'=JOY() Adeyemi,'+49 30 123456\nO'Neil,'tis\n")
    assert read_table(path).rows == (
        ("=JOY() Adeyemi", "+49 30 123456"),
        ("O'Neil", "'tis"),
    )
