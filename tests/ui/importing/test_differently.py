"""A file that was read wrong is read otherwise, by mouse and by keyboard."""

import pytest
import xlsxwriter
from PySide6.QtCore import Qt

from checkin.ui.importing.view import State

CZECH = "Name;Wo\nJan Dvořák;Brno\nAl Ng;Bonn\n"
"""So few letters that they could as well be of the West."""


@pytest.fixture
def reading(look_at, tmp_path, qtbot):
    """The page with a file of these bytes, and its ways to read it opened."""

    def opened(content, name="list.csv"):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        page = look_at(path)
        line = page.view.body.file
        qtbot.mouseClick(line.differently, Qt.MouseButton.LeftButton)
        assert line.ways.isVisible()
        return page, line

    return opened


def choose(page, qtbot, field, start):
    """Chooses the first one that begins so, by keyboard."""
    box = page.view.body.file.ways.choices[field]
    at = next(i for i in range(box.count()) if box.itemText(i).startswith(start))
    box.setFocus()
    step = Qt.Key.Key_Down if at > box.currentIndex() else Qt.Key.Key_Up
    for _step in range(abs(at - box.currentIndex())):
        qtbot.keyClick(box, step)
    qtbot.waitUntil(lambda: not page.draft.working)
    return box


def texts(page, heading):
    columns = page.view.body.grid.columns
    column = next(c for c in columns if c.shown.heading == heading)
    return [cell.text for cell in column.shown.cells]


def test_the_choices_begin_with_how_the_file_was_read(reading):
    _page, line = reading("Name,Email\nZoë,z@x.org\n".encode())
    chosen = {f: box.currentText() for f, box in line.ways.choices.items()}
    assert chosen["encoding"] == "UTF-8 · Zoë"
    assert chosen["separator"] == "Commas"
    assert chosen["header_row"] == "Row 1: Name · Email"
    assert not line.ways.choices["sheet"].isVisible()
    assert not line.ways.as_found.isEnabled()
    assert line.ways.as_found.toolTip() == "It is read as it was found."


def test_another_encoding_is_chosen_by_keyboard_and_the_page_stays(
    reading, window, qtbot, in_event
):
    page, line = reading(CZECH.encode("cp1250"))
    assert texts(page, "Name") == ["Jan Dvoøák", "Al Ng"]
    states = []
    enter = page._enter
    page._enter = lambda state: (states.append(state), enter(state))
    box = choose(page, qtbot, "encoding", "Windows-1250")
    assert box.currentText() == "Windows-1250 · Jan Dvořák"
    assert texts(page, "Name") == ["Jan Dvořák", "Al Ng"]
    assert "Windows-1250 (as you say)" in line.how.text()
    assert line.ways.told.text() == "Read again: 2 rows, 2 columns."
    assert window.focusWidget() is box
    assert set(states) == {State.READY}
    page.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert in_event() == ["Al Ng", "Jan Dvořák"]


def test_as_found_goes_back_to_the_guess(reading, qtbot):
    page, line = reading(b"Name,Email\nZoe,z@x.org\nAl,a@x.org\n")
    choose(page, qtbot, "header_row", "No headings")
    assert page.view.body.grid.columns[0].shown.heading.startswith("Column")
    assert page.view.headline.sentence.text().startswith("3 people")
    qtbot.mouseClick(line.ways.as_found, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.draft.working)
    assert page.view.headline.sentence.text().startswith("2 people")
    assert line.how.text() == "UTF-8, commas, headings in row 1"
    assert not line.ways.as_found.isEnabled()


def test_what_was_said_before_still_holds_when_more_is_said(reading, qtbot):
    page, line = reading(CZECH.encode("cp1250"))
    choose(page, qtbot, "encoding", "Windows-1250")
    choose(page, qtbot, "separator", "None")
    assert "Windows-1250 (as you say), a single column" in line.how.text()
    assert page.draft.wish.how.said == {"encoding", "separator"}


def test_a_way_in_which_it_can_not_be_read_is_told_and_the_page_stays_as_it_was(
    reading, window, qtbot
):
    page, line = reading(b"Name,Email\nZoe,z@x.org\nAl,a@x.org\n")
    choose(page, qtbot, "header_row", "Row 3")
    (bar,) = window.bars.bars
    assert "nobody below" in bar.message.title
    qtbot.waitUntil(lambda: not page.draft.working)
    assert page.state is State.READY
    assert line.how.text() == "UTF-8, commas, headings in row 1"
    assert line.ways.choices["header_row"].currentText() == "Row 1: Name · Email"
    assert page.view.foot.apply.isEnabled()


def test_a_file_that_is_gone_meanwhile_is_told(reading, tmp_path, window, qtbot):
    page, _line = reading(b"Name,Email\nZoe,z@x.org\nAl,a@x.org\n")
    (tmp_path / "list.csv").unlink()
    choose(page, qtbot, "header_row", "No headings")
    qtbot.waitUntil(lambda: page.state is State.EMPTY)
    assert window.bars.bars


def test_another_sheet_forgets_what_was_said_of_the_first(reading, tmp_path, qtbot):
    with xlsxwriter.Workbook(tmp_path / "two.xlsx") as book:
        for name in ("Members", "Speakers"):
            rows = [["All of them"], ["Name", "Email"], [f"Zoë of {name}", "z@x.org"]]
            sheet = book.add_worksheet(name)
            for n, cells in enumerate([*rows, ["Al", "a@x.org"]]):
                sheet.write_row(n, 0, cells)
    page, line = reading(None, "two.xlsx")
    visible = {f for f, box in line.ways.choices.items() if box.isVisible()}
    assert visible == {"header_row", "sheet"}
    choose(page, qtbot, "header_row", "No headings")
    choose(page, qtbot, "sheet", "Speakers")
    assert texts(page, "Name") == ["Zoë of Speakers", "Al"]
    assert page.draft.wish.how.said == {"sheet"}


def test_tab_goes_through_the_choices_and_on_to_the_columns(reading, window, qtbot):
    page, line = reading("Name,Email\nZoë,z@x.org\n".encode())
    line.differently.setFocus()
    boxes = [box for box in line.ways.choices.values() if box.isVisible()]
    for stop in [*boxes, page.view.body.grid.columns[0].choice]:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is stop
        assert stop.accessibleName()


def test_another_file_closes_the_choices(reading, look_at, write):
    _page, line = reading(b"Name,Email\nZoe,z@x.org\n")
    look_at(write("others.csv"))
    assert not line.ways.isVisible()
