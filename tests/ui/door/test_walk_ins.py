"""Walk-ins: added in the stage, let in, and never twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from checkin.model.permission import Answer, Purpose

F4, ENTER = Qt.Key.Key_F4, Qt.Key.Key_Return


def test_a_walk_in_is_added_and_let_in(volunteer):
    volunteer.press(F4)
    form = volunteer.page.filling.walk_in
    assert form.isVisible()
    volunteer.type("bo ek")
    form.company.set_text("Lantern Repairs")
    form.email.set_text("bo@example.org")
    volunteer.press(ENTER)
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.name == "bo ek"
    (who,) = volunteer.page.session.file.search("bo ek")
    guest = volunteer.page.session.file.read.attendee(who)
    assert guest.walk_in
    assert guest.inside
    assert guest.details.company == "Lantern Repairs"
    assert guest.may(Purpose.CONTACT) is Answer.NOT_ASKED


@pytest.mark.parametrize(("words", "kept"), [("Yes", Answer.YES), ("No", Answer.NO)])
def test_a_walk_in_is_asked_whether_we_may_write(volunteer, words, kept):
    volunteer.press(F4)
    form = volunteer.page.filling.walk_in
    form.name.set_text("Bo Ek")
    pills = form.contact.findChildren(QRadioButton)
    next(pill for pill in pills if pill.text() == words).click()
    form.submit()
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.page.flow.now.guest.may(Purpose.CONTACT) is kept


def test_a_walk_in_needs_a_name(volunteer):
    volunteer.press(F4)
    volunteer.press(ENTER)
    form = volunteer.page.filling.walk_in
    volunteer.until(form.name.edit.accessibleDescription)
    assert form.isVisible()


def test_an_address_without_an_at_is_asked_for_again(volunteer):
    volunteer.press(F4)
    form = volunteer.page.filling.walk_in
    form.name.set_text("Bo")
    form.email.set_text("bo.example.org")
    volunteer.press(ENTER)
    volunteer.until(lambda: "@" in form.email.edit.accessibleDescription())


def test_a_walk_in_with_the_name_of_a_guest_may_be_that_guest(volunteer, anna):
    volunteer.press(F4)
    volunteer.page.filling.walk_in.name.set_text("anna schmidt")
    volunteer.until(volunteer.page.filling.walk_in.warnings.isVisible)
    volunteer.click("It is them")
    volunteer.until(lambda: volunteer.word == "Admitted")
    assert volunteer.again(anna).inside


def test_a_walk_in_at_a_full_list_is_warned_of(volunteer, anna):
    volunteer.rules(capacity=1)
    volunteer.scan(anna.code)
    form = volunteer.page.filling.walk_in
    volunteer.until(lambda: "is full: 1 of 1" in form.full.text())
    volunteer.press(F4)
    assert form.warnings.isVisible()
    form.name.set_text("Bo Ek")
    form.submit()
    volunteer.until(lambda: volunteer.name == "Bo Ek")
    assert volunteer.scene.reason == "Main door: walk-in: Full"
