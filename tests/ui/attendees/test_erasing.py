"""Erasing somebody: asked about in the panel, and for good."""

from PySide6.QtCore import Qt


def _ask(hands, name):
    hands.click_row(name)
    details = hands.page.panel.details
    details.window()
    hands.page.panel.stack.currentWidget().ensureWidgetVisible(details.erase)
    hands.click(details.erase)
    return hands.page.panel.question


def test_it_is_said_what_remains_and_the_safe_answer_has_the_focus(hands):
    question = _ask(hands, "Sukma")
    assert question.title.text() == "Erase the details of Sukma?"
    assert "What remains: that somebody came" in question.remains.text()
    assert question.keep.hasFocus()
    hands.key(Qt.Key.Key_Escape)
    assert hands.panel_name == "Sukma"
    assert not hands.page.panel.busy
    assert hands.guest("Sukma").name == "Sukma"


def test_whoever_is_erased_is_gone_from_list_panel_and_file(hands):
    sukma = hands.guest("Sukma")
    question = _ask(hands, "Sukma")
    hands.written(lambda: hands.click(question.erase))
    hands.until(lambda: len(hands.names) == 61)
    assert "Sukma" not in hands.names
    assert hands.panel_name != "Sukma"
    assert hands.chosen == hands.panel_name
    with hands.ledger() as event:
        gone = event.read.attendee(sukma.id)
    assert gone.erased
    assert gone.name == ""
    assert gone.attended
    assert not hands.told("The details are erased").offers


def test_the_question_stays_while_rows_change(hands):
    question = _ask(hands, "Sukma")
    hands.key(Qt.Key.Key_Down, hands.page.people.table)
    assert hands.page.panel.asks(question)
    assert question.guest.name == "Sukma"
