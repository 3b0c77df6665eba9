"""Sheets that are printed on both sides are seen from both."""

import pytest
from PySide6.QtCore import Qt

from checkin.badges import design, stocks
from checkin.badges.sheeting import Duplex


@pytest.fixture
def two_sided(hands):
    """A design that has a back is chosen."""
    made = next(one for one in hands.page.known if one.has_back)
    hands.page.change(design=made)
    hands.until(lambda: hands.page.well.view.is_sharp)
    return made


def picture(hands):
    return hands.page.well.view._picture._image


def test_the_back_is_shown_by_key_and_by_button(hands, two_sided):
    front = picture(hands)
    hands.shortcut(Qt.Key.Key_B)
    assert hands.sheet_words == "Back of 1 of 1"
    hands.until(lambda: picture(hands) != front)
    assert not hands.page.well.hint.isVisible()
    hands.click_place(1)
    assert hands.page.wish.used == frozenset()
    hands.click(hands.page.well.flip)
    assert hands.sheet_words == "Sheet 1 of 1"
    hands.until(lambda: picture(hands) == front)


def test_a_design_without_a_back_is_seen_from_the_front(hands, two_sided):
    hands.shortcut(Qt.Key.Key_B)
    hands.page.change(design=design("classic"))
    assert hands.sheet_words == "Sheet 1 of 1"
    assert not hands.page.well.flip.isVisible()
    hands.shortcut(Qt.Key.Key_B)
    assert hands.sheet_words == "Sheet 1 of 1"


def test_how_sheets_are_turned_is_asked_only_where_there_are_backs(hands, two_sided):
    how = hands.page.side.how
    how.more.button.click()
    assert how.choices.duplex.isVisible()
    hands.page.change(duplex=Duplex.FRONTS)
    assert how.choices.duplex.isVisible()
    assert not hands.page.well.flip.isVisible()
    hands.page.change(stock=next(one for one in stocks() if one.fold))
    assert not how.choices.duplex.isVisible()
