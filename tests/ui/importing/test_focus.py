"""The focus stays where one was: no answer, no choice and no waiting takes it away."""

import pytest
from PySide6.QtCore import Qt

from checkin.ui.importing.view import State

HEADER = ("Name", "Email", "May we write to you?")
ROWS = (("Zoë Bell", "zoe@example.org", "perhaps"), ("Al Ng", "al@example.org", "yes"))


@pytest.fixture
def page(look_at, write, window):
    """A list with one question, in a window that has the focus."""
    page = look_at(write(rows=ROWS, header=HEADER))
    window.activateWindow()
    return page


def press(qtbot, button):
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("words", ["Yes", "No"])
def test_an_answer_that_takes_its_button_away_leads_to_the_way_back(
    page, window, settled, words, qtbot
):
    (card,) = page.view.body.problems.cards
    (button,) = [b for b in card.choices.buttons if b.text() == words]
    press(qtbot, button)
    settled(page)
    assert window.focusWidget() is card.choices.buttons[0]
    assert window.focusWidget().text() == "Set back"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    settled(page)
    assert card.isAncestorOf(window.focusWidget())


def test_as_found_hands_the_focus_to_the_choices(page, window, settled, qtbot):
    file = page.view.body.file
    press(qtbot, file.differently)
    headings = file.ways.choices["header_row"]
    headings.setCurrentIndex(headings.count() - 1)
    headings.activated.emit(headings.count() - 1)
    settled(page)
    press(qtbot, file.ways.as_found)
    settled(page)
    assert not file.ways.as_found.isEnabled()
    assert window.focusWidget() in file.ways.choices.values()


def test_the_button_at_the_foot_has_the_focus_again_once_it_can_be_pressed(
    page, window, settled, qtbot
):
    apply = page.view.foot.apply
    apply.setFocus(Qt.FocusReason.TabFocusReason)
    page.draft.settle()
    assert not apply.isEnabled()
    assert page.view.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)  # does nothing meanwhile
    settled(page)
    assert window.focusWidget() is apply
    assert page.state is State.READY


def test_while_it_is_imported_the_focus_stays_on_the_page(page, window, qtbot):
    page.view.foot.apply.setFocus(Qt.FocusReason.TabFocusReason)
    page._enter(State.IMPORTING)
    page.view.importing.show()
    assert page.view.foot.isHidden()
    focus = window.focusWidget()
    assert focus is page.view or page.view.isAncestorOf(focus)
