"""Text size and theme are changed while pages are open: all follow at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView, QWidget
from screenshots import Stage

from checkin.ui import look, style
from checkin.ui.app import Looks
from checkin.ui.attendees.form_fields import LongInput
from checkin.ui.attendees.table import PeopleTable
from checkin.ui.look import Look
from checkin.ui.places import PLACES
from checkin.ui.widgets.header import PageHeader
from checkin.ui.widgets.progress import ProgressCard
from checkin.ui.widgets.ring import FocusRing


@pytest.fixture
def stages(tmp_path: Path, qapp):
    """Makes shown windows, each on a machine of its own."""
    made = []

    def make() -> Stage:
        folder = tmp_path / f"stage{len(made)}"
        folder.mkdir()
        made.append(Stage(folder))
        made[-1].window.resize(1280, 800)
        made[-1].window.show()
        return made[-1]

    yield make
    for stage in made:
        stage.close()


@pytest.fixture
def changed(stages, qapp):
    """A window whose pages were all built before its user chose larger text."""
    stage = stages()
    looks = Looks(qapp, stage.around.settings)
    stage.open_demo()
    for place in PLACES:
        stage.window.go(place)
        stage.settle(4)
    choose(stage, "theme", "Dark")
    choose(stage, "text_size", "130 %")
    yield stage
    looks.deleteLater()


def choose(stage, option, words):
    """Clicks it in the settings."""
    stage.window.go("options")
    control = stage.window.stack.currentWidget().catalogue.controls[option]
    pills = control.findChildren(QAbstractButton)
    pill = next(pill for pill in pills if pill.text() == words)
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)


def test_pages_that_were_open_are_as_those_that_are_opened_afterwards(changed, stages):
    assert look.look().scale == 1.3
    fresh = stages()
    fresh.open_demo()
    for name in PLACES:
        for stage in (changed, fresh):
            stage.window.go(name)
            stage.settle(8)
        look_alike(changed, fresh)
        for table in fresh.window.stack.currentWidget().findChildren(PeopleTable):
            assert table.heading.width() == table.viewport().width()


def look_alike(one, other):
    """Fails where something is at another place, or as tall as it was, also later."""
    for _round in range(20):
        if measures(one) == measures(other):
            break
    assert measures(one) == measures(other)


def measures(stage: Stage) -> list[str]:
    """Where everything is that can be seen, and how tall rows are."""
    root = stage.window
    root.activateWindow()
    stage.settle(2)
    found = [
        f"{name_of(widget)}: {widget.width()} x {widget.height()} at "
        f"{widget.mapTo(root, QPoint(0, 0)).toTuple()}{rows_of(widget)}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and not isinstance(widget, FocusRing)
        and not in_a_table(widget)
    ]
    return sorted(one.replace(str(stage.folder), "") for one in found)


def in_a_table(widget: QWidget) -> bool:
    """Its headers and what they are made of; `rows_of` tells how tall those are."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QTableView) or in_a_table(parent))


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def rows_of(widget: QWidget) -> str:
    if not isinstance(widget, QTableView):
        return ""
    head = widget.horizontalHeader().height()
    return f", rows of {widget.rowHeight(0)} below {head}"


def test_the_start_page_that_was_open_is_as_a_new_one(changed, stages):
    changed.window.close_event()
    changed.settle(4)
    fresh = stages()
    for event in changed.around.settings.recent():
        fresh.around.settings.remember(event)
    fresh.window.start.refresh()
    look_alike(changed, fresh)


def test_message_bars_in_sight_follow(stages, qapp):
    def told(stage):
        text = "Half of it is new. " * 12
        stage.window.messages.warn("The list has changed", text)
        stage.settle(4)

    changed, fresh = stages(), stages()
    told(changed)
    style.apply(qapp, Look(scale=1.3))
    told(fresh)
    look_alike(changed, fresh)


@pytest.mark.parametrize(
    "make",
    [ProgressCard, lambda: PageHeader("Badges"), lambda: LongInput("Note")],
    ids=["progress", "header", "note"],
)
def test_a_part_asks_for_the_room_that_a_new_one_would(make, qtbot, qapp):
    before = make()
    qtbot.addWidget(before)
    style.apply(qapp, Look(scale=1.3))
    after = make()
    qtbot.addWidget(after)
    assert before.sizeHint() == after.sizeHint()
    assert before.minimumSizeHint() == after.minimumSizeHint()
    assert before.minimumSize() == after.minimumSize()
