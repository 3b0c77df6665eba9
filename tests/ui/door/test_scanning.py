"""A scan is heard wherever the focus is, and shown once it is on the disk."""

import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from scanning import scan
from volunteer import Volunteer

from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.model.lists import Question
from checkin.model.verdict import Family
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_badge_is_scanned_and_its_guest_admitted(volunteer, anna):
    volunteer.scan(anna.code)
    assert volunteer.word == "Admitted"
    assert volunteer.name == "Anna Schmidt"
    assert volunteer.strip == "Admitted Anna Schmidt, 18:42"
    assert volunteer.again(anna).inside


def test_what_is_shown_as_admitted_is_on_the_disk(volunteer, anna, clock):
    seen = []

    def look(_scene: object) -> None:
        desk = Desk(DeskId(b"x" * 16), "reader")
        with EventFile.open(volunteer.page.session.path, clock, desk) as event:
            seen.append(event.read.tally("attended"))

    volunteer.page.flow.shown.connect(look)
    volunteer.scan(anna.code)
    assert seen == [1]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_scanner_may_end_with_enter_or_tab(volunteer, anna, end):
    volunteer.scan(anna.code, end)
    assert volunteer.word == "Admitted"


def test_caps_lock_makes_no_difference(volunteer, anna):
    volunteer.scan(anna.code.lower())
    assert volunteer.word == "Admitted"


def test_a_scan_into_the_search_types_nothing_there(volunteer, anna):
    volunteer.press(Qt.Key.Key_F, CTRL)
    assert volunteer.page.parts.search.edit.hasFocus()
    volunteer.scan(anna.code)
    assert volunteer.word == "Admitted"
    assert volunteer.page.parts.search.text() == ""


def test_a_space_in_a_scan_presses_no_button(volunteer):
    button = volunteer.page.parts.top.walk_in
    button.setFocus(Qt.FocusReason.TabFocusReason)
    scan(volunteer.window, "MR TOM REED 4711")
    volunteer.until(lambda: volunteer.word == "Not our code")
    assert not volunteer.page.filling.is_open


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_a_scan_while_a_list_is_dropped_down_closes_it(volunteer, anna):
    combo = volunteer.page.parts.top.lists
    combo.showPopup()
    popup = combo.view().window()
    volunteer.until(popup.isVisible)
    scan(popup, anna.code)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert not popup.isVisible()


def test_the_same_code_at_once_again_is_the_same_scan(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=2 / 60)
    scan(volunteer.window, anna.code)
    volunteer.guest(full_name="Somebody else")  # all that was asked is written now
    assert volunteer.word == "Admitted"
    assert volunteer.history(anna, Kind.CHECKIN_REFUSED) == []
    assert volunteer.sounds.played == [Family.OK]


def test_the_same_code_a_little_later_is_another_scan(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=4)
    volunteer.scan(anna.code)
    assert volunteer.word == "Already in"
    assert "4 min ago" in volunteer.scene.reason
    assert volunteer.strip.startswith("Nothing changed for Anna Schmidt.")


def test_a_stranger_s_contact_card_is_not_shown(volunteer):
    volunteer.scan("BEGIN:VCARD N:Reed;Tom EMAIL:tom@example.org")
    assert volunteer.word == "Not our code"
    assert "tom@example.org" not in volunteer.scene.spoken


def test_two_scans_in_a_row_are_both_written(volunteer, anna):
    bo = volunteer.guest(full_name="Bo Ek")
    scan(volunteer.window, anna.code)
    scan(volunteer.window, bo.code)
    volunteer.until(lambda: volunteer.name == "Bo Ek")
    assert volunteer.again(anna).inside
    assert volunteer.again(bo).inside


def test_counts_pace_and_the_last_scans_follow(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.until(lambda: volunteer.page.beside.around.counts.came == 1)
    counts = volunteer.page.beside.around.counts
    assert (counts.of, counts.inside, counts.pace) == (1, 1, "< 1 / min")
    (past,) = volunteer.page.parts.scans.rows.shown
    assert (past.name, past.what, past.time) == ("Anna Schmidt", "Admitted", "18:42")


def test_what_another_desk_does_is_counted_too(volunteer, anna):
    volunteer.scan_elsewhere(anna.code)
    volunteer.until(lambda: volunteer.page.beside.around.counts.came == 1)
    assert volunteer.idle


def test_every_family_has_its_sound(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=1)
    volunteer.scan(anna.code)
    volunteer.scan("NOT-A-TICKET-1")
    assert volunteer.sounds.played == [Family.OK, Family.AGAIN, Family.STOP]


def test_somebody_admitted_makes_room_after_a_while(volunteer, anna):
    timer = volunteer.page._idle
    volunteer.scan(anna.code)
    assert timer.isActive()
    assert timer.interval() == 30_000
    timer.timeout.emit()
    assert volunteer.idle
    volunteer.until(lambda: "Last: Anna Schmidt, admitted 18:42" in volunteer.strip)


def test_a_refusal_stays_until_escape(volunteer):
    volunteer.scan("NOT-A-TICKET-1")
    assert not volunteer.page._idle.isActive()
    volunteer.press(Qt.Key.Key_Escape)
    assert volunteer.idle


def test_a_list_that_counts_exits_lets_people_out(volunteer, anna):
    volunteer.rules(exits=True)
    volunteer.scan(anna.code)
    combo = volunteer.page.parts.top.lists
    volunteer.until(lambda: combo.count() == 2)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    volunteer.later(minutes=10)
    volunteer.scan(anna.code)
    assert volunteer.word == "Left"
    assert volunteer.scene.reason == "0 guests are inside now"
    assert not volunteer.again(anna).inside


def test_a_code_of_two_guests_asks_which_one(volunteer):
    both = [volunteer.guest(full_name=n, code="SHARED-1") for n in ("Ada B", "Cy D")]
    volunteer.scan("SHARED-1")
    volunteer.until(lambda: len(volunteer.cards) == 2)
    assert volunteer.page.parts.found.choice is None
    volunteer.press(Qt.Key.Key_Right)
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert sum(volunteer.again(one).inside for one in both) == 1


def test_the_scanner_is_not_listened_to_on_other_pages(volunteer, anna):
    volunteer.window.go("attendees")
    assert not volunteer.page.hearing.scanner.listening
    volunteer.window.go("door")
    assert volunteer.page.hearing.scanner.listening


def test_the_chip_says_what_is_known_of_the_scanner(volunteer, anna):
    ear = volunteer.page.parts.top.ear
    assert ear.text() == "Scan once to try"
    assert "Plug it in" in ear.toolTip()
    volunteer.type("a")
    assert ear.text() == "Keys, no scan yet"
    volunteer.scan(anna.code)
    assert ear.text() == "Scanner ready"


def test_while_another_window_has_the_keyboard_the_chip_says_so(volunteer, qtbot):
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    ear = volunteer.page.parts.top.ear
    volunteer.until(lambda: ear.text() == "Click here to scan")
    assert not volunteer.page.hearing.scanner.listening
    volunteer.window.activateWindow()
    volunteer.until(lambda: ear.text() == "Scan once to try")


def test_a_click_on_the_stage_takes_the_focus_from_nothing_that_is_typed(
    volunteer, anna
):
    volunteer.scan(anna.code)
    QTest.mouseClick(
        volunteer.page.parts.stage, Qt.MouseButton.LeftButton, pos=QPoint(5, 5)
    )
    volunteer.look_up("an")
    assert volunteer.page.parts.search.text() == "an"


def test_a_read_only_event_admits_nobody_and_says_so(
    empty_window, demo, clock, qtbot, monkeypatch
):
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda p, mode: mode != os.W_OK and access(p, mode)
    )
    empty_window.opener.open(demo)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    volunteer = Volunteer(empty_window, clock, qtbot)
    assert volunteer.disk == "Read only"
    volunteer.scan("NOT-A-TICKET-1")
    assert volunteer.word == "NOT SAVED"
    assert volunteer.scene.reason == "This event can only be read"
    assert volunteer.scene.name.whole == "Let them in, note it on paper"
    assert volunteer.steps == []
    assert not volunteer.page.flow.writings.waiting


# -- the same code at once again, while something was begun


def test_a_question_stays_open_with_what_was_typed(volunteer, anna):
    volunteer.rules(questions=(Question("lunch", "Will you stay for lunch?"),))
    volunteer.scan(anna.code)
    form = volunteer.page.filling.form
    form.field.set_text("Only soup")
    scan(volunteer.window, anna.code)
    assert volunteer.page.filling.form is form
    assert form.isVisible()
    assert form.field.text() == "Only soup"


def test_a_question_that_was_left_is_asked_again(volunteer, anna):
    volunteer.rules(questions=(Question("lunch", "Will you stay for lunch?"),))
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F, CTRL)
    volunteer.look_up("bo")
    scan(volunteer.window, anna.code)
    assert volunteer.word == "One question first"
    assert volunteer.page.filling.form.isVisible()


def test_guests_to_choose_from_are_shown_again(volunteer):
    for name in ("Max Bauer", "Erika Bauer"):
        volunteer.guest(full_name=name, code="BAUER-2023")
    volunteer.scan("BAUER-2023")
    scan(volunteer.window, "BAUER-2023")
    assert volunteer.page.parts.found.isVisible()
    assert len(volunteer.cards) == 2
