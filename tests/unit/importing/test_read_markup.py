"""Web pages and old XML workbooks that are lists."""

import pytest

from checkin.importing import load
from checkin.importing.errors import NotAList

_PAGE = """<html><head><meta charset="utf-8"></head><body>
<table><tr><td>Sold</td><td>2</td></tr></table>
<table border=1><tr><th>Name<th>E-mail<th>Company</tr>
<tr><td>Zo&euml; Bell</td><td>zoe@x.org</td><td>Reed &amp; Rope</td></tr>
<tr><td>Hans<br>Weber</td><td>hans@x.org</td><td></td></tr></table></body></html>"""

_XML = """<?xml version="1.0"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="List">
<Table><Row><Cell><Data ss:Type="String">Name</Data></Cell>
<Cell><Data ss:Type="String">Company</Data></Cell>
<Cell><Data ss:Type="String">Email</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Zoë Bell</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">zoe@x.org</Data></Cell></Row></Table>
</Worksheet></Workbook>"""


def test_the_table_with_people_is_read_out_of_a_page(written):
    people = load(written(_PAGE, "export.xls")).people
    assert [(p.name, p.email) for p in people] == [
        ("Zoë Bell", "zoe@x.org"),
        ("Hans Weber", "hans@x.org"),
    ]
    assert people[0].fields["company"] == "Reed & Rope"


def test_an_xml_workbook_is_read_with_its_gaps(written):
    (zoe,) = load(written(_XML, "export.xls")).people
    assert (zoe.name, zoe.email) == ("Zoë Bell", "zoe@x.org")
    assert "company" not in zoe.fields


def test_a_page_without_a_table_is_no_list(written):
    with pytest.raises(NotAList, match="web page without a table"):
        load(written("<!DOCTYPE html><html><body>Hello</body></html>", "a.html"))


def test_cells_of_a_page_that_reach_down_keep_their_columns(written):
    page = (
        "<table><tr><td>Table</td><td>Name</td><td>E-mail</td></tr>"
        "<tr><td rowspan=2>4</td><td>Zoë Bell</td><td>z@x.org</td></tr>"
        "<tr><td>Jo Ng</td><td>j@x.org</td></tr>"
        "<tr><td>5</td><td>Ada Ito</td><td>a@x.org</td></tr></table>"
    )
    people = load(written(page, "list.xls")).people
    assert [(p.name, p.email) for p in people] == [
        ("Zoë Bell", "z@x.org"), ("Jo Ng", "j@x.org"), ("Ada Ito", "a@x.org"),
    ]  # fmt: skip


def test_an_xml_workbook_shows_codes_and_days_as_excel_does(written):
    cell = '<Cell{}><Data ss:Type="{}">{}</Data></Cell>'.format
    rows = [
        [cell("", "String", h) for h in ("Name", "Ticket code", "Booked on")]
        + [cell(' ss:MergeAcross="1"', "String", "Status"), cell("", "String", "Note")],
        [cell(' ss:Index="4"', "String", "Came"), cell("", "String", "Cancelled")],
        [
            cell("", "String", "Zoë"), cell(' ss:StyleID="z"', "Number", "103"),
            cell("", "DateTime", "2026-09-01T00:00:00.000"), cell("", "String", "x"),
        ],
        [
            cell("", "String", "Jo"), cell(' ss:StyleID="z"', "Number", "7"),
            cell("", "DateTime", "2026-09-02T18:30:00.000"),
            cell(' ss:Index="5"', "String", "x"),
        ],
    ]  # fmt: skip
    table = "".join(f"<Row>{''.join(cells)}</Row>" for cells in rows)
    book = (
        '<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:'
        'spreadsheet"><Styles><Style ss:ID="z"><NumberFormat ss:Format="0000"/></Style>'
        f"</Styles><Worksheet><Table>{table}</Table></Worksheet></Workbook>"
    )
    zoe, jo = load(written(book, "list.xls")).people
    assert (zoe.fields["external_code"], jo.fields["external_code"]) == ("0103", "0007")
    assert (zoe.fields["status"], jo.fields["status"]) == ("checked_in", "cancelled")
    assert zoe.extra["Booked on"] == "2026-09-01"
    assert jo.extra["Booked on"] == "2026-09-02T18:30:00"


@pytest.mark.parametrize("name", ["hex", "undefined", "punycode", "utf-7", "utf-16"])
def test_a_page_that_names_an_encoding_it_cannot_have_is_read_all_the_same(
    written, name
):
    page = _PAGE.replace("&euml;", "ë").replace("utf-8", name)
    people = load(written(page.encode("cp1252"), "export.xls")).people
    assert people[0].name == "Zoë Bell"


@pytest.mark.parametrize("number", ["²", "1" * 5000, "-1", ""])
def test_a_number_that_is_none_moves_no_cell(written, number):
    page = _PAGE.replace("<th>Name", f'<th colspan="{number}" rowspan="{number}">Name')
    assert load(written(page, "export.xls")).people[0].name == "Zoë Bell"
    book = _XML.replace('ss:Index="3"', f'ss:Index="{number}"')
    assert load(written(book, "export.xls")).people[0].fields["company"] == "zoe@x.org"
