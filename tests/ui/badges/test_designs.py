"""Designs: a few, all of them, and those for single ticket types."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.badges import design, designs, stock
from checkin.ui.badges.designs import DesignCard, Gallery


def seen(grid):
    return [tile.design.name for tile in grid.tiles if not tile.isHidden()]


def test_a_card_shows_a_few_and_the_chosen_one_among_them(qtbot):
    known = [design(name) for name in designs()]
    card = DesignCard(known, stock())
    qtbot.addWidget(card)
    card.set_columns(1)
    assert len(seen(card.grid)) == min(3, len(known))
    card.grid.show_chosen(known[-1])
    assert known[-1].name in seen(card.grid)
    assert card.all.isHidden() == (len(known) <= 3)


def test_all_designs_are_looked_at_by_keyboard_and_the_sheet_follows(hands):
    left = hands.page.left
    left.choose_design()
    gallery: Gallery = left.gallery
    assert left.choosing
    (first, second, *_others) = gallery.grid.tiles
    assert QApplication.focusWidget() is first
    fit = [tile for tile in gallery.grid.tiles if tile.design.fits(stock())]
    hands.until(lambda: all(tile.picture.is_there for tile in fit))
    hands.key(Qt.Key.Key_Right)
    assert hands.page.wish.design is second.design
    assert second.isChecked()
    assert left.choosing
    hands.key(Qt.Key.Key_Escape)
    assert not left.choosing
    tiles = {tile.design.name: tile for tile in left.designs.grid.tiles}
    assert tiles[second.design.name].isChecked()


def test_a_ticket_type_gets_a_design_of_its_own(hands, window_again):
    left = hands.page.left
    hands.page.left.cards.ensureWidgetVisible(left.designs.by_ticket)
    hands.click(left.designs.by_ticket)
    assert list(left.tickets.combos) == hands.page.people.types
    combo = left.tickets.combos["Speaker"]
    combo.setFocus()
    hands.key(Qt.Key.Key_Down, combo)
    hands.key(Qt.Key.Key_Down, combo)
    own = hands.page.wish.looks.of("speaker")
    assert own is not hands.page.wish.looks.of("Guest")
    assert combo.currentText() == own.title
    hands.key(Qt.Key.Key_Escape)
    assert left.designs.others.text() == f"Speaker: {own.title}"
    again = window_again()
    hands.until(lambda: again.people)
    assert again.wish.by_ticket == (("Speaker", own),)
