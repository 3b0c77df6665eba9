"""The table's model: pages read as they come into sight."""

import sqlite3
from array import array

import pytest

from checkin.model.attendee import Attendee, Details
from checkin.store.roll import Roll
from checkin.ui.attendees.roll_model import CELL, PAGE, Column, RollModel

MANY = 100_000


class Shelf:
    """People by number, and which numbers were asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []
        self.gone: set[int] = set()

    def fetch(self, numbers):
        self.asked.append(list(numbers))
        return [_guest(n) for n in numbers if n not in self.gone]


def _guest(number: int) -> Attendee:
    return Attendee(number.to_bytes(16, "big"), Details(full_name=f"Guest {number}"))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def rows(shelf, clock, qapp):
    return RollModel(shelf.fetch, clock)


def _roll(*numbers: int) -> Roll:
    return Roll(array("q", numbers), {})


def test_a_long_list_is_read_a_page_at_a_time(rows, shelf):
    rows.show_roll(_roll(*range(MANY)))
    assert rows.rowCount() == MANY
    assert shelf.asked == []
    assert rows.guest(MANY - 1).name == f"Guest {MANY - 1}"
    assert rows.guest(MANY - 2).name == f"Guest {MANY - 2}"
    assert [len(asked) for asked in shelf.asked] == [PAGE]


def test_what_was_not_looked_at_for_long_is_read_again(rows, shelf):
    rows.show_roll(_roll(*range(MANY)))
    for row in range(0, 50 * PAGE, PAGE):
        rows.guest(row)
    before = len(shelf.asked)
    rows.guest(49 * PAGE)
    assert len(shelf.asked) == before
    rows.guest(0)
    assert len(shelf.asked) == before + 1


def test_whoever_is_gone_leaves_an_empty_row_and_moves_nobody(rows, shelf):
    shelf.gone = {2}
    rows.show_roll(_roll(1, 2, 3))
    cells = [rows.data(rows.index(row, Column.NAME), CELL) for row in range(3)]
    assert [cell and cell.line for cell in cells] == ["Guest 1", None, "Guest 3"]


def test_the_same_people_once_more_are_read_anew_but_stay_where_they_are(
    rows, shelf, qtbot
):
    rows.show_roll(_roll(1, 2, 3))
    rows.guest(0)
    with qtbot.waitSignal(rows.dataChanged), qtbot.assertNotEmitted(rows.modelReset):
        assert not rows.show_roll(_roll(1, 2, 3))
    rows.guest(0)
    assert len(shelf.asked) == 2
    with qtbot.waitSignal(rows.modelReset):
        assert rows.show_roll(_roll(3, 1))


def test_it_keeps_to_what_qt_asks_of_a_model(rows, qtmodeltester):
    rows.show_roll(_roll(*range(7)))
    qtmodeltester.check(rows)


def test_rows_stay_empty_while_the_file_cannot_be_read(hands, monkeypatch):
    def gone(_numbers):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    monkeypatch.setattr(hands.page.session.file.read, "by_numbers", gone)
    hands.search("sukma")
    assert hands.page.people.rows.rowCount() == 1
    assert hands.page.people.rows.guest(0) is None
