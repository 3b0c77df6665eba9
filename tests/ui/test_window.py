"""The window around the pages: opening, going places, messages, closing."""

import json
from dataclasses import replace

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from checkin.model.errors import DiskFull
from checkin.settings import Settings
from checkin.ui.messages import Offer, Tone
from checkin.ui.window import Window


def titles(window):
    return [bar.message.title for bar in window.bars.bars]


def test_the_first_time_the_drop_zone_is_the_page_and_there_is_no_rail(empty_window):
    start = empty_window.start
    assert start.currentWidget() is start.first_time
    assert not empty_window.rail.isVisible()


def test_an_event_that_was_open_is_offered_again(demo_window, around):
    demo_window.close_event()
    assert demo_window.session is None
    assert not demo_window.rail.isVisible()
    card = demo_window.start.recents.cards[0]
    assert card.row.name == "Autumn Networking Evening"
    assert card.row.state == "62 guests, 38 of them here · badges printed"
    assert card.row.tonight == "Tonight"


def test_enter_opens_todays_event(demo_window, qtbot):
    demo_window.close_event()
    qtbot.keyClick(demo_window.start.recents, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: demo_window.session is not None)


def test_a_recent_event_whose_file_is_gone_says_so_and_the_app_goes_on(
    demo_window, demo, qtbot
):
    demo_window.close_event()
    demo.unlink()
    demo_window.start.refresh()
    recents = demo_window.start.recents
    qtbot.waitUntil(lambda: "plugged in" in recents.cards[0].row.state)
    card = recents.cards[0]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(titles(demo_window)))
    assert titles(demo_window) == [f"There is no file {demo.name}"]


def test_a_new_event_is_made_by_keyboard_and_opened(empty_window, around, qtbot):
    qtbot.keyClick(empty_window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = empty_window.start.making.form
    assert empty_window.start.currentWidget() is empty_window.start.making
    qtbot.keyClicks(form.title.edit, "Makers Breakfast")
    qtbot.keyClick(form.title.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    event = empty_window.session.file.read.event()
    assert (event.name, event.starts) == ("Makers Breakfast", "2023-11-23T18:30")
    assert empty_window.session.path.parent == around.events_folder


def test_a_new_event_needs_a_name_and_a_day_that_there_is(empty_window, qtbot):
    empty_window.start.new_event()
    making = empty_window.start.making
    making.form.day.set_text("31.11.2025")
    qtbot.mouseClick(making.make_button, Qt.MouseButton.LeftButton)
    assert empty_window.session is None
    assert making.form.title.edit.accessibleDescription() == "An event needs a name."
    assert making.form.day.edit.property("wrong")


def test_a_second_event_of_one_name_gets_a_file_of_its_own(window, qtbot):
    first = window.session.path
    window.close_event()
    window.start.new_event()
    making = window.start.making
    making.keep_in(str(first.parent))
    making.form.title.set_text("autumn")
    making.form.day.set_text("")
    assert making.path() == first.with_name("autumn 2.checkin")


def test_f1_shows_the_help_of_the_page_and_escape_closes_it(window, qtbot):
    window.go("options")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.help.isVisible()
    assert window.help.page == "settings"
    assert "Theme" in window.help.text.toPlainText()
    qtbot.keyClick(window.help.text, Qt.Key.Key_Escape)
    assert not window.help.isVisible()


def test_the_theme_and_text_size_are_chosen_in_the_settings_and_kept(
    window, around, qtbot, qapp
):
    window.go("options")
    catalogue = window.stack.currentWidget().catalogue
    pills = catalogue.controls["theme"].findChildren(object, "")
    dark = next(p for p in pills if getattr(p, "text", str)() == "Dark")
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert around.settings.get("theme") == "dark"
    stored = json.loads((around.crash._log.parent / "settings.json").read_text())
    assert stored["options"]["theme"] == "dark"


def test_messages_stack_up_to_three_newest_on_top_and_their_offers_work(window, qtbot):
    done = []
    for n in range(4):
        window.messages.info(f"Message {n}", "", Offer("Do it", lambda: done.append(1)))
    assert titles(window) == ["Message 3", "Message 2", "Message 1"]
    qtbot.mouseClick(window.bars.bars[0].buttons[0], Qt.MouseButton.LeftButton)
    assert done == [1]
    assert titles(window) == ["Message 2", "Message 1"]


def test_an_ok_message_goes_by_itself_and_a_problem_stays(window):
    window.messages.ok("Saved")
    window.messages.problem(DiskFull(file="x"))
    stop, ok = window.bars.bars
    assert ok._timer.isActive()
    assert not stop._timer.isActive()
    assert stop.message.tone is Tone.STOP
    ok._timer.timeout.emit()
    assert titles(window) == ["The disk is full"]


def test_a_bug_is_told_with_details_that_name_nobody(window, around, qtbot):
    try:
        raise LookupError("Zoë van der Berg")
    except LookupError as bug:
        around.crash.take(bug)
    bar = window.bars.bars[0]
    assert bar.message.text.startswith("Your check-ins are safe.")
    qtbot.mouseClick(bar.buttons[-1], Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert "LookupError" in copied
    assert "test_window.py" in copied
    assert "Zoë" not in copied + around.crash._log.read_text()


def test_a_file_that_vanishes_is_told_and_its_return_too(window, qtbot):
    away = window.session.path.with_suffix(".away")
    window.session.path.rename(away)
    window.session.look()
    assert titles(window) == ["autumn.checkin can’t be reached any more"]
    away.rename(window.session.path)
    window.session.look()
    assert titles(window) == []


def test_an_event_that_is_open_here_comes_forward_instead_of_opening_again(
    window, around, heard, qtbot
):
    other = Window(around)
    qtbot.addWidget(other)
    other.opener.open(window.session.path)
    assert other.session is None
    assert heard[-1].title == "autumn.checkin is open in another window"
    with qtbot.waitSignal(window.opener._singles.wanted):
        other.opener.open(window.session.path)


def test_a_dropped_event_is_opened_and_a_dropped_list_asks_for_its_event(
    empty_window, demo, tmp_path, qtbot
):
    drop(empty_window, tmp_path / "guest_list.csv")
    start = empty_window.start
    assert start.currentWidget() is start.making
    assert start.making.form.title.text() == "Guest list"
    drop(empty_window, demo)
    qtbot.waitUntil(lambda: empty_window.session is not None)


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), copy, data, left, plain)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(200, 200), copy, data, left, plain)
    QApplication.sendEvent(window, event)


def test_tab_shows_a_ring_around_what_has_the_focus_and_a_click_takes_it_away(
    empty_window, qtbot
):
    empty_window.activateWindow()
    qtbot.keyClick(empty_window, Qt.Key.Key_Tab)
    assert empty_window.ring.isVisible()
    empty_window.start.making.begin()
    empty_window.start.setCurrentWidget(empty_window.start.making)
    empty_window.start.making.form.title.edit.setFocus()
    assert not empty_window.ring.isVisible()


def test_the_demo_opens_with_its_doors_open_now(empty_window, around, clock, qtbot):
    empty_window.opener.open_demo()
    qtbot.waitUntil(lambda: empty_window.session is not None, timeout=20_000)
    assert empty_window.place == "door"
    event = empty_window.session.file.read
    assert event.tally("attended") == 38


def test_what_was_said_of_an_event_goes_with_it(window):
    window.messages.ok("40 people imported", "", Offer("Undo import", lambda: None))
    window.close_event()
    assert titles(window) == []


def test_settings_that_could_not_be_read_are_told_with_where_they_are(around, qtbot):
    (folder := around.events_folder / "config").mkdir(parents=True)
    (folder / "settings.json").write_text("{")
    window = Window(replace(around, settings=Settings(folder)))
    qtbot.addWidget(window)
    window.show()
    (bar,) = window.bars.bars
    assert bar.isVisible()
    assert bar.message.title == "Your settings could not be read"
    assert str(folder / "settings.unreadable") in bar.message.text
