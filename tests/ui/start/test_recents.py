"""The events that were open lately: in order, also those whose file is gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from checkin.settings import RecentEvent
from checkin.ui.widgets.button import Button

TONIGHT, LAST_WEEK = "2023-11-23T18:15", "2023-11-16T18:15"


@pytest.fixture
def remembered(around, tmp_path):
    """Opens an event, as far as the settings know."""
    opened_at = [1000]

    def remember(name, starts=LAST_WEEK, there=True):
        path = tmp_path / f"{name}.checkin"
        if there:
            path.touch()
        opened_at[0] += 1
        event = RecentEvent(str(path), name, starts, 3, opened_at_ms=opened_at[0])
        around.settings.remember(event)
        return path

    return remember


@pytest.fixture
def shown(empty_window, qtbot):
    """The cards, once it is known which files are there."""

    def show(missing=()):
        start = empty_window.start
        start.refresh()
        qtbot.waitUntil(
            lambda: (
                [c.row.name for c in start.recents.cards if not c.row.there]
                == list(missing)
            )
        )
        return start.recents.cards

    return show


def test_twelve_events_are_shown_and_each_can_be_reached_by_key(
    remembered, shown, empty_window, qtbot
):
    for n in reversed(range(14)):
        remembered(f"Event {n}")
    cards = shown()
    assert [c.row.name for c in cards] == [f"Event {n}" for n in range(12)]
    empty_window.activateWindow()
    qtbot.waitUntil(cards[0].hasFocus)
    for _press in range(11):
        qtbot.keyClick(empty_window.focusWidget(), Qt.Key.Key_Down)
    assert cards[11].hasFocus()
    assert not cards[11].visibleRegion().isEmpty()


def test_enter_opens_the_first_event_whose_file_is_there(
    remembered, shown, empty_window, monkeypatch, qtbot
):
    opened = []
    monkeypatch.setattr(empty_window.start.recents, "_open", opened.append)
    there = remembered("There")
    remembered("Lost", TONIGHT, there=False)
    lost, card = shown(missing=["Lost"])
    assert lost.row.state == "The file is not there. Is the drive plugged in?"
    assert (lost.chosen, card.chosen) == (False, True)
    assert empty_window.focusWidget() is card
    qtbot.keyClick(empty_window.start.recents, Qt.Key.Key_Return)
    assert opened == [there]


def test_todays_event_is_the_one_to_open_even_if_another_was_open_later(
    remembered, shown
):
    remembered("Tonight’s", TONIGHT)
    remembered("Yesterday’s")
    first, second = shown()
    assert (first.row.name, first.chosen) == ("Tonight’s", True)
    assert not second.chosen


def test_a_drive_that_is_plugged_in_meanwhile_is_noticed(
    remembered, shown, empty_window, qtbot
):
    path = remembered("On the stick", there=False)
    shown(missing=["On the stick"])
    path.touch()
    empty_window.start.recents._look_for_files()
    qtbot.waitUntil(lambda: empty_window.start.recents.cards[0].row.there)


def test_a_path_that_no_system_takes_counts_as_missing(around, shown):
    around.settings.remember(RecentEvent("/" + "x" * 300, "Long"))
    around.settings.remember(RecentEvent("/nul\0byte", "Nul"))
    shown(missing=["Nul", "Long"])


def test_an_event_whose_file_is_gone_can_be_taken_off_the_list(
    remembered, shown, empty_window, around, qtbot
):
    remembered("There")
    remembered("Lost", there=False)
    lost, _there = shown(missing=["Lost"])
    qtbot.mouseClick(lost, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(empty_window.bars.bars))
    (button,) = empty_window.bars.bars[0].buttons
    assert button.text() == "Take it off the list"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [c.row.name for c in empty_window.start.recents.cards] == ["There"]
    assert [e.name for e in around.settings.recent()] == ["There"]


def test_a_file_that_was_never_open_is_not_offered_to_be_forgotten(
    empty_window, tmp_path, qtbot
):
    empty_window.opener.open(Path(tmp_path / "never.checkin"))
    qtbot.waitUntil(lambda: bool(empty_window.bars.bars))
    assert empty_window.bars.bars[0].buttons == []


def test_enter_on_a_button_presses_that_and_opens_no_event(
    remembered, shown, empty_window, monkeypatch, qtbot
):
    opened = []
    recents = empty_window.start.recents
    monkeypatch.setattr(recents, "_open", opened.append)
    remembered("There")
    shown()
    other = next(
        b
        for b in recents.findChildren(Button)
        if b.isVisible() and b.accessibleName() == "New event"
    )
    pressed = []
    other.clicked.connect(lambda: pressed.append(True))
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert (opened, pressed) == ([], [True])
