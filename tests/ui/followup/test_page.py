"""The page: cards, the chosen list, and how it follows what happens at the door."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy

from checkin.ui import style
from checkin.ui.look import Look

KEYS = Qt.Key


def lines(page):
    """What the cards say: title, figure, small line."""
    return [(c.text(), c.count, c.small) for c in page.cards.cards]


def remarks(page):
    return [(r.figure, r.words) for r in page.chosen.remarks.remarks]


def test_each_card_says_how_many_and_how_many_may_be_written_to(page):
    assert lines(page) == [
        ("Thank those who came", "38", "34 may be written to"),
        ("Sorry we missed you", "18", "13 may be written to"),
        ("Welcome the new ones", "9", "9 may be written to"),
        ("Walk-ins", "2", "1 may be written to"),
        ("Old friends", "29", "25 may be written to"),
        ("Register for the files", "62", "for running the event"),
    ]


def test_those_who_came_are_chosen_first(page, qtbot):
    chosen = page.chosen
    assert chosen.title.text() == "Thank those who came"
    assert chosen.figure.text() == "34"
    assert chosen.what.text() == "people in this file"
    assert chosen.of.text() == "of 38 who came"
    assert remarks(page) == [("3", "said no"), ("1", "was never asked")]
    assert chosen.button.text() == "Save 34 contacts as a spreadsheet"
    qtbot.waitUntil(lambda: len(chosen.first.people) == 6)
    assert all(guest.attended for guest in chosen.first.people)


def test_arrow_keys_choose_the_next_list_and_tab_leaves_the_cards(page, qtbot):
    cards = page.cards.cards
    assert page.window().focusWidget() is cards[0]
    qtbot.keyClick(cards[0], KEYS.Key_Down)
    assert cards[1].isChecked()
    assert page.chosen.title.text() == "Sorry we missed you"
    assert page.chosen.of.text() == "of 18 who were expected and did not come"
    qtbot.keyClick(cards[1], KEYS.Key_Tab)
    assert page.window().focusWidget() is page.chosen.combo


def test_a_click_anywhere_on_a_card_chooses_it(page, qtbot):
    card = page.cards.cards[5]
    corner = card.rect().bottomRight() / 2
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=corner)
    assert page.chosen.title.text() == "Register for the files"
    assert page.chosen.figure.text() == "62"
    assert "No permission is needed" in page.chosen.remarks.accessibleName()


def test_a_card_is_a_radio_button_with_its_figures_to_a_screen_reader(page):
    card = page.cards.cards[0]
    told = QAccessible.queryAccessibleInterface(card)
    assert told.role() == QAccessible.Role.RadioButton
    name = told.text(QAccessible.Text.Name)
    assert name == "Thank those who came, 38, 34 may be written to"


def test_the_register_can_be_a_door_list_and_mailings_cannot(page):
    combo = page.chosen.combo

    def formats():
        return [combo.itemData(n) for n in range(combo.count())]

    assert "register" not in formats()
    page.cards.cards[5].click()
    assert "register" in formats()


def choose_format(page, name):
    combo = page.chosen.combo
    combo.setCurrentIndex(combo.findData(name))
    combo.activated.emit(combo.currentIndex())


def test_a_list_keeps_the_format_that_was_chosen_for_it(page):
    choose_format(page, "xlsx")
    assert page.chosen.button.text() == "Save 34 contacts as an Excel workbook"
    page.cards.cards[1].click()
    assert page.chosen.button.text() == "Save 13 contacts as a spreadsheet"
    page.cards.cards[0].click()
    assert page.chosen.button.text() == "Save 34 contacts as an Excel workbook"


def test_before_anybody_came_the_register_is_ready_and_the_mailings_are_not(
    breakfast, show, qtbot
):
    for name in ("Ada", "Bo"):
        breakfast.add(name, "yes", email=f"{name}@example.org")
    page = show(breakfast.path)
    ready = "Ready once somebody has come."
    assert [line[1:] for line in lines(page)[:5]] == [("–", ready)] * 5
    assert page.cards.cards[0].accessibleName() == f"Thank those who came, {ready}"
    assert page.chosen.title.text() == "Register for the files"
    assert page.chosen.button.text() == "Save 2 guests as a spreadsheet"
    assert page.chosen.button.isEnabled()
    page.cards.cards[1].click()
    assert page.chosen.waiting.isVisible()
    assert not page.chosen.button.isEnabled()
    assert page.chosen.button.toolTip() == ready
    assert page.chosen.button.accessibleDescription() == ready


def test_with_nobody_on_the_list_the_page_says_what_comes_first(breakfast, show):
    page = show(breakfast.path)
    assert page.chosen.empty.isVisible()
    assert page.chosen.button.toolTip() == "Nobody is on this list."


def test_a_list_that_may_not_be_written_to_says_why_nothing_can_be_saved(
    breakfast, show
):
    breakfast.comes(breakfast.add("Ada", "no", email="ada@example.org"))
    breakfast.comes(breakfast.add("Bo", "yes"))
    page = show(breakfast.path)
    assert page.chosen.figure.text() == "0"
    assert remarks(page) == [("1", "said no"), ("1", "has no e-mail address")]
    assert page.chosen.remarks.accessibleName() == (
        "1 said no, 1 gave no e-mail address"
    )
    why = "Nobody on this list may be written to."
    assert page.chosen.button.toolTip() == why
    assert why in page.chosen.first.accessibleName()


def test_where_nobody_is_left_out_it_says_so(breakfast, show):
    breakfast.comes(breakfast.add("Ada", "yes", email="ada@example.org"))
    page = show(breakfast.path)
    assert page.chosen.left_out.text() == "Nobody is left out"


def test_what_happens_at_the_door_is_followed_but_not_faster_than_can_be_read(
    breakfast, show, qtbot
):
    guests = [
        breakfast.add(f"Guest {n}", "yes", email=f"{n}@example.org") for n in range(12)
    ]
    breakfast.comes(guests.pop())
    page = show(breakfast.path)
    counted = QSignalSpy(page.asking.surveyed)
    for who in guests:
        breakfast.comes(who)
        page.session.look()
    qtbot.waitUntil(lambda: page.cards.cards[0].count == "12")
    assert page.charts.who.title.text() == "12 of 12 came"
    assert page.chosen.figure.text() == "12"
    assert counted.count() <= 2


def test_a_page_that_nobody_sees_asks_nothing_and_catches_up_when_shown(
    breakfast, show, settle, empty_window, qtbot
):
    anna = breakfast.add("Anna", "yes", email="anna@example.org")
    page = show(breakfast.path)
    counted = QSignalSpy(page.asking.surveyed)
    page.hide()
    breakfast.comes(anna)
    page.session.look()
    assert counted.count() == 0
    page.show()
    settle(page)
    assert page.cards.cards[0].count == "1"


def test_leaving_while_it_counts_begins_again_on_return(page, settle, qtbot):
    page.cards.cards[0].say("", "")
    page.asking.soon()
    page.hide()
    assert not page.asking.busy
    page.show()
    settle(page)
    assert page.cards.cards[0].count == "38"


def test_names_written_from_the_right_stand_at_the_left(breakfast, show, qtbot):
    name = "محمد الفارسي"
    breakfast.comes(breakfast.add(name, "yes", email="m@example.org"))
    page = show(breakfast.path)
    qtbot.waitUntil(lambda: len(page.chosen.first.people) == 1)
    first = page.chosen.first
    picture = first.grab().toImage()
    row = range(first._top(1) + 10, first._top(2) - 10)
    ground = picture.pixelColor(2, row.start)
    left = min(
        x
        for x in range(picture.width() // 2)
        for y in row
        if picture.pixelColor(x, y) != ground
    )
    assert left < 40


def test_the_page_fits_a_small_window_and_large_text(page, qapp):
    assert page.minimumSizeHint().width() <= 1024 - 88
    assert page.minimumSizeHint().height() <= 700
    style.apply(qapp, Look(scale=1.3))
    assert page.minimumSizeHint().width() <= 1280 - 88
    assert page.minimumSizeHint().height() <= 800
