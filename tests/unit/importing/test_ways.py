"""What can be chosen instead of how a file was read."""

import pytest
import xlsxwriter

from checkin.importing.read import read_table
from checkin.importing.read_as import NO_SEPARATOR, ReadAs
from checkin.importing.ways import ways_of


def words(choices):
    return [one for one, _value in choices]


def values(choices):
    return [value for _words, value in choices]


def test_encodings_are_offered_with_a_cell_as_it_would_read(written):
    path = written("Name;Wo\nŻaneta;Łódź\nAl;Bonn\n".encode("cp1250"))
    ways = ways_of(read_table(path, ReadAs("cp1250")))
    assert words(ways.encodings)[0] == "Windows-1250 · Żaneta"
    assert "Windows-1252 · ¯aneta" in words(ways.encodings)
    assert "utf-8" not in values(ways.encodings)
    assert len(values(ways.encodings)) == len(set(values(ways.encodings)))


@pytest.mark.parametrize(
    "content", [b"Name\nZoe\nAl\n", "Name\nZoë\n".encode("utf-16")]
)
def test_no_encoding_is_offered_where_all_read_alike_or_none_else_fits(
    written, content
):
    assert ways_of(read_table(written(content))).encodings == ()


def test_an_encoding_that_was_said_can_be_said_otherwise(written):
    ways = ways_of(read_table(written(b"Name\nZoe\n"), ReadAs("cp437")))
    assert words(ways.encodings)[:2] == ["CP437", "UTF-8"]


def test_a_long_cell_is_shown_in_part_and_asian_letters_whole(written):
    names = "山田太郎という名前の人が来ますからよろしくお願いします"
    path = written(f"氏名,会社\n{names},東京\n".encode("cp932"))
    ways = ways_of(read_table(path))
    assert words(ways.encodings)[0] == "Shift JIS · 氏名"


def test_separators_are_offered_for_text_in_lines_only(written, tmp_path):
    ways = ways_of(read_table(written("Name;Wo\nZoe;Bonn\n")))
    assert ways.separator == ";"
    assert values(ways.separators) == [",", ";", "\t", "|", " ", NO_SEPARATOR]
    other = ways_of(read_table(written("Name^Wo\nZoe^X\n"), ReadAs(separator="^")))
    assert other.separators[0] == ("“^”", "^")
    page = "<html><table><tr><th>Name<tr><td>Zoë</table></html>"
    assert ways_of(read_table(written(page, "a.xls"))).separators == ()


def test_headings_are_offered_by_what_stands_in_the_first_rows(written):
    text = "Our guests\n\nName,Email\n" + "".join(f"G{n},g@x.org\n" for n in range(30))
    ways = ways_of(read_table(written(text)))
    assert ways.header_row == 3
    assert words(ways.header_rows)[:3] == [
        "Row 1: Our guests",
        "Row 3: Name · Email",
        "Row 4: G0 · g@x.org",
    ]
    assert ways.header_rows[-1] == ("No headings", 0)
    assert len(ways.header_rows) == 11


def test_headings_far_down_are_among_the_rows_that_are_offered(written):
    notes = "".join(f"note {n}\n" for n in range(15))
    ways = ways_of(read_table(written(notes + "Name,Email\nZoe,z@x.org\n")))
    assert ways.header_row == 16
    assert (ways.header_rows[-2]) == ("Row 16: Name · Email", 16)


def test_sheets_are_offered_where_there_are_several(tmp_path):
    path = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Members", "Speakers"):
            book.add_worksheet(name).write_column(0, 0, ["Name", "Zoë", "Al"])
    ways = ways_of(read_table(path))
    assert values(ways.sheets) == ["Members", "Speakers"]
    assert (ways.sheet, ways.encodings, ways.separators) == ("Members", (), ())
