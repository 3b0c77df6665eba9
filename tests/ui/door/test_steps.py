"""The next steps: the same key for the same deed, and what each one writes."""

from contextlib import closing

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from scanning import scan

from checkin.badges import design
from checkin.model.kinds import Kind
from checkin.model.lists import Question
from checkin.ui.door.forms import NameForm, OneLineForm, WrongPersonForm
from checkin.ui.kept_looks import KeptLooks, keep_looks

F4, F5, F6, F7 = (Qt.Key.Key_F4, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7)
F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def tom(volunteer):
    return volunteer.guest(first_name="Tom", last_name="Reed", status="cancelled")


# -- let in anyway


def test_letting_in_anyway_asks_why_and_keeps_the_reason(volunteer, tom):
    volunteer.scan(tom.code)
    volunteer.press(F6)
    assert isinstance(volunteer.page.filling.form, OneLineForm)
    volunteer.type("old friend")
    volunteer.press(ENTER)
    volunteer.until(lambda: volunteer.word == "Admitted")
    (came,) = volunteer.history(tom, Kind.CHECKIN_ADMITTED)
    assert came.data["forced"] is True
    assert came.data["reason"] == "old friend"
    assert volunteer.scene.pills[0].words == "Let in anyway"


def test_a_quick_reason_is_enough(volunteer, tom):
    volunteer.scan(tom.code)
    volunteer.click("Let in anyway…")
    volunteer.click("The host said so")
    volunteer.until(lambda: volunteer.word == "Admitted")
    (came,) = volunteer.history(tom, Kind.CHECKIN_ADMITTED)
    assert came.data["reason"] == "The host said so"


def test_no_reason_lets_nobody_in(volunteer, tom):
    volunteer.scan(tom.code)
    volunteer.press(F6)
    volunteer.press(ENTER)
    field = volunteer.page.filling.form.field
    volunteer.until(lambda: "Say why" in field.edit.accessibleDescription())
    assert not volunteer.again(tom).inside


def test_escape_leads_back_to_the_verdict(volunteer, tom):
    volunteer.scan(tom.code)
    volunteer.press(F6)
    volunteer.press(ESC)
    assert not volunteer.page.filling.is_open
    assert volunteer.word == "Not admitted: cancelled"
    assert volunteer.steps == ["Call the host", "Let in anyway…", "Look up by name"]


# -- pay, back in, plus-one


def test_a_payment_is_taken_with_one_key(volunteer):
    owes = volunteer.guest(full_name="Bo Ek", payment="unpaid", amount_due="£12")
    volunteer.scan(owes.code)
    assert volunteer.word == "Not paid: £12 open"
    volunteer.press(F5)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert "Paid here" in [pill.words for pill in volunteer.scene.pills]
    (came,) = volunteer.history(owes, Kind.CHECKIN_ADMITTED)
    assert came.data["accepted_unpaid"] is True


def test_a_question_after_a_payment_keeps_the_payment(volunteer):
    owes = volunteer.guest(full_name="Bo Ek", payment="unpaid")
    volunteer.rules(questions=[{"key": "lunch", "text": "Will you stay for lunch?"}])
    volunteer.scan(owes.code)
    volunteer.press(F5)
    volunteer.until(lambda: volunteer.word == "One question first")
    volunteer.until(lambda: volunteer.page.filling.is_open)
    volunteer.click("Yes")
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.again(owes).answers == {"lunch": "Yes"}


def test_somebody_who_stepped_out_is_let_back_in(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=20)
    volunteer.scan(anna.code)
    volunteer.press(F6)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.scene.reason == "Back in; came first at 18:42"
    there = volunteer.again(anna).at(volunteer.main)
    assert there.inside
    assert there.first_at.hour_minute() == "18:42"


def test_a_plus_one_who_is_on_no_list_comes_in_with_their_host(volunteer):
    zoe = volunteer.guest(
        first_name="Zoë", last_name="Berg", plus_one="Bruno, a cuddly-toy dragon"
    )
    volunteer.scan(zoe.code)
    assert "Let Bruno in too" in volunteer.steps
    volunteer.press(F6)
    volunteer.until(lambda: volunteer.name == "Bruno")
    assert "Comes with Zoë Berg" in [p.words for p in volunteer.scene.pills]
    volunteer.later(minutes=1)
    volunteer.scan(zoe.code)
    volunteer.press(F6)  # back in; Bruno is in already
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert "Let Bruno in too" not in volunteer.steps


# -- put right


def test_a_name_is_put_right_on_the_stage(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(F7)
    form = volunteer.page.filling.form
    assert isinstance(form, NameForm)
    form.fields["last_name"].set_text("Schmidt-Öztürk")
    volunteer.press(ENTER)
    volunteer.until(lambda: volunteer.name == "Anna Schmidt-Öztürk")
    assert volunteer.word == "Admitted"
    assert volunteer.again(anna).name == "Anna Schmidt-Öztürk"
    assert volunteer.strip == "The name is Anna Schmidt-Öztürk now."


def test_a_whole_name_from_the_list_gives_way_to_its_corrected_parts(volunteer):
    guest = volunteer.guest(
        full_name="Ana Schmid", first_name="Ana", last_name="Schmid"
    )
    volunteer.scan(guest.code)
    volunteer.press(F7)
    volunteer.page.filling.form.fields["first_name"].set_text("Anna")
    volunteer.press(ENTER)
    volunteer.until(lambda: volunteer.name == "Anna Schmid")


def test_a_guest_can_not_be_left_without_a_name(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(F7)
    form = volunteer.page.filling.form
    form.fields["first_name"].set_text("")
    form.fields["last_name"].set_text(" ")
    volunteer.press(ENTER)
    first = form.fields["first_name"].edit
    volunteer.until(lambda: first.accessibleDescription() == "A guest needs a name.")
    assert volunteer.again(anna).name == "Anna Schmidt"


def test_a_name_that_is_saved_late_is_not_given_to_the_next_guest(volunteer, anna):
    bo = volunteer.guest(full_name="Bo Ek")
    volunteer.scan(anna.code)
    volunteer.press(F7)
    form = volunteer.page.filling.form
    form.fields["last_name"].set_text("Schmitt")
    scan(volunteer.window, bo.code)  # on its way before the name is
    form.submit()
    volunteer.until(lambda: volunteer.again(anna).name == "Anna Schmitt")
    volunteer.until(lambda: volunteer.name == "Bo Ek")
    assert volunteer.page.flow.now.guest.id == bo.id


def test_nothing_corrected_is_nothing_written(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(F7)
    volunteer.press(ENTER)
    volunteer.until(lambda: not volunteer.page.filling.is_open)
    volunteer.guest(full_name="Somebody else")  # all that was asked is written now
    assert volunteer.history(anna, Kind.ATTENDEE_CORRECTED) == []


def test_the_wrong_person_before_is_taken_back_and_the_right_one_comes_in(
    volunteer, anna
):
    volunteer.scan(anna.code)
    volunteer.later(minutes=5)
    volunteer.scan(anna.code)
    volunteer.press(F7)
    assert isinstance(volunteer.page.filling.form, WrongPersonForm)
    volunteer.click("It is Anna")
    volunteer.until(lambda: volunteer.word == "Admitted")
    there = volunteer.again(anna).at(volunteer.main)
    assert (there.times, there.first_at.hour_minute()) == (1, "18:47")


def is_really(volunteer, guest, name):
    """Already in, but it was somebody else: F7, and the guest comes in now."""
    volunteer.later(minutes=5)
    volunteer.scan(guest.code)
    volunteer.press(F7)
    volunteer.click(f"It is {name}")
    volunteer.until(lambda: volunteer.word == "Admitted")


def test_all_that_the_wrong_person_did_is_taken_back(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=5)
    volunteer.scan(anna.code)
    volunteer.press(F6)
    volunteer.until(lambda: volunteer.scene.reason.startswith("Back in"))
    is_really(volunteer, anna, "Anna")
    there = volunteer.again(anna).at(volunteer.main)
    assert (there.times, there.first_at.hour_minute()) == (1, "18:52")


def test_a_walk_in_who_was_somebody_else_stays_on_the_list(volunteer):
    volunteer.press(F4)
    volunteer.page.filling.walk_in.name.set_text("Bo Ek")
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Admitted")
    bo = volunteer.page.flow.now.guest
    is_really(volunteer, bo, "Bo Ek")
    assert volunteer.again(bo).name == "Bo Ek"
    there = volunteer.again(bo).at(volunteer.main)
    assert (there.times, there.first_at.hour_minute()) == (1, "18:47")


def test_what_the_wrong_person_answered_is_asked_again(volunteer, anna):
    volunteer.rules(questions=(Question("lunch", "Will you stay for lunch?"),))
    volunteer.scan(anna.code)
    volunteer.click("Yes")
    volunteer.until(lambda: volunteer.word == "Admitted")
    volunteer.later(minutes=5)
    volunteer.scan(anna.code)
    volunteer.press(F7)
    volunteer.click("It is Anna")
    volunteer.until(lambda: volunteer.word == "One question first")
    assert not volunteer.again(anna).inside


def test_the_wrong_person_now_is_looked_up(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=5)
    volunteer.scan(anna.code)
    volunteer.press(F7)
    volunteer.click("Somebody else")
    assert volunteer.page.parts.search.edit.hasFocus()
    assert volunteer.again(anna).at(volunteer.main).times == 1


# -- host, history, badge


def test_calling_the_host_writes_nothing_and_says_so_calmly(volunteer, tom, heard):
    volunteer.scan(tom.code)
    before = volunteer.page.session.file.read.count_entries()
    volunteer.press(F8)
    assert volunteer.word == "The host is called"
    assert heard[-1].title == ("The host is called: Tom Reed · Not admitted: cancelled")
    assert volunteer.page.session.file.read.count_entries() == before
    volunteer.press(F6)
    assert volunteer.page.filling.is_open


def test_history_is_that_of_the_guest_on_the_stage(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.later(minutes=5)
    volunteer.scan(anna.code)
    volunteer.press(F9)
    assert volunteer.window.place == "attendees"
    page = volunteer.window.stack.currentWidget()
    volunteer.until(lambda: page._guest() and page._guest().id == anna.id)


def test_the_badge_of_whoever_came_in_is_printed(volunteer, anna, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "checkin.ui.printing.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    volunteer.scan(anna.code)
    volunteer.press(F5)
    volunteer.until(lambda: opened)
    assert volunteer.again(anna).printed == 1
    assert volunteer.word == "Admitted"


def test_the_badge_at_the_door_looks_as_those_of_its_ticket_type(
    volunteer, around, monkeypatch
):
    opened = []
    monkeypatch.setattr(
        "checkin.ui.printing.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()) or True,
    )
    anna = volunteer.guest(first_name="Anna", ticket_type="Crew")
    event = volunteer.window.session.file.read.event().id
    crew = KeptLooks(design(), (("Crew", design("staff")),))
    keep_looks(around.settings, event, crew)
    volunteer.scan(anna.code)
    volunteer.press(F5)
    volunteer.until(lambda: opened)
    with closing(pypdfium2.PdfDocument(opened[0])) as pdf:
        assert "CREW" in pdf[0].get_textpage().get_text_bounded()


def test_keys_that_a_scene_does_not_have_do_nothing(volunteer, anna):
    for key in (F5, F6, F7, F8):
        volunteer.press(key)
    assert volunteer.idle
    volunteer.scan(anna.code)
    shown, before = volunteer.scene, volunteer.page.session.file.read.count_entries()
    volunteer.press(F6)  # there is no plus-one
    volunteer.write(lambda event: None)  # all that was asked is written now
    assert volunteer.scene is shown
    assert not volunteer.page.filling.is_open
    assert volunteer.page.session.file.read.count_entries() == before


# -- what is typed is not lost


def test_a_form_that_a_scan_interrupts_waits_in_the_strip(volunteer, anna):
    volunteer.press(F4)
    form = volunteer.page.filling.walk_in
    form.name.set_text("Temperance")
    volunteer.scan(anna.code)
    assert volunteer.word == "Admitted"
    offer = volunteer.page.parts.strip.resume
    assert offer.text() == "Go on: Temperance"
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert form.isVisible()
    assert form.name.text() == "Temperance"
    assert not offer.isVisible()


def test_an_empty_form_leaves_nothing_behind(volunteer, anna):
    volunteer.press(F4)
    volunteer.scan(anna.code)
    assert not volunteer.page.parts.strip.resume.isVisible()


def test_a_reason_half_typed_waits_with_its_guest(volunteer, tom, anna):
    volunteer.scan(tom.code)
    volunteer.press(F6)
    volunteer.type("the ho")
    volunteer.scan(anna.code)
    QTest.mouseClick(volunteer.page.parts.strip.resume, Qt.MouseButton.LeftButton)
    assert volunteer.word == "Not admitted: cancelled"
    volunteer.press(ENTER)
    volunteer.until(lambda: volunteer.word == "Admitted")
    (came,) = volunteer.history(tom, Kind.CHECKIN_ADMITTED)
    assert came.data["reason"] == "the ho"


def test_escape_keeps_what_was_typed(volunteer):
    volunteer.press(F4)
    volunteer.page.filling.walk_in.name.set_text("Temperance")
    volunteer.press(ESC)
    assert volunteer.idle
    assert volunteer.page.parts.strip.resume.isVisible()
    volunteer.press(F4)
    assert volunteer.page.filling.walk_in.name.text() == "Temperance"
    assert not volunteer.page.parts.strip.resume.isVisible()
