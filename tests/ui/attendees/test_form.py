"""Putting details right, and adding somebody by hand."""

import pytest
from PySide6.QtCore import Qt

from checkin.model.errors import DiskFull
from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.store import acts


def _edit(hands, name):
    hands.click_row(name)
    hands.trigger("attendees.edit")
    return hands.page.panel.form


def _corrections(hands, name):
    with hands.ledger() as event:
        history = event.read.history(event.search(name)[0])
    return [e.data["fields"] for e in history if e.kind == Kind.ATTENDEE_CORRECTED]


def test_only_what_was_changed_is_written_and_can_be_undone(hands):
    form = _edit(hands, "Sukma")
    assert form.title.text() == "Edit Sukma"
    hands.type_into("company", "Batik & Bread")
    hands.written(lambda: hands.key(Qt.Key.Key_Return, form.inputs["company"].edit))
    assert _corrections(hands, "Sukma") == [{"company": "Batik & Bread"}]
    hands.until(lambda: hands.page.panel.details.second.text() == "Batik & Bread")
    hands.until(lambda: not hands.page.panel.busy)
    hands.written(hands.told("Sukma is put right").offers[0].do)
    assert hands.guest("Sukma").details.company == ""


def test_nothing_changed_writes_nothing(hands):
    form = _edit(hands, "Sukma")
    hands.click(form.save)
    assert not hands.page.panel.busy
    assert _corrections(hands, "Sukma") == []


def test_escape_gives_up(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Nowhere")
    hands.key(Qt.Key.Key_Escape, form.inputs["company"].edit)
    assert not hands.page.panel.busy
    assert hands.panel_name == "Sukma"
    assert hands.page.people.table.hasFocus()
    assert hands.guest("Sukma").details.company == ""


def test_enter_on_cancel_gives_up_too(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Nowhere")
    form.cancel.setFocus()
    hands.key(Qt.Key.Key_Return, form.cancel)
    assert not hands.page.panel.busy
    assert _corrections(hands, "Sukma") == []


def test_a_form_without_a_word_typed_makes_way_for_another_guest(hands):
    form = _edit(hands, "Sukma")
    hands.click_row("Tom Reed")
    assert not hands.page.panel.busy
    hands.trigger("attendees.edit")
    hands.page.session.look()
    hands.page.refresh()
    assert hands.page.panel.asks(form)
    assert form.title.text() == "Edit Tom Reed"


def test_a_new_name_says_that_the_badge_has_the_old_one(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("first_name", "Sukma Dewi")
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.panel_name == "Sukma Dewi")
    assert hands.told("Sukma is put right").text == "The badge has the old name."


def test_a_whole_name_follows_its_parts_unless_it_is_written_otherwise(hands):
    with hands.ledger() as event:
        guest = event.read.attendee(event.search("Sukma")[0])
        acts.correct(event, guest, {"full_name": "Sukma"})
    hands.page.session.look()
    form = _edit(hands, "Sukma")
    hands.type_into("first_name", "Dewi")
    assert form.inputs["full_name"].text() == "Dewi"
    hands.type_into("full_name", "Dewi S.")
    hands.type_into("last_name", "Santoso")
    assert form.inputs["full_name"].text() == "Dewi S."


def test_registration_payment_and_permissions_can_be_set(hands):
    form = _edit(hands, "Tom Reed")
    status, payment = form.inputs["status"], form.inputs["payment"]
    assert status.combo.currentText() == "Cancelled"
    status.combo.setCurrentIndex(status.combo.findText("Registered"))
    payment.combo.setCurrentIndex(payment.combo.findText("Paid"))
    contact = form.answers[Purpose.CONTACT].combo
    assert [contact.itemText(i) for i in range(contact.count())] == ["Yes", "No"]
    contact.setCurrentIndex(1)
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.page.panel.details.state.title.text() == "Expected")
    guest = hands.guest("Tom Reed")
    assert guest.expected
    assert guest.details.payment == "paid"
    hands.until(lambda: hands.guest("Tom Reed").may(Purpose.CONTACT) is Answer.NO)
    hands.until(lambda: hands.facts["May we write?"] == "No. Not asked for co-hosts.")


def test_undo_takes_back_details_and_permissions_alike(hands):
    form = _edit(hands, "Zoë van der Berg-Okonkwo")
    hands.type_into("pronouns", "they/them")
    contact = form.answers[Purpose.CONTACT].combo
    contact.setCurrentIndex(contact.findText("No"))
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.guest("Zoë").may(Purpose.CONTACT) is Answer.NO)
    hands.told("Zoë van der Berg-Okonkwo is put right").offers[0].do()
    hands.until(lambda: hands.guest("Zoë").may(Purpose.CONTACT) is Answer.YES)
    assert hands.guest("Zoë").details.pronouns == "she/her"


@pytest.mark.parametrize("typed", ["zoe@", "not an address", "@example.org"])
def test_what_is_no_address_is_said_below_the_field(hands, typed):
    form = _edit(hands, "Sukma")
    hands.type_into("email", typed)
    hands.click(form.save)
    email = form.inputs["email"]
    assert email.edit.accessibleDescription() == (
        "An e-mail address looks like zoe@example.org."
    )
    assert email.edit.hasFocus()
    assert hands.page.panel.busy
    assert hands.guest("Sukma").details.email == "sukma@example.net"


def test_a_guest_keeps_a_name(hands):
    form = _edit(hands, "Sukma")
    form.inputs["first_name"].edit.clear()
    hands.click(form.save)
    assert form.inputs["first_name"].edit.accessibleDescription() == (
        "A guest needs a name."
    )
    assert hands.guest("Sukma").name == "Sukma"


def test_while_the_form_is_open_another_row_does_not_take_it_away(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    table = hands.page.people.table
    hands.key(Qt.Key.Key_Down, table)
    assert hands.page.panel.asks(form)
    hands.trigger("attendees.add")
    assert form.inputs["company"].text() == "Batik & Bread"
    hands.written(lambda: hands.click(form.save))
    assert hands.guest("Sukma").details.company == "Batik & Bread"
    hands.until(lambda: hands.chosen == "Sukma")


def test_the_page_is_not_left_while_something_typed_would_be_lost(hands):
    _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    hands.window.go("options")
    assert hands.window.place == "attendees"
    save, discard = hands.told("Sukma is not saved yet").offers
    assert [save.words, discard.words] == ["Save", "Don’t save"]
    discard.do()
    assert not hands.page.panel.busy
    hands.window.go("options")
    assert hands.window.place == "options"


def test_a_note_of_several_lines_stays_as_it_is(hands):
    form = _edit(hands, "Renée Vauquelin-Desprées")
    assert "\n" in form.inputs["note"].value()
    hands.click(form.save)
    assert _corrections(hands, "Renée") == []


def test_a_guest_added_by_hand_is_expected_and_chosen(hands):
    hands.trigger("attendees.add")
    form = hands.page.panel.form
    assert form.title.text() == "Add a guest"
    assert form.inputs["first_name"].edit.hasFocus()
    hands.type_into("first_name", "Ida")
    hands.type_into("last_name", "Nordström")
    hands.type_into("ticket_type", "Guest")
    contact = form.answers[Purpose.CONTACT].combo
    contact.setCurrentIndex(contact.findText("Yes"))
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.panel_name == hands.chosen == "Ida Nordström")
    guest = hands.guest("Nordström")
    assert guest.expected
    assert guest.code
    assert guest.details.ticket_type == "Guest"
    assert guest.may(Purpose.CONTACT) is Answer.YES
    hands.written(hands.told("Ida Nordström is on the list").offers[0].do)
    hands.until(lambda: len(hands.names) == 62)
    assert hands.panel_name != "Ida Nordström"


def test_somebody_of_the_same_name_is_said_to_be_there(hands):
    hands.trigger("attendees.add")
    form = hands.page.panel.form
    hands.type_into("first_name", "anna")
    hands.type_into("last_name", "schmidt")
    hands.until(form.hint.isVisible)
    assert form.hint.text().splitlines() == [
        "Anna Schmidt (Nordlicht Energie) is on the list already.",
        "Anna Schmidt (Freelance illustrator) is on the list already.",
    ]
    hands.type_into("last_name", "schmidthuber")
    hands.until(lambda: not form.hint.isVisible())


def test_nobody_found_leads_to_the_form_with_the_name_filled_in(hands):
    hands.search("Ida Nordström")
    hands.click(hands.page.people.nobody.add)
    form = hands.page.panel.form
    assert form.inputs["first_name"].text() == "Ida"
    assert form.inputs["last_name"].text() == "Nordström"
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.names == ["Ida Nordström"])


def test_a_ticket_type_is_completed_and_written_like_the_others(hands):
    hands.trigger("attendees.add")
    field = hands.page.panel.form.inputs["ticket_type"]
    assert field.edit.placeholderText() == "Guest, Member, Speaker"
    field.edit.setFocus()
    hands.keys("spe", field.edit)
    assert field.text() == "speaker"
    hands.type_into("first_name", "Ida")
    hands.written(lambda: hands.click(hands.page.panel.form.save))
    hands.until(lambda: hands.panel_name == "Ida")
    assert hands.guest("Ida").details.ticket_type == "Speaker"


def test_pressing_save_twice_adds_one_guest(hands):
    hands.trigger("attendees.add")
    form = hands.page.panel.form
    hands.type_into("first_name", "Ida")
    form.save.click()
    form.save.click()
    hands.told("Ida is on the list")
    hands.until(lambda: len(hands.names) == 63)
    with hands.ledger() as event:
        assert len(event.same_name("Ida")) == 1


def test_what_could_not_be_written_stays_in_the_form(hands, monkeypatch):
    def full(event, guest, fields, seen):
        raise DiskFull(file="autumn.checkin")

    form = _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(acts, "correct", full)
        hands.click(form.save)
        hands.told("The disk is full")
    assert form.inputs["company"].text() == "Batik & Bread"
    assert hands.page.panel.busy
    hands.written(lambda: hands.click(form.save))
    assert hands.guest("Sukma").details.company == "Batik & Bread"


def test_whoever_is_added_is_seen_whatever_the_filters(hands):
    hands.pill("Cancelled")
    hands.trigger("attendees.add")
    hands.type_into("first_name", "Ida")
    hands.written(lambda: hands.click(hands.page.panel.form.save))
    hands.until(lambda: hands.panel_name == "Ida" and len(hands.names) == 63)
    assert hands.chosen == "Ida"


def test_putting_somebody_right_leaves_the_filters_alone(hands):
    hands.pill("Cancelled")
    form = _edit(hands, "Tom Reed")
    status = form.inputs["status"].combo
    status.setCurrentIndex(status.findText("Registered"))
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: len(hands.names) == 2)
    assert hands.pills[3] == "Cancelled 2"
    hands.until(lambda: hands.panel_name == hands.chosen)
