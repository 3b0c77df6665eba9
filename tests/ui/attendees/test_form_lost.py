"""What was typed is not lost: brought back, saved late, or kept from going astray."""

import threading

import pytest
from PySide6.QtCore import Qt

from checkin.model.kinds import Kind
from checkin.model.permission import Answer, Purpose
from checkin.store import acts


def _edit(hands, name):
    hands.click_row(name)
    hands.trigger("attendees.edit")
    return hands.page.panel.form


@pytest.fixture
def held_up(hands):
    """Something long is being written; called, it ends."""
    end = threading.Event()
    hands.page.session.write(lambda _event: end.wait(20), lambda _done: None)
    yield end.set
    end.set()


def test_what_was_given_up_can_be_brought_back_and_saved(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    form.inputs["note"].edit.setPlainText("two\nlines")
    payment = form.inputs["payment"].combo
    payment.setCurrentIndex(payment.findText("Paid"))
    contact = form.answers[Purpose.CONTACT].combo
    contact.setCurrentIndex(contact.findText("No"))
    hands.key(Qt.Key.Key_Escape, form.inputs["company"].edit)
    assert not hands.page.panel.busy
    hands.click_row("Tom Reed")
    (offer,) = hands.told("Not saved: Sukma").offers
    assert offer.words == "Bring it back"
    offer.do()
    assert form.title.text() == "Edit Sukma"
    assert form.inputs["first_name"].edit.hasFocus()
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.guest("Sukma").may(Purpose.CONTACT) is Answer.NO)
    said = hands.guest("Sukma").details
    assert (said.company, said.note, said.payment) == (
        "Batik & Bread", "two\nlines", "paid",
    )  # fmt: skip


def test_somebody_new_can_be_brought_back(hands):
    hands.trigger("attendees.add")
    form = hands.page.panel.form
    hands.type_into("first_name", "Ida")
    hands.click(form.cancel)
    hands.told("Not saved: Ida").offers[0].do()
    assert form.title.text() == "Add a guest"
    hands.written(lambda: hands.click(form.save))
    hands.until(lambda: hands.panel_name == "Ida")


def test_nothing_typed_and_nothing_wanted_back_is_no_news(hands):
    form = _edit(hands, "Sukma")
    hands.click(form.cancel)
    _edit(hands, "Sukma")
    hands.type_into("company", "Nowhere")
    hands.window.go("options")
    hands.told("Sukma is not saved yet").offers[1].do()
    assert not hands.window.bars.bars


def test_the_offer_goes_once_another_form_is_opened_or_the_page_is_left(hands):
    form = _edit(hands, "Sukma")
    for go_on in (
        lambda: hands.trigger("attendees.add"), lambda: hands.window.go("options")
    ):  # fmt: skip
        hands.type_into("company", "Nowhere")
        hands.click(form.cancel)
        assert [bar.message.title for bar in hands.window.bars.bars] == [
            "Not saved: Sukma"
        ]
        go_on()
        assert not hands.window.bars.bars
        _edit(hands, "Sukma") if hands.window.place == "attendees" else None


def test_bringing_back_does_not_take_away_what_is_being_typed(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Nowhere")
    hands.click(form.cancel)
    offer = hands.told("Not saved: Sukma").offers[0]
    _edit(hands, "Tom Reed")
    hands.type_into("company", "Somewhere")
    offer.do()
    assert form.title.text() == "Edit Tom Reed"
    assert form.inputs["company"].text() == "Somewhere"


def _erase(hands, name):
    with hands.ledger() as event:
        guest = event.read.attendee(event.search(name)[0])
        acts.erase(event, guest)
    hands.page.session.look()
    hands.until(lambda: name not in hands.names)
    return guest


def test_whoever_is_erased_elsewhere_goes_from_the_panel_too(hands):
    hands.click_row("Sukma")
    row = hands.names.index("Sukma")
    after = hands.names[row + 1]
    _erase(hands, "Sukma")
    hands.until(lambda: hands.panel_name == hands.chosen == after)


def test_of_somebody_erased_meanwhile_nothing_is_written(hands):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    sukma = _erase(hands, "Sukma")
    assert hands.page.panel.asks(form)
    hands.click(form.save)
    hands.told("Sukma is not in this event any more")
    with hands.ledger() as event:
        kinds = [entry.kind for entry in event.read.history(sukma.id)]
    assert Kind.ATTENDEE_CORRECTED not in kinds
    hands.click(form.cancel)
    hands.told("Not saved: Sukma").offers[0].do()
    hands.told("Sukma is not in this event any more")
    assert not hands.page.panel.busy


def test_whoever_was_only_on_an_import_that_is_undone_goes_too(hands):
    with hands.ledger() as event:
        guest, act = acts.add_guest(event, event.read.attendee(_sukma(event)).details)
    hands.page.session.look()
    hands.until(lambda: hands.page.people.rows.rowCount() == 63)
    hands.page.people.choose(guest.id)
    with hands.ledger() as event:
        acts.undo_named(event, act)
    hands.page.session.look()
    hands.until(lambda: hands.page.people.rows.rowCount() == 62)
    assert hands.page.panel.details.known.guest.id == hands.page.people.who != guest.id


def test_somebody_who_is_gone_is_not_waited_for(hands):
    hands.click_row("Sukma")
    with hands.ledger() as event:
        gone = event.new_id()
    with hands.found():
        hands.page.people.choose(gone)
    assert hands.panel_name == hands.chosen == "Sukma"
    assert hands.page.panel.asks(hands.page.panel.details)


def _sukma(event):
    return event.search("Sukma")[0]


def test_a_long_write_is_said_to_be_going_on_and_escape_does_not_break_it(
    hands, held_up
):
    form = _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    hands.click(form.save)
    hands.until(lambda: form.save.text() == "Saving…")
    hands.key(Qt.Key.Key_Escape, form.inputs["company"].edit)
    assert hands.page.panel.asks(form)
    hands.written(held_up)
    hands.until(lambda: not hands.page.panel.busy)
    assert hands.guest("Sukma").details.company == "Batik & Bread"
    assert form.save.text() == "Save"


def test_somebody_is_erased_once_however_often_it_is_pressed(hands, held_up):
    sukma = hands.guest("Sukma")
    hands.click_row("Sukma")
    hands.page.panel.details.erase_wanted.emit()
    question = hands.page.panel.question
    hands.click(question.erase)
    hands.click(question.erase)
    hands.until(lambda: question.erase.text() == "Erasing…")
    held_up()
    hands.told("The details are erased")
    with hands.ledger() as event:
        kinds = [entry.kind for entry in event.read.history(sukma.id)]
    assert kinds.count(Kind.ATTENDEE_ERASED) == 1
    assert question.erase.text() == "Erase for good"


def test_a_window_with_something_typed_is_not_closed_without_a_word(hands):
    _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    assert not hands.window.close()
    hands.told("Sukma is not saved yet").offers[1].do()
    assert hands.window.close()


def test_another_event_waits_for_what_was_typed(hands, around, clock):
    _edit(hands, "Sukma")
    hands.type_into("company", "Batik & Bread")
    before = hands.page.session
    around.events_folder.mkdir()
    hands.window.opener.create(around.events_folder / "b.checkin", {"name": "B"})
    hands.told("Sukma is not saved yet")
    assert hands.window.session is before
    assert hands.page.panel.form.inputs["company"].text() == "Batik & Bread"
