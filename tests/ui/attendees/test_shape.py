"""The page in small windows, with large text, and with nobody on the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from checkin.ui import style
from checkin.ui.attendees.roll_model import Column
from checkin.ui.look import Look


@pytest.fixture
def narrow(hands):
    hands.window.resize(1024, 700)
    hands.until(lambda: hands.page.body.compact)
    return hands


def test_beside_the_table_there_is_the_panel(hands):
    panel = hands.page.panel
    assert panel.isVisible()
    assert panel.width() == 344
    assert panel.x() > hands.page.people.geometry().right()
    assert not panel.cross.isVisible()


def test_a_window_that_is_small_from_the_start_has_the_buttons_for_it(
    empty_window, demo, qtbot
):
    empty_window.resize(1024, 700)
    empty_window.opener.open(demo)
    qtbot.waitUntil(lambda: empty_window.session is not None)
    page = empty_window.stack.currentWidget()
    qtbot.waitUntil(page.people.open.isVisible)
    assert page.people.filters.more.isVisible()
    assert not page.people.filters.ticket.isVisible()
    qtbot.mouseClick(page.people.open, Qt.MouseButton.LeftButton)
    assert page.panel.cross.isVisible()


def test_in_a_small_window_enter_opens_the_panel_over_the_table(narrow):
    panel, table = narrow.page.panel, narrow.page.people.table
    assert not panel.isVisible()
    narrow.key(Qt.Key.Key_Return, table)
    assert panel.isVisible()
    card = narrow.page.people.card.geometry()
    assert panel.geometry().right() == card.right()
    assert panel.width() >= card.width() // 2
    narrow.key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert table.hasFocus()


def test_in_a_small_window_a_button_opens_it_and_a_cross_closes_it(narrow):
    narrow.click(narrow.page.people.open)
    assert narrow.page.panel.isVisible()
    narrow.click(narrow.page.panel.cross)
    assert not narrow.page.panel.isVisible()


def test_in_a_small_window_the_combos_fold_into_one_button(narrow, qtbot):
    filters = narrow.page.people.filters
    assert not filters.ticket.isVisible()
    assert filters.more.text() == "Filters"
    menu = filters.menu()
    (speaker,) = (a for a in menu.actions() if a.text() == "Speaker")
    with qtbot.waitSignal(narrow.page.people.found):
        speaker.trigger()
    menu.close()
    assert len(narrow.names) == 4
    assert {narrow.cell(row, Column.TICKET).line for row in range(4)} == {"Speaker"}
    assert filters.more.text() == "Filters: 1"


def test_a_form_stays_open_when_the_window_becomes_small(hands):
    hands.trigger("attendees.edit")
    hands.window.resize(1024, 700)
    hands.until(lambda: hands.page.body.compact)
    assert hands.page.panel.isVisible()
    assert hands.page.panel.busy


def test_the_cross_of_a_form_gives_up(narrow):
    narrow.trigger("attendees.edit")
    narrow.click(narrow.page.panel.cross)
    assert not narrow.page.panel.busy
    assert not narrow.page.panel.isVisible()


def test_in_a_large_window_the_panel_is_back(narrow):
    narrow.window.resize(1280, 800)
    narrow.until(lambda: not narrow.page.body.compact)
    assert narrow.page.panel.isVisible()
    assert narrow.page.panel.width() == 344


def test_escape_in_the_table_closes_the_panel_too(narrow):
    narrow.click(narrow.page.people.open)
    narrow.key(Qt.Key.Key_Escape, narrow.page.people.table)
    assert not narrow.page.panel.isVisible()


def test_another_page_can_ask_for_somebody_whatever_the_filters(hands):
    hands.pill("Cancelled")
    hands.search("tom")
    hands.window.go("options")
    hands.window.go("attendees", chosen=hands.guest("Sukma").id)
    hands.until(lambda: hands.names and hands.panel_name == hands.chosen == "Sukma")
    assert len(hands.names) == 62
    assert hands.page.people.filters.search.text() == ""


def test_whoever_another_page_asks_for_is_opened_in_a_small_window_too(narrow):
    narrow.window.go("options")
    narrow.window.go("attendees", chosen=narrow.guest("Sukma").id)
    narrow.until(narrow.page.panel.isVisible)
    narrow.until(lambda: narrow.panel_name == "Sukma")


def test_larger_text_makes_the_panel_wider_while_it_fits(hands, qapp):
    style.apply_if_other(qapp, Look(scale=1.15))
    hands.until(lambda: hands.page.panel.width() == 396)
    assert not hands.page.body.compact


def test_an_open_list_of_tickets_is_not_filled_anew_under_the_hand(hands, qtbot):
    combo = hands.page.people.filters.ticket
    answered = qtbot.waitSignal(hands.page.people.found)
    with qtbot.assertNotEmitted(combo.model().rowsInserted), answered:
        hands.page.refresh()
    assert combo.count() == 6


def test_the_page_fits_into_the_smallest_window(hands):
    hint = hands.page.minimumSizeHint()
    assert hint.width() <= 935
    assert hint.height() <= 700


def test_the_page_fits_at_the_largest_text_size_and_folds_there(hands, qapp):
    style.apply_if_other(qapp, Look(scale=1.3))
    hands.until(lambda: hands.page.body.compact)
    hint = hands.page.minimumSizeHint()
    assert hint.width() <= 1280 - 89
    assert hint.height() <= 800
    assert hands.page.people.table.rowHeight(0) == 68


def test_nobody_on_the_list_shows_the_drop_zone(empty_hands):
    page = empty_hands.page
    assert page.header.state.text() == "Nobody on the list yet"
    assert not page.header_buttons[0].isVisible()
    assert page.choose.isVisible()
    assert page.choose.hasFocus()


def test_the_first_guest_by_hand_ends_the_emptiness(empty_hands):
    empty_hands.trigger("attendees.add")
    form = empty_hands.page.panel.form
    empty_hands.type_into("first_name", "Ida")
    empty_hands.written(lambda: empty_hands.click(form.save))
    empty_hands.until(lambda: empty_hands.names == ["Ida"])
    assert empty_hands.page.header.state.text() == "1 person"
    assert empty_hands.page.header_buttons[0].isVisible()


def test_giving_up_the_first_guest_shows_the_drop_zone_again(empty_hands):
    empty_hands.trigger("attendees.add")
    empty_hands.key(Qt.Key.Key_Escape, empty_hands.page.panel.form)
    page = empty_hands.page
    empty_hands.until(lambda: page.stack.currentWidget() is page.empty)


def test_a_list_is_asked_for_and_imported(empty_hands, tmp_path: Path, dialogs):
    went = empty_hands.going()
    empty_hands.click(empty_hands.page.choose)
    (dialog,) = dialogs()
    dialog.fileSelected.emit(str(tmp_path / "guests.csv"))
    dialog.close()
    assert went == [("importing", {"path": tmp_path / "guests.csv"})]
