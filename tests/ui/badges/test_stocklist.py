"""The list of stocks: searched, narrowed, told in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from checkin.badges import stock, stocks
from checkin.ui.badges.stockcard import StockCard
from checkin.ui.badges.stocklist import StockList
from checkin.ui.badges.stockmodel import FILTERS
from checkin.ui.badges.stockwords import more_words, places_words

MINE = replace(stock(), part="Tray 2", vendor="", own=True)


@pytest.fixture
def sheets(qtbot):
    made = StockList([MINE, *stocks()])
    qtbot.addWidget(made)
    made.resize(292, 700)
    made.show()
    made.begin(stock("5395"))
    return made


def titles(sheets):
    return [one.title for one in sheets.model.shown]


def test_it_begins_at_the_one_in_use(sheets):
    assert sheets.current == stock("5395")
    assert len(titles(sheets)) == len(stocks()) + 1


def test_the_best_of_what_is_found_is_taken_with_enter(sheets, qtbot):
    taken = []
    sheets.chosen.connect(taken.append)
    qtbot.keyClicks(sheets.search.edit, "L4758")
    qtbot.keyClick(sheets.search.edit, Qt.Key.Key_Return)
    assert taken == [stock("L4785")]


def test_it_is_narrowed_to_a_paper_a_kind_or_one_s_own(sheets):
    for number, (words, wanted) in enumerate(FILTERS):
        sheets.filter.setCurrentIndex(number)
        sheets.filter.activated.emit(number)
        assert titles(sheets) == [s.title for s in (MINE, *stocks()) if wanted(s)]
        assert titles(sheets), words
    assert titles(sheets) == ["Tray 2"]


def test_nothing_found_is_said_and_something_found_takes_it_back(sheets, qtbot):
    qtbot.keyClicks(sheets.search.edit, "xyzzy")
    assert sheets.nothing.isVisible()
    assert not sheets.begin_with.isEnabled()
    assert sheets.current is None
    sheets.search.edit.clear()
    assert not sheets.nothing.isVisible()
    assert sheets.list.isVisible()


def test_labels_that_are_too_small_are_said_to_be(sheets, qtbot):
    qtbot.keyClicks(sheets.search.edit, "L4784")
    assert titles(sheets) == []
    assert sheets.nothing.text().startswith("The labels of Avery Zweckform L4784 are")
    assert "63.5 × 29.6 mm" in sheets.nothing.text()


def test_doubtful_measures_are_said_below_the_list_and_to_screen_readers(sheets):
    sheets.begin(stock("J8414"))
    assert sheets.doubt.text().startswith("Its known measures may be 2.2 mm off")
    words = sheets.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2.2 mm off" in words
    sheets.begin(stock("5395"))
    assert not sheets.doubt.isVisible()


def test_a_shipped_one_is_copied_and_one_s_own_is_changed(sheets, qtbot):
    copied, changed = [], []
    sheets.copy_wanted.connect(copied.append)
    sheets.change_wanted.connect(changed.append)
    assert sheets.begin_with.text() == "Copy and change…"
    sheets.begin_with.click()
    sheets.begin(MINE)
    assert sheets.begin_with.text() == "Change it…"
    sheets.begin_with.click()
    assert (copied, changed) == ([stock("5395")], [MINE])


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("L4785", "10 labels on A4"),
        ("A6", "1 insert on A6"),
        ("CR80 8-up", "8 cards on A4"),
        ("A7 tent 4-up", "4 folded badges on A4"),
        ("DK-1202", "Roll, 62 mm wide"),
    ],
)
def test_a_stock_is_told_in_the_words_of_its_kind(part, words):
    assert places_words(stock(part)).replace("\N{NO-BREAK SPACE}", " ") == words


def test_the_part_that_was_searched_for_comes_first():
    assert more_words(stock("5395"), "8395").startswith("Same as 8395, ")
    assert more_words(stock("HERMA 9012")) == "Name badge labels"


def test_every_stock_has_a_picture(sheets):
    for number in range(len(sheets.model.shown)):
        sheets.list.setCurrentIndex(sheets.model.index(number))
        rect = sheets.list.visualRect(sheets.model.index(number))
        sheets.list.scrollTo(sheets.model.index(number))
        assert rect.height() == 100
    picture = sheets.list.viewport().grab().toImage()
    assert picture.format() != QImage.Format.Format_Invalid


def test_the_card_warns_of_a_stock_that_is_doubtful(qtbot):
    card = StockCard(stock("J8414"))
    qtbot.addWidget(card)
    assert "2.2 mm off" in card.doubt.toolTip()
    assert "2.2 mm off" in card.button.accessibleDescription()
    card.show_stock(stock("5395"))
    assert card.doubt.isHidden()
