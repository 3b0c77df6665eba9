"""What one seldom needs: folded, said in one line, and done on paper."""

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.badges import Kind, stocks
from checkin.badges.sheeting import Duplex, Fill, Marks
from checkin.ui.badges.morechoices import more_words
from checkin.ui.badges.wish import Who


@pytest.fixture
def more(hands):
    return hands.page.side.how.more


def choose(hands, combo, words):
    """As by keyboard: in the open list, down to these words."""
    combo.setFocus()
    for _step in range(combo.count()):
        if combo.currentText() == words:
            return
        hands.key(Qt.Key.Key_Down, combo)
    raise AssertionError(words)


def test_one_line_says_what_is_set_until_they_are_opened(hands, more):
    assert more.words.text() == "Row by row, one of each, no marks"
    assert more.button.accessibleName() == "More choices, closed"
    assert more.button.accessibleDescription() == more.words.text()
    hands.page.side.cards.ensureWidgetVisible(more.button)
    more.button.setFocus(Qt.FocusReason.TabFocusReason)
    hands.key(Qt.Key.Key_Space)
    assert more.is_open
    assert not more.words.isVisible()
    hands.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is hands.page.side.how.choices.fill
    more.button.click()
    assert not more.is_open


def test_copies_are_counted_in_the_sum_and_side_by_side_on_the_sheet(hands, more):
    more.button.click()
    choose(hands, hands.page.side.how.choices.copies, "3")
    assert hands.page.wish.copies == 3
    assert hands.big_words == "Print 6 badges on 1 sheet"
    names = [hands.place(n).partition(": ")[2] for n in range(1, 8)]
    assert names == ["Bo"] * 3 + ["Temperance Oyelaran"] * 3 + ["empty"]


def test_a_pile_that_is_cut_lies_in_order(hands, more):
    hands.choose(Who.ALL)
    hands.until(lambda: hands.sheet_words == "Sheet 1 of 6")
    first = [hands.place(n) for n in (1, 2)]
    more.button.click()
    choose(hands, hands.page.side.how.choices.fill, "In stacks, to be cut")
    assert hands.page.wish.fill is Fill.STACK
    assert hands.place(1) == first[0]
    assert hands.place(2) != first[1]
    hands.click(hands.page.well.after)
    assert hands.place(1).partition(": ")[2] == first[1].partition(": ")[2]


def test_marks_are_seen_before_they_are_printed(hands, more):
    hands.until(lambda: hands.page.well.view.is_sharp)
    before = hands.page.previewer.pdf
    more.button.click()
    choose(hands, hands.page.side.how.choices.marks, "Outlines")
    assert hands.page.wish.marks is Marks.OUTLINE
    hands.until(lambda: hands.page.previewer.pdf != before)


def test_what_is_set_is_remembered_but_not_how_many_copies(hands, window_again):
    hands.page.change(fill=Fill.STACK, marks=Marks.CROP, duplex=Duplex.APART, copies=4)
    again = window_again().wish
    assert (again.fill, again.marks) == (Fill.STACK, Marks.CROP)
    assert again.duplex is Duplex.APART
    assert again.copies == 1


def test_a_roll_has_no_order_of_filling_and_no_used_places(hands):
    roll = next(one for one in stocks() if one.kind is Kind.ROLL)
    hands.page.change(stock=roll)
    hands.page.side.how.more.button.click()
    assert not hands.page.side.how.choices.fill.isVisible()
    assert hands.page.side.how.choices.marks.isVisible()
    assert not hands.page.well.hint.isVisible()
    assert hands.big_words == "Print 2 badges on 2 labels"
    assert hands.sheet_words == "Label 1 of 2"
    assert more_words(hands.page.wish) == "One of each, no marks"


def test_badges_are_printed_as_they_were_chosen(hands, heard):
    hands.page.change(copies=2)
    hands.page.print()
    hands.until(lambda: heard)
    document = pypdfium2.PdfDocument(hands.opened[0])
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert words.count("Temperance") == 2
    assert len(hands.printed()) == 2
