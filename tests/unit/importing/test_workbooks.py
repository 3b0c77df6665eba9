"""Workbooks of all programs: what is shown or hidden, and which sheet is meant."""

import re
from datetime import datetime, time, timedelta

import pytest
import xlsxwriter
from workbooks import (
    MAIN,
    STRICT,
    cell,
    number,
    ods_row,
    ods_table,
    row,
    sheet,
    styles,
    write_ods,
    write_xlsx,
)

from checkin.importing import load, read_sheets
from checkin.importing.read import read_table

HEAD = row(1, "Name", "Email")
ZOE = row(2, "Zoë", "zoe@example.org")
JO = row(3, "Jo", "jo@example.org")
HIDDEN_JO = row(3, "Jo", "jo@example.org", attributes='hidden="1"')


@pytest.fixture(params=["calamine", "openpyxl"])
def engine(request, monkeypatch):
    """Each of the two readers in turn."""
    real = read_sheets._child
    monkeypatch.setattr(
        read_sheets, "_child", lambda _engine, *rest: real(request.param, *rest)
    )
    return request.param


@pytest.fixture
def path(tmp_path):
    return tmp_path / "guests.xlsx"


# -- cells


def test_cells_read_as_the_spreadsheet_shows_them(path, engine):
    cells = [
        (123, "00000", "00123"),
        (5550123, r"[<=9999999]###\-####;\(###\)\ ###\-####", "555-0123"),
        (0.25, "0%", "0.25"),
        (1234.5, '#,##0.00 "€"', "1234.5"),
        (datetime(2026, 3, 4), "dd/mm/yyyy", "2026-03-04"),  # noqa: DTZ001
        (datetime(2026, 3, 4, 18, 15), "d mmm yy hh:mm", "2026-03-04 18:15:00"),  # noqa: DTZ001
        (time(18, 5), "hh:mm", "18:05:00"),
        (timedelta(hours=36, minutes=5), "[h]:mm", "36:05:00"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567890123456, "General", "1234567890123456"),
        (1.23e15, "0.00E+00", "1230000000000000"),
        (1e-7, "General", "0.0000001"),
        (True, "General", "TRUE"),
        ("00123", "General", "00123"),
        ("a\nb", "General", "a\nb"),
        ("#N/A", "General", "#N/A"),
    ]
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("Guests")
        page.write_row(0, 0, ["Name", "Email", "Cell"])
        for n, (value, shown, _text) in enumerate(cells, 1):
            page.write_row(n, 0, [f"Guest {n}", f"g{n}@example.org"])
            page.write(n, 2, value, book.add_format({"num_format": shown}))
    found = [cells[2] for cells in read_table(path).rows]
    assert found == [text for _value, _format, text in cells]


def test_formulas_give_the_values_they_had_and_mistakes_give_nothing(path, engine):
    text = sheet(
        row(1, "Name", "Email", "A", "B", "C", "D"),
        row(
            2,
            "Zoë",
            "z@example.org",
            '<c r="C2" t="str"><f>A2&amp;"!"</f><v>Zoë!</v></c>',
            '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
            '<c r="E2" t="e"><v>#REF!</v></c>',
            '<c r="F2"><f>6*7</f><v>42</v></c>',
        ),
    )
    write_xlsx(path, {"Guests": text})
    assert read_table(path).rows[0][2:] == ("Zoë!", "", "", "42")


def test_rich_text_is_its_letters_and_how_to_pronounce_it_is_no_name(path, engine):
    shared = (
        f'<sst xmlns="{MAIN}"><si><t>Name</t></si><si><r><t>E</t></r><r><rPr><b/></rPr>'
        "<t>mail</t></r></si><si><t>東京 太郎</t><rPh sb='0' eb='2'><t>トウキョウ</t>"
        "</rPh><phoneticPr fontId='1'/></si></sst>"
    )
    text = sheet(
        row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>'),
        row(2, '<c r="A2" t="s"><v>2</v></c>', "taro@example.org"),
    )
    table = read_table(write_xlsx(path, {"Guests": text}, shared=shared))
    assert table.header == ("Name", "Email")
    assert table.rows == (("東京 太郎", "taro@example.org"),)


def test_days_of_a_workbook_that_counts_from_1904_are_right(path, engine):
    text = sheet(row(1, "Name", "Born"), row(2, "Zoë", number("B2", 44818, 1)))
    counted = '<workbookPr date1904="1"/>'
    shown = styles("dd/mm/yyyy")
    write_xlsx(path, {"Guests": text}, style_sheet=shown, properties=counted)
    assert read_table(path).rows[0][1] == "2026-09-15"


# -- where the table stands


def test_a_merged_title_makes_no_columns(path, engine):
    merged = '<mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells>'
    title = row(1, "Autumn Evening", *(f'<c r="{c}1"/>' for c in "BCDEFGH"))
    text = sheet(
        title, row(2, "Name", "Email"), row(3, "Zoë", "z@example.org"), after=merged
    )
    assert read_table(write_xlsx(path, {"G": text})).header == ("Name", "Email")


def test_a_table_that_begins_at_c5_keeps_its_marks(path, engine):
    text = sheet(
        row(5, cell("C5", "Name"), cell("D5", "Code"), cell("E5", "Notes")),
        row(6, cell("C6", "Zoë"), number("D6", 7, 1), cell("E6", "old")),
        columns='<col min="5" max="5" hidden="1"/>',
    )
    table = read_table(write_xlsx(path, {"G": text}, style_sheet=styles("0000")))
    assert table.header == ("Name", "Code", "Notes")
    assert (table.rows, table.numbers) == ((("Zoë", "0007", "old"),), (6,))
    assert table.hidden == {"Notes"}


def test_cells_with_nothing_but_a_format_are_not_there(path, engine):
    far = '<c r="XFD{n}" s="1"/>'
    below = "".join(
        f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(4, 9)
    )
    last = '<row r="1048576" s="1" customFormat="1"/>'
    text = sheet(HEAD, ZOE, row(3, far.format(n=3)), below, last)
    write_xlsx(path, {"G": text}, style_sheet=styles("00000"))
    table = read_table(path)
    assert (table.header, len(table.rows)) == (("Name", "Email"), 1)
    assert not table.strays


# -- hidden rows and columns


def test_people_in_hidden_rows_are_on_the_list_and_it_is_told(path, engine):
    rows = (HEAD, ZOE, HIDDEN_JO, row(4, attributes='hidden="true"'))
    reading = load(write_xlsx(path, {"G": sheet(*rows)}))
    assert [one.name for one in reading.people] == ["Zoë", "Jo"]
    assert reading.table.how.hidden_rows == {3}
    assert [one.problem for one in reading.people] == [
        "",
        "hidden in the workbook; imported all the same",
    ]


def test_a_hidden_column_never_wins_against_one_that_is_shown(path, engine):
    text = sheet(
        row(1, "Email", "E-mail", "Full name", "First name", "Last name"),
        row(2, "old@example.org", "new@example.org", "Z. Old", "Zoë", "Bell"),
        columns='<col min="1" max="1" hidden="1"/><col min="3" max="3" hidden="1"/>',
    )
    (zoe,) = load(write_xlsx(path, {"G": text})).people
    assert (zoe.name, zoe.email) == ("Zoë Bell", "new@example.org")
    assert zoe.extra == {"Email": "old@example.org", "Full name": "Z. Old"}


def test_a_hidden_column_is_read_where_no_other_says_it(path, engine):
    hidden = '<col min="2" max="2" hidden="1"/>'
    text = sheet(HEAD, ZOE, columns=hidden)
    (zoe,) = load(write_xlsx(path, {"G": text})).people
    assert zoe.email == "zoe@example.org"


# -- programs


@pytest.mark.parametrize(
    "how",
    [
        {},
        {"absolute": True},
        {"strict": True},
    ],
    ids=["relative", "from the root", "strict"],
)
def test_every_way_to_name_the_parts_is_understood(path, how):
    space = STRICT if how.get("strict") else MAIN
    coded = row(4, "Al", number("B4", 5, 1))
    text = sheet(HEAD, ZOE, HIDDEN_JO, coded, space=space)
    write_xlsx(path, {"G": text}, style_sheet=styles("0000", space=space), **how)
    table = read_table(path)
    assert [cells[1] for cells in table.rows][2] == "0005"
    assert table.how.hidden_rows == {3}


def test_tags_with_a_prefix_and_cells_without_a_place_are_read(path):
    text = sheet(HEAD, ZOE, HIDDEN_JO)
    prefixed = re.sub(r"<(/?)(?=[a-z])", r"<\1x:", text).replace("xmlns=", "xmlns:x=")
    bare = re.sub(r' r="[^"]*"', "", text)
    for one in (prefixed, bare):
        table = read_table(write_xlsx(path, {"G": one}))
        assert table.numbers == (2, 3)
        assert table.how.hidden_rows == {3}


@pytest.mark.parametrize("name", ["guests", "guests.csv", "guests.xls", "guests.ods"])
def test_the_ending_of_the_name_does_not_matter(tmp_path, name):
    path = write_xlsx(tmp_path / name, {"G": sheet(HEAD, ZOE)})
    assert read_table(path).rows == (("Zoë", "zoe@example.org"),)


# -- several sheets


def test_a_summary_with_the_organisers_address_loses_to_the_list(path):
    summary = sheet(HEAD, row(2, "Organiser", "o@example.org"))
    write_xlsx(path, {"Summary": summary, "Sheet2": sheet(HEAD, ZOE, JO)})
    assert read_table(path).how.sheet == "Sheet2"


def test_a_sheet_that_is_called_after_guests_wins_unless_it_is_empty(path):
    many = sheet(HEAD, *(row(n, f"N{n}", f"n{n}@example.org") for n in range(2, 7)))
    guests = sheet(HEAD, ZOE, JO)
    assert read_table(write_xlsx(path, {"Mailing": many, "Guests": guests})).rows[0][
        0
    ] == ("Zoë")
    write_xlsx(path, {"Guests": sheet(HEAD), "Mailing": many})
    assert read_table(path).how.sheet == "Mailing"


def test_hidden_sheets_are_not_proposed_but_can_be_named(path):
    old = sheet(HEAD, *(row(n, f"N{n}", f"n{n}@example.org") for n in range(2, 7)))
    sheets = {"Old": old, "Older": old, "Now": sheet(HEAD, ZOE)}
    write_xlsx(path, sheets, states={"Old": "veryHidden", "Older": "hidden"})
    how = read_table(path).how
    assert (how.sheet, how.sheets) == ("Now", ("Now",))


def test_a_chart_sheet_is_passed_over(path, engine):
    with xlsxwriter.Workbook(path) as book:
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Guests!$C$2:$C$3"})
        book.add_chartsheet("Chart").set_chart(chart)
        page = book.add_worksheet("Guests")
        page.write_row(0, 0, ["Name", "Email"])
        page.write_row(1, 0, ["Zoë", "zoe@example.org"])
    how = read_table(path).how
    assert (how.sheet, how.sheets) == ("Guests", ("Guests",))


# -- LibreOffice


NUMBERS = (
    '<number:number-style style:name="N1"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="5"/></number:number-style>'
    '<style:style style:name="five" style:data-style-name="N1"/>'
    '<number:number-style style:name="N2"><number:number number:decimal-places="0"'
    ' number:min-integer-digits="9"><number:embedded-text number:position="4">-'
    "</number:embedded-text></number:number></number:number-style>"
    '<style:style style:name="parted" style:data-style-name="N2"/>'
)


def counted(value, style=""):
    named = f'table:style-name="{style}"' if style else ""
    return (
        f'<table:table-cell {named} office:value-type="float" office:value="{value}">'
        "<text:p>shown</text:p></table:table-cell>"
    )


def test_codes_of_libreoffice_read_as_shown(tmp_path):
    table = ods_table(
        "Guests",
        ods_row("Name", "Email", "Member", "Other"),
        ods_row("Zoë", "z@example.org", counted(123), counted(78051120, "parted")),
        columns='<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="five"/>',
    )
    found = read_table(write_ods(tmp_path / "guests.ods", table, styles=NUMBERS))
    assert found.rows == (("Zoë", "z@example.org", "00123", "07805-1120"),)


def test_hidden_rows_and_columns_of_libreoffice_are_told(tmp_path):
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    table = ods_table(
        "Guests",
        ods_row("Name", "Email", "Notes"),
        ods_row("Zoë", "z@example.org"),
        ods_row("Jo", "j@example.org", attributes='table:visibility="filter"'),
        ods_row(
            "Al",
            "",
            "x",
            attributes='table:number-rows-repeated="2" table:visibility="collapse"',
        ),
        ods_row(empty, attributes='table:number-rows-repeated="1048571"'),
        columns='<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>',
    )
    found = read_table(write_ods(tmp_path / "guests.ods", table))
    assert found.numbers == (2, 3, 4, 5)
    assert found.how.hidden_rows == {3, 4, 5}
    assert found.hidden == {"Notes"}


def test_a_row_that_stands_for_more_guests_than_any_hall_is_refused(tmp_path):
    from checkin.importing.errors import TooLarge

    many = 'table:number-rows-repeated="310000"'
    table = ods_table("G", ods_row("Name"), ods_row("Zoë", attributes=many))
    with pytest.raises(TooLarge, match="rows"):
        read_table(write_ods(tmp_path / "guests.ods", table))
