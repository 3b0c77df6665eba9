"""A file is read as the user says, or it is told why it can't be."""

import io
import zipfile

import pytest
import xlsxwriter

from checkin.importing import how_read
from checkin.importing.read import read_table
from checkin.importing.read_as import ReadAs, codec_named, separator_named
from checkin.model.errors import BadArgument

TEXT = "Gäste\nName;Company\nZoë;Bell, Ltd\n\nAl;Ng, Inc\n"


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("Windows-1252", "cp1252"), ("windows 1252", "cp1252"), ("ANSI", "cp1252"),
        ("Latin-1", "cp1252"), ("ISO-8859-2", "iso8859-2"), ("UTF8", "utf-8"),
        ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("Unicode", "utf-16"),
        ("Mac Roman", "mac-roman"), ("Shift JIS", "cp932"), ("GB2312", "gb18030"),
        ("koi8-r", "koi8-r"), ("850", "cp850"),
    ],
)  # fmt: skip
def test_encodings_are_known_by_the_names_that_people_use(name, codec):
    assert codec_named(name) == codec


@pytest.mark.parametrize("name", ["Windows-1522", "base64", "rot13", "hex", "idna"])
def test_what_decodes_no_text_is_no_encoding(name):
    with pytest.raises(BadArgument, match="--encoding") as told:
        codec_named(name)
    assert "Closest to it: " in told.value.hint_words()


def test_names_near_to_a_slip_are_told():
    with pytest.raises(BadArgument, match="Windows-1252"):
        codec_named("Windows-1522")


@pytest.mark.parametrize(
    ("said", "separator"),
    [
        (",", ","), ("semicolon", ";"), ("Tabs", "\t"), ("\\t", "\t"), ("\t", "\t"),
        ("pipe", "|"), (" ", " "), ("^", "^"), ("none", "none"),
    ],
)  # fmt: skip
def test_separators_are_characters_or_their_names(said, separator):
    assert separator_named(said) == separator


@pytest.mark.parametrize("said", ["a", "::", '"', "\n", "comma-ish"])
def test_what_stands_between_no_cells_is_no_separator(said):
    with pytest.raises(BadArgument, match="--separator"):
        separator_named(said)


def test_what_is_said_is_not_found_out(written):
    path = written("Name;Company\nZo\xeb;Bell\n".encode("cp1250"))
    how = ReadAs("Windows-1250", "semicolon", header_row=0)
    table = read_table(path, how)
    assert table.rows == (("Name", "Company"), ("Zoë", "Bell"))
    assert table.how.said == {"encoding", "separator", "header_row"}
    assert how_read(table) == (
        "Windows-1250 (as you say), semicolons (as you say), no headings (as you say)"
    )


def test_guesses_that_leave_a_doubt_are_told(written):
    table = read_table(written("Wer;Wo\nZoë;Bonn\nAl;Kiel\n".encode("cp1252")))
    assert table.how.unsure == {"encoding", "header_row"}
    assert "Windows-1252 (not sure)" in how_read(table)
    said = read_table(written("Wer;Wo\nZoë;Bonn\n"), ReadAs("utf-8", ";", "", 1))
    assert not said.how.unsure


def test_the_row_of_the_headings_can_be_said(written):
    assert read_table(written(TEXT)).header_row == 2
    table = read_table(written(TEXT), ReadAs(header_row=3))
    assert table.header == ("Zoë", "Bell, Ltd")
    assert table.numbers == (5,)


def test_of_two_tables_the_one_below_that_row_is_read(written):
    text = "Name,Email\nHost,h@x.org\n\nName,Email,Ticket\nZoë,z@x.org,VIP\n"
    assert read_table(written(text), ReadAs(header_row=1)).rows == (
        ("Host", "h@x.org"),
    )
    assert read_table(written(text), ReadAs(header_row=4)).rows[0][0] == "Zoë"


@pytest.mark.parametrize("row", [4, 40, -1])
def test_headings_stand_in_no_empty_row(written, row):
    with pytest.raises(BadArgument, match="--header-row"):
        read_table(written(TEXT), ReadAs(header_row=row))


def test_a_single_column_may_hold_separators(written):
    path = written("Name\nBell, Zoë\nNg, Al\n")
    table = read_table(path, ReadAs(separator="none"))
    assert table.rows == (("Bell, Zoë",), ("Ng, Al",))
    assert "a single column (as you say)" in how_read(table)


@pytest.mark.parametrize("separator", [" ", "=", "~"])
def test_any_character_may_stand_between_cells(written, separator):
    text = "Name,Email\nZoë,z@x.org\n".replace(",", separator)
    table = read_table(written(text), ReadAs(separator=separator))
    assert table.rows == (("Zoë", "z@x.org"),)


@pytest.mark.parametrize(
    ("content", "encoding", "codec"),
    [
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16", "utf-16-le"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16", "utf-16-le"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", "utf-8"),
        (TEXT.encode("mac_roman"), "Mac Roman", "mac-roman"),
    ],
)
def test_a_mark_at_the_front_is_no_letter_of_an_encoding_that_is_said(
    written, content, encoding, codec
):
    table = read_table(written(content), ReadAs(encoding=encoding))
    assert table.header == ("Name", "Company")
    assert table.rows[0][0] == "Zoë"
    assert table.how.encoding == codec


PAGE = "<html><table><tr><th>Name<tr><td>Zoë</table></html>"


def test_a_page_is_read_in_the_encoding_that_is_said(written):
    table = read_table(written(PAGE.encode("cp1250"), "a.xls"), ReadAs("cp1250"))
    assert table.rows == (("Zoë",),)


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Guests")
        for n, cells in enumerate([["Guests of 2026"], ["Name"], ["Zoë"], ["Al"]]):
            sheet.write_row(n, 0, cells)
    return path


@pytest.mark.parametrize("how", [ReadAs("utf-8"), ReadAs(separator=";")])
def test_a_workbook_says_itself_how_it_is_read(book, how):
    with pytest.raises(BadArgument, match=r"book\.xlsx"):
        read_table(book, how)


def test_the_row_of_the_headings_in_a_workbook_can_be_said(book):
    assert read_table(book, ReadAs(header_row=3)).rows == (("Al",),)


def test_a_page_has_cells_of_its_own(written):
    with pytest.raises(BadArgument, match="where its cells end"):
        read_table(written(PAGE, "a.xls"), ReadAs(separator="tab"))


def test_what_is_said_of_a_list_in_an_archive_holds_for_it(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        out.writestr("a.csv", "Name;Wo\nZoë;Łódź\n".encode("cp1250"))
        out.writestr("b.csv", "Name\nAl\n")
    path = tmp_path / "lists.zip"
    path.write_bytes(packed.getvalue())
    table = read_table(path, ReadAs(encoding="cp1250", sheet="a.csv"))
    assert table.rows == (("Zoë", "Łódź"),)
    assert table.how.sheets == ("a.csv", "b.csv")
