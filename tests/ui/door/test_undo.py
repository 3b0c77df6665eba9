"""Ctrl+Z takes back what this desk did at the door, and says what that was."""

from PySide6.QtCore import Qt
from scanning import scan

from checkin.model.attendee import Details
from checkin.store import acts

CTRL = Qt.KeyboardModifier.ControlModifier


def undo(volunteer) -> None:
    before = volunteer.strip
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.until(lambda: volunteer.strip != before)


def test_the_last_scan_is_taken_back(volunteer, anna):
    volunteer.scan(anna.code)
    undo(volunteer)
    assert volunteer.strip == "Undone: Anna Schmidt, admitted 18:42."
    assert volunteer.idle
    assert not volunteer.again(anna).inside


def test_what_was_taken_back_can_be_scanned_at_once(volunteer, anna):
    volunteer.scan(anna.code)
    undo(volunteer)
    volunteer.scan(anna.code)
    assert volunteer.word == "Admitted"


def test_undo_works_from_an_empty_search(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F, CTRL)
    undo(volunteer)
    assert not volunteer.again(anna).inside


def test_undo_in_a_search_with_letters_is_about_the_letters(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.look_up("an")
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.guest(full_name="Somebody else")  # all that was asked is written now
    assert volunteer.page.parts.search.text() == ""
    assert volunteer.again(anna).inside


def test_a_walk_in_is_taken_back_as_a_whole(volunteer):
    volunteer.press(Qt.Key.Key_F4)
    volunteer.page.filling.walk_in.name.set_text("Bo Ek")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Admitted")
    undo(volunteer)
    assert volunteer.strip == "Undone: Bo Ek, walk-in 18:42."
    assert volunteer.page.session.file.search("Bo Ek") == []


def test_a_corrected_name_is_taken_back_before_the_admission(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F7)
    volunteer.page.filling.form.fields["first_name"].set_text("Ana")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.name == "Ana Schmidt")
    undo(volunteer)
    assert volunteer.strip == "Undone: Ana Schmidt, corrected 18:42."
    assert volunteer.again(anna).name == "Anna Schmidt"
    assert volunteer.again(anna).inside
    undo(volunteer)
    assert not volunteer.again(anna).inside


def test_undo_leaves_alone_what_is_not_of_the_door(volunteer, anna):
    volunteer.scan(anna.code)
    bo, _act = volunteer.write(
        lambda event: acts.add_guest(event, Details(full_name="Bo Ek"))
    )
    volunteer.write(lambda event: acts.correct(event, anna, {"company": "Südwind"}))
    undo(volunteer)
    assert volunteer.again(bo).name == "Bo Ek"
    assert volunteer.again(anna).details.company == "Südwind"
    assert not volunteer.again(anna).inside


def test_what_another_desk_did_is_not_ours_to_take_back(volunteer, anna, heard):
    volunteer.scan_elsewhere(anna.code)
    volunteer.until(lambda: volunteer.page.beside.around.counts.came == 1)
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.until(lambda: heard)
    assert heard[-1].title == "There is nothing to undo"
    assert volunteer.again(anna).inside


def test_the_button_is_off_only_before_the_first_action(volunteer, anna):
    button = volunteer.page.parts.undo
    volunteer.until(lambda: not button.isEnabled())
    assert button.toolTip() == "Nothing to undo so far."
    volunteer.scan(anna.code)
    volunteer.until(button.isEnabled)
    assert button.toolTip() == "Takes back: Anna Schmidt, admitted 18:42"


def test_the_last_scans_say_what_was_undone(volunteer, anna):
    volunteer.scan(anna.code)
    undo(volunteer)
    scans = volunteer.page.parts.scans.rows
    volunteer.until(lambda: len(scans.past) == 2)
    assert [past.what for past in scans.past] == [
        "Undone by Main door", "Admitted · undone",
    ]  # fmt: skip


def test_a_refusal_needs_no_undo(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.scan("NOT-A-TICKET-1")
    undo(volunteer)
    assert volunteer.strip == "Undone: Anna Schmidt, admitted 18:42."


def test_undo_waits_for_the_scan_that_is_on_its_way(volunteer, anna):
    bo = volunteer.guest(full_name="Bo Ek")
    volunteer.scan(anna.code)
    scan(volunteer.window, bo.code)
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.until(lambda: volunteer.strip.startswith("Undone"))
    assert volunteer.strip == "Undone: Bo Ek, admitted 18:42."
    assert volunteer.again(anna).inside


def test_two_undos_at_once_take_back_a_correction_and_the_admission(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F7)
    volunteer.page.filling.form.fields["first_name"].set_text("Ana")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.name == "Ana Schmidt")
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.press(Qt.Key.Key_Z, CTRL)
    volunteer.until(lambda: not volunteer.again(anna).inside)
    assert volunteer.again(anna).name == "Anna Schmidt"


def test_somebody_who_was_taken_back_is_not_greeted_any_longer(volunteer, anna):
    volunteer.press(Qt.Key.Key_F11)
    volunteer.scan(anna.code)
    screen = volunteer.page.greeter.screen
    assert "Anna" in screen.greeting.spoken
    undo(volunteer)
    assert "Anna" not in screen.greeting.spoken
