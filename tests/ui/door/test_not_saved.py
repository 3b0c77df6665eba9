"""When the disk will not have it: let in, noted on paper, and nothing forgotten."""

import sqlite3

import pytest
from PySide6.QtCore import Qt
from scanning import scan
from volunteer import Disk, Volunteer

from checkin.model.kinds import Kind
from checkin.store.acts import NobodyNamed
from checkin.store.errors import ReadOnlyEvent, TooMuchText
from checkin.store.reading import Reader
from checkin.ui.door import deeds, writing
from checkin.ui.messages import Tone

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def soon(monkeypatch):
    """Tries again at once instead of every two seconds."""
    monkeypatch.setattr(writing, "RETRY_MS", 20)


def test_a_full_disk_fills_the_stage_with_what_to_do(volunteer, anna, disk):
    volunteer.scan(anna.code)
    scene = volunteer.scene
    assert volunteer.word == "NOT SAVED"
    assert scene.reason == "The disk is full"
    assert scene.name.whole == "Let them in, note it on paper"
    assert scene.second == "Anna Schmidt"
    assert scene.say == "Free some space, then try again."
    assert volunteer.steps == ["Try again"]
    assert volunteer.disk == "1 not saved"
    assert volunteer.strip == "Not saved: Anna Schmidt."


def test_nobody_is_admitted_meanwhile(volunteer, anna, disk):
    volunteer.scan(anna.code)
    assert not volunteer.again(anna).inside


def test_trying_again_by_hand_shows_the_true_verdict(volunteer, anna, disk, heard):
    volunteer.scan(anna.code)
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.name == "Anna Schmidt"
    assert volunteer.disk == "Saved on this laptop"
    assert heard[-1].text == "Anna Schmidt: Admitted"


def test_it_is_tried_again_by_itself(soon, window, clock, qtbot):
    volunteer = Volunteer(window, clock, qtbot)
    anna = volunteer.guest(full_name="Anna Schmidt")
    disk = Disk(volunteer.page.session)
    volunteer.scan(anna.code)
    volunteer.until(lambda: disk.tried > 3)
    disk.full = False
    volunteer.until(lambda: volunteer.word == "Admitted")


def test_those_who_wait_are_saved_in_their_order_with_their_own_times(
    volunteer, anna, bo, disk, heard
):
    volunteer.scan(anna.code)
    volunteer.later(minutes=3)
    volunteer.scan(bo.code)
    assert "2 scans are waiting" in [pill.words for pill in volunteer.scene.pills]
    assert volunteer.disk == "2 not saved"
    volunteer.later(minutes=5)
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.name == "Bo Ek"
    assert heard[-1].text == "Anna Schmidt: Admitted · Bo Ek: Admitted"
    times = [
        volunteer.again(guest).at(volunteer.main).first_at.hour_minute()
        for guest in (anna, bo)
    ]
    assert times == ["18:42", "18:45"]
    came = [volunteer.history(g, Kind.CHECKIN_ADMITTED)[0] for g in (anna, bo)]
    assert came[0].order < came[1].order


def test_somebody_let_in_on_paper_who_should_not_have_been_is_told_of(
    volunteer, disk, heard
):
    disk.full = False
    tom = volunteer.guest(full_name="Tom Reed", status="cancelled")
    disk.full = True
    volunteer.scan(tom.code)
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Not admitted: cancelled")
    assert heard[-1].text == "Tom Reed: Not admitted: cancelled"


def test_the_same_badge_again_is_not_kept_twice(volunteer, anna, disk):
    volunteer.scan(anna.code)
    tried = disk.tried
    scan(volunteer.window, anna.code)
    volunteer.until(lambda: disk.tried > tried)
    assert volunteer.page.flow.writings.waiting == 1


def test_trying_again_in_the_background_disturbs_nobody(soon, window, clock, qtbot):
    volunteer = Volunteer(window, clock, qtbot)
    anna = volunteer.guest(full_name="Anna Schmidt")
    disk = Disk(volunteer.page.session)
    volunteer.scan(anna.code)
    volunteer.look_up("anna")
    sounds, tried = len(volunteer.sounds.played), disk.tried
    volunteer.until(lambda: disk.tried > tried + 3)
    assert volunteer.page.parts.search.text() == "anna"
    assert len(volunteer.sounds.played) == sounds
    disk.full = False
    volunteer.until(lambda: volunteer.again(anna).inside)
    volunteer.until(lambda: volunteer.disk == "Saved on this laptop")
    assert volunteer.page.parts.found.isVisible()


def test_a_walk_in_that_can_not_be_saved_is_kept_too(volunteer, disk):
    volunteer.press(Qt.Key.Key_F4)
    volunteer.page.filling.walk_in.name.set_text("Temperance")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "NOT SAVED")
    assert volunteer.scene.second == "Temperance"
    volunteer.later(minutes=4)
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    there = volunteer.page.flow.now.guest.at(volunteer.main)
    assert there.first_at.hour_minute() == "18:42"


def test_a_name_that_can_not_be_put_right_waits_in_the_strip(
    volunteer, anna, disk, heard
):
    disk.full = False
    volunteer.scan(anna.code)
    disk.full = True
    volunteer.press(Qt.Key.Key_F7)
    volunteer.page.filling.form.fields["first_name"].set_text("Ana")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: heard)
    assert heard[-1].title == "The disk is full"
    resume = volunteer.page.parts.strip.resume
    assert resume.text() == "Go on: name of Anna"
    disk.full = False
    resume.click()
    assert volunteer.page.filling.form.fields["first_name"].text() == "Ana"
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.again(anna).name == "Ana Schmidt")


def test_an_undo_that_can_not_be_written_says_so(volunteer, anna, disk, heard):
    disk.full = False
    volunteer.scan(anna.code)
    disk.full = True
    volunteer.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    volunteer.until(lambda: heard)
    assert heard[-1].title == "The disk is full"
    assert volunteer.word == "Admitted"


def test_a_slow_disk_is_said_to_be_saving(volunteer, anna, bo, monkeypatch):
    session = volunteer.page.session
    held = []
    monkeypatch.setattr(session, "write", lambda *order: held.append(order))
    volunteer.page.flow.writings._slow.setInterval(1)
    scan(volunteer.window, anna.code)
    volunteer.until(lambda: volunteer.disk == "Saving…")
    assert volunteer.idle
    monkeypatch.undo()
    session.write(*held[0])
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.disk == "Saved on this laptop"


def test_a_bug_of_ours_in_one_scan_does_not_stop_those_behind_it(
    volunteer, anna, bo, monkeypatch, qtbot
):
    real = deeds.tell
    bugs = iter([ZeroDivisionError("ours")])

    def sometimes(*args, **kwargs):
        for bug in bugs:
            raise bug
        return real(*args, **kwargs)

    monkeypatch.setattr(deeds, "tell", sometimes)
    with qtbot.captureExceptions() as caught:
        volunteer.scan(anna.code)
    assert caught[0][0] is ZeroDivisionError
    assert volunteer.word == "NOT SAVED"
    assert volunteer.steps == []
    volunteer.scan(bo.code)
    assert volunteer.word == "Admitted"


@pytest.mark.parametrize("error", [TooMuchText(limit=65536), NobodyNamed()])
def test_what_will_never_work_does_not_stop_those_behind_it(
    volunteer, anna, bo, monkeypatch, error
):
    real = deeds.tell
    errors = iter([error])

    def sometimes(*args, **kwargs):
        for one in errors:
            raise one
        return real(*args, **kwargs)

    monkeypatch.setattr(deeds, "tell", sometimes)
    volunteer.scan(anna.code)
    assert volunteer.scene.reason == error.title_words()
    assert volunteer.steps == []
    assert volunteer.disk == "Saved on this laptop"
    volunteer.scan(bo.code)
    assert volunteer.word == "Admitted"


def test_a_disk_that_can_not_be_written_for_a_while_is_tried_again(
    volunteer, anna, disk
):
    disk.error = ReadOnlyEvent(file="autumn.checkin")
    volunteer.scan(anna.code)
    assert volunteer.disk == "1 not saved"
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")


def test_whoever_was_not_admitted_after_all_stays_in_sight(
    volunteer, anna, disk, heard
):
    disk.full = False
    tom = volunteer.guest(full_name="Tom Reed", status="cancelled")
    disk.full = True
    volunteer.scan(tom.code)
    volunteer.scan(anna.code)
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert heard[-1].tone is Tone.WARN
    assert heard[-1].title == "Saved after all; look at those who were not admitted"
    assert (
        heard[-1].text == "Tom Reed: Not admitted: cancelled · Anna Schmidt: Admitted"
    )


def test_scans_walk_ins_and_reasons_are_saved_in_their_order(volunteer, anna, bo, disk):
    disk.full = False
    tom = volunteer.guest(full_name="Tom Reed", status="cancelled")
    volunteer.scan(tom.code)
    disk.full = True
    volunteer.press(Qt.Key.Key_F6)
    volunteer.page.filling.form.field.set_text("Priya said so")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "NOT SAVED")
    volunteer.press(Qt.Key.Key_F4)
    volunteer.page.filling.walk_in.name.set_text("Temperance")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.scene.second == "Temperance")
    volunteer.scan(anna.code)
    volunteer.look_up("bo")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.scene.second == "Bo Ek")
    assert volunteer.disk == "4 not saved"
    disk.full = False
    volunteer.press(Qt.Key.Key_F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    volunteer.until(lambda: volunteer.page.beside.around.counts.came == 4)
    names = [past.name for past in volunteer.page.beside.around.past]
    assert names[:4] == ["Bo Ek", "Anna Schmidt", "Temperance", "Tom Reed"]


def test_nothing_is_taken_back_before_what_is_not_saved(
    volunteer, anna, bo, disk, heard
):
    disk.full = False
    volunteer.scan(anna.code)
    disk.full = True
    volunteer.scan(bo.code)
    disk.full = False
    volunteer.press(Qt.Key.Key_Z, CTRL)
    assert heard[-1].title == "Nothing was taken back"
    assert volunteer.again(anna).inside
    volunteer.window.bars.bars[0].buttons[0].click()
    volunteer.until(lambda: volunteer.word == "Admitted")
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.until(lambda: volunteer.strip.startswith("Undone: Bo Ek"))
    assert volunteer.again(anna).inside


def test_a_walk_in_can_be_filled_in_while_the_file_can_not_be_read(
    volunteer, monkeypatch
):
    def gone(*_args):
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Reader, "ticket_types", gone)
    monkeypatch.setattr(volunteer.page.session, "ask", lambda *order: None)
    volunteer.press(Qt.Key.Key_F4)
    assert volunteer.page.filling.walk_in.isVisible()


def test_the_guests_screen_goes_on_while_the_file_can_not_be_read(
    volunteer, anna, disk, monkeypatch
):
    volunteer.press(Qt.Key.Key_F11)

    def gone(*_args):
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    monkeypatch.setattr(Reader, "event", gone)
    volunteer.scan(anna.code)
    screen = volunteer.page.greeter.screen
    assert screen.greeting.word == "One moment, please"
    assert screen.greeting.event == "Autumn Evening"
    volunteer.page.greeter.refresh()
    monkeypatch.undo()
