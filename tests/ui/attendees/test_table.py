"""The table of people: its headings have the room that the scroll bar leaves."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication

from checkin.ui import style
from checkin.ui.attendees.roll_model import Column
from checkin.ui.look import Look


def test_the_last_column_does_not_lie_under_the_scroll_bar(hands, qapp):
    style.apply_if_other(qapp, Look(scale=1.3))
    table, bar = hands.page.people.table, hands.page.people.table.verticalScrollBar()
    hands.until(bar.isVisible)
    heading, room = table.heading, table.viewport()
    hands.until(lambda: heading.width() == room.width())
    for _round in range(8):  # until the new text size has settled
        qapp.processEvents()
    # the bar appears while Qt places the headings: it goes on with the old width,
    # and does not listen to the headings meanwhile
    QApplication.sendEvent(room, QResizeEvent(room.size(), room.size()))
    with QSignalBlocker(heading):
        heading.resize(room.width() + bar.width(), heading.height())
    hands.until(lambda: heading.width() == heading.length() == room.width())
    left = heading.sectionViewportPosition(Column.BADGE)
    assert left + heading.sectionSize(Column.BADGE) <= room.width()
