"""An import can be taken back later too: by the menu below the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from checkin.importing import apply_plan, load, make_plan
from checkin.model.attendee import Details
from checkin.store import acts


@pytest.fixture
def take(empty_hands, tmp_path):
    """Imports a list of these names, as another desk would."""

    def taken(file, *names):
        path = tmp_path / file
        path.write_text("\n".join(("Name", *names)), encoding="utf-8")
        with empty_hands.ledger() as event:
            apply_plan(event, make_plan(event, load(path)))
        with empty_hands.found():
            empty_hands.page.session.look()

    return taken


def _offered(hands):
    menu = hands.page.people.lists.menu_of_lists()
    words = [action.text() for action in menu.actions()]
    menu.deleteLater()
    return words


def test_an_import_of_days_ago_is_undone_and_can_be_brought_back(hands):
    (words,) = _offered(hands)
    assert words == "Undo import of “guests”: Tue 21 Nov 10:05, 60 people"
    menu = hands.page.people.lists.menu_of_lists()
    hands.written(menu.actions()[0].trigger)
    told = hands.told("Undone: guests.csv is no longer imported.")
    assert told.stays
    hands.until(hands.page.people.lists.isHidden)
    assert hands.guest("Zoë").withdrawn
    hands.written(told.offers[0].do)
    hands.told("guests.csv is imported again.")
    hands.until(hands.page.people.lists.isVisible)
    assert not hands.guest("Zoë").withdrawn


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # offscreen can't, for a menu
def test_the_menu_opens_and_undoes_by_the_keyboard(empty_hands, take, qtbot):
    take("members.csv", "Zoë", "Bo")
    button = empty_hands.page.people.lists
    button.setFocus()
    empty_hands.key(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    empty_hands.key(Qt.Key.Key_Down, menu)
    empty_hands.key(Qt.Key.Key_Return, menu)
    empty_hands.told("Undone: members.csv is no longer imported.")
    page = empty_hands.page
    empty_hands.until(lambda: page.stack.currentWidget() is page.empty)
    empty_hands.until(lambda: empty_hands.window.focusWidget() is page.choose)


def test_of_versions_the_newest_is_offered_and_then_the_one_before(empty_hands, take):
    take("members.csv", "Zoë", "Bo")
    take("members.csv", "Zoë", "Bo", "Ida")
    (words,) = _offered(empty_hands)
    assert words.endswith(", 1 person")
    with empty_hands.found():
        empty_hands.page.people.lists.menu_of_lists().actions()[0].trigger()
    (words,) = _offered(empty_hands)
    assert words.endswith(", 2 people")


def test_names_stand_there_as_they_are_but_for_their_length(empty_hands, take):
    take(f"R&D {'m' * 200}.csv", "Zoë")
    (words,) = _offered(empty_hands)
    assert words.startswith("Undo import of “R&&D mmm")  # Qt shows one &
    assert "…”" in words
    assert len(words) < 120


def test_where_no_list_was_imported_there_is_nothing_to_undo(empty_hands):
    with empty_hands.ledger() as event:
        acts.add_guest(event, Details(full_name="Zoë"))
    with empty_hands.found():
        empty_hands.page.session.look()
    assert empty_hands.page.people.foot.isVisible()
    assert not empty_hands.page.people.lists.isVisible()


def test_the_keyboard_goes_back_to_the_table_when_the_last_import_is_undone(hands):
    hands.page.people.lists.setFocus()
    hands.page.people.lists.menu_of_lists().actions()[0].trigger()
    hands.told("Undone: guests.csv is no longer imported.")
    hands.until(hands.page.people.table.hasFocus)
