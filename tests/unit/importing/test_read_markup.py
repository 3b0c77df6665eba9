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
