"""A sheet of one's own: measured, drawn while it is typed, kept, changed, deleted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from checkin.badges import stock
from checkin.badges.measuring import Part
from checkin.settings import Unit


@pytest.fixture
def own(hands):
    """The editor's owner, with the list of sheets open."""
    hands.click(hands.page.left.stock.button)
    return hands.page.own


@pytest.fixture
def editor(hands, own):
    """The editor, on a copy of L4785."""
    own.copy(stock("L4785"))
    return own.editor


def type_in(hands, editor, part, text):
    edit = editor.fields.fields[part].edit
    edit.setFocus()
    edit.selectAll()
    hands.qtbot.keyClicks(edit, text)


def drawn(editor):
    """What the drawing tells those who don't see it."""
    words = editor.drawing.accessibleDescription()
    return words.replace("\N{NO-BREAK SPACE}", " ")


def below(editor, part):
    """The sentence in the line below a field."""
    words = editor.fields._rows[part].message.text()
    return words.replace("\N{NO-BREAK SPACE}", " ")


def names(hands):
    return [one.name for one in hands.page.context.settings.own_stocks()]


def test_a_sheet_is_measured_and_used_by_keyboard_alone(hands, own):
    search = hands.page.left.stocks.search.edit
    hands.until(lambda: QApplication.focusWidget() is search)
    measure = hands.page.left.stocks.measure
    for _part in range(8):
        if QApplication.focusWidget() is not measure:
            hands.key(Qt.Key.Key_Tab, QApplication.focusWidget())
    assert QApplication.focusWidget() is measure
    hands.key(Qt.Key.Key_Space, QApplication.focusWidget())
    assert own.editing
    answers = {
        "Name": "Tray 2", "Width of one badge": "80", "Height of one badge": "50",
        "Radius of the rounded corners": "3", "Columns": "2", "Rows": "4",
        "From the left edge of the paper to the first badge": "18",
        "From the top edge of the paper to the first badge": "13,5",
        "From edge to edge, across": "95", "From edge to edge, down": "66",
    }  # fmt: skip
    for _field in range(20):
        at = QApplication.focusWidget()
        if text := answers.pop(at.accessibleName(), ""):
            at.selectAll()
            hands.qtbot.keyClicks(at, text)
        if not answers:
            break
        hands.key(Qt.Key.Key_Tab, at)
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    assert not own.editing
    assert hands.page.left.stock.title.text() == "Tray 2"
    assert hands.page.wish.stock.cell(8) == (113, 211.5)
    assert names(hands) == ["Tray 2"]


def test_the_drawing_follows_every_key(hands, editor):
    assert "2 × 5 badges of 80 mm by 50 mm" in drawn(editor)
    type_in(hands, editor, Part.LEFT, "18,5")
    assert "left 18.5 mm, top 13.5 mm, right 16.5 mm, bottom 13.5 mm" in drawn(editor)
    before = editor.drawing.grab().toImage()
    type_in(hands, editor, Part.ROWS, "3")
    assert "2 × 3 badges" in drawn(editor)
    assert editor.drawing.grab().toImage() != before


def test_what_can_not_be_is_told_below_its_field_while_it_is_typed(hands, editor):
    type_in(hands, editor, Part.ROWS, "6")
    assert below(editor, Part.ROWS) == "The last row ends 41.5 mm beyond the paper."
    rows = editor.fields.fields[Part.ROWS].edit
    assert rows.property("wrong")
    assert "beyond the paper" in rows.accessibleDescription()
    assert "beyond the paper" in drawn(editor)
    type_in(hands, editor, Part.ROWS, "5")
    assert below(editor, Part.ROWS) == ""
    assert not rows.property("wrong")
    type_in(hands, editor, Part.ACROSS, "75")
    assert below(editor, Part.ACROSS) == "The badges overlap by 5 mm: at least 80 mm."
    type_in(hands, editor, Part.WIDTH, "8x")
    assert below(editor, Part.WIDTH) == "Type a length, such as 80 or 17.5."


def test_enter_goes_to_what_is_wrong_and_saves_nothing(hands, own, editor):
    type_in(hands, editor, Part.ROWS, "6")
    type_in(hands, editor, Part.NAME, "Tray 2")
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    assert own.editing
    assert QApplication.focusWidget() is editor.fields.fields[Part.ROWS].edit
    assert names(hands) == []


def test_a_new_sheet_is_asked_for_its_name_only_when_it_is_saved(hands, own):
    hands.click(hands.page.left.stocks.measure)
    editor = own.editor
    assert below(editor, Part.NAME) == ""
    hands.click(editor.save)
    assert below(editor, Part.NAME).startswith("Give it a name")
    assert QApplication.focusWidget() is editor.fields.fields[Part.NAME].edit


def test_margins_that_are_uneven_are_asked_about(hands, own, editor):
    assert editor.doubt.text() == ""
    type_in(hands, editor, Part.LEFT, "12")
    assert "on the left, but" in editor.doubt.text()
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    assert not own.editing  # it can be so all the same


def test_the_same_lengths_are_shown_in_inches_and_as_gaps(hands, own):
    own.copy(stock("5371"))
    editor = own.editor
    fields = editor.fields.fields
    buttons = {b.text(): b for b in editor.fields.unit._group.buttons()}
    hands.click(buttons["inches"])
    assert fields[Part.WIDTH].edit.text() == "3.5"
    buttons = {b.text(): b for b in editor.fields.by._group.buttons()}
    hands.click(buttons["Gap"])
    assert fields[Part.ACROSS].edit.text() == "0"
    type_in(hands, editor, Part.DOWN, "-1")
    assert "a gap can’t be less than 0" in below(editor, Part.DOWN)
    type_in(hands, editor, Part.DOWN, "0")
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    (kept,) = hands.page.context.settings.own_stocks()
    assert (kept.unit, kept.by_gap) == (Unit.INCH, True)
    assert kept.badge_size == pytest.approx((88.9, 50.8))


def test_one_s_own_paper_begins_with_the_size_of_the_one_before(hands, editor):
    paper = editor.fields.paper
    assert not editor.fields.own_paper.isVisible()
    paper.setFocus()
    hands.key(Qt.Key.Key_End, paper)
    assert paper.currentText() == "Own size…"
    assert editor.fields.own_paper.isVisible()
    assert editor.fields.fields[Part.PAPER_HEIGHT].edit.text() == "297"
    type_in(hands, editor, Part.PAPER_HEIGHT, "280")
    assert "beyond the paper" in below(editor, Part.PAPER_HEIGHT)


def test_a_single_column_has_no_distance_to_the_next(hands, editor):
    across = editor.fields.fields[Part.ACROSS].edit
    type_in(hands, editor, Part.COLUMNS, "1")
    assert not across.isEnabled()
    assert across.toolTip() == "There is only one: it has no neighbour."
    type_in(hands, editor, Part.COLUMNS, "2")
    assert across.isEnabled()


def test_escape_goes_back_and_what_was_typed_can_be_had_again(
    hands, own, editor, heard
):
    type_in(hands, editor, Part.NAME, "Tray 7")
    type_in(hands, editor, Part.ROWS, "x")
    hands.key(Qt.Key.Key_Escape, QApplication.focusWidget())
    assert not own.editing
    assert hands.page.left.choosing
    (offer,) = heard[-1].offers
    assert offer.words == "Bring it back"
    offer.do()
    assert own.editing
    assert editor.fields.fields[Part.NAME].edit.text() == "Tray 7"
    assert editor.fields.fields[Part.ROWS].edit.text() == "x"


def test_escape_from_what_was_not_touched_says_nothing(hands, own, editor, heard):
    before = len(heard)
    hands.key(Qt.Key.Key_Escape, QApplication.focusWidget())
    assert not own.editing
    assert len(heard) == before


def test_nothing_is_printed_while_a_sheet_is_measured(hands, own, editor):
    hands.shortcut(Qt.Key.Key_P)
    hands.shortcut(Qt.Key.Key_S)
    assert hands.printed() == []
    hands.key(Qt.Key.Key_Escape, QApplication.focusWidget())
    hands.key(Qt.Key.Key_Escape, hands.window)
    hands.shortcut(Qt.Key.Key_P)
    hands.until(hands.printed)
    hands.until(lambda: not hands.page.maker.busy)


def test_saving_is_undone_with_the_sheet_that_was_used_before(
    hands, own, editor, heard
):
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    assert hands.page.wish.stock.title == "My L4785"
    assert heard[-1].title == "My L4785 is one of your sheets now"
    heard[-1].offers[0].do()
    assert names(hands) == []
    assert hands.page.wish.stock.title == "Avery L4785"


def test_one_s_own_sheet_is_changed_from_the_list(hands, own, editor, heard):
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    hands.click(hands.page.left.stock.button)
    stocks = hands.page.left.stocks
    assert stocks.current.title == "My L4785"
    assert stocks.begin_with.text() == "Change it…"
    hands.click(stocks.begin_with)
    assert editor.header.title.text() == "Change your sheet"
    type_in(hands, editor, Part.NAME, "Tray 1")
    type_in(hands, editor, Part.TOP, "13")
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    assert names(hands) == ["Tray 1"]
    assert hands.page.wish.stock.first == (17.5, 13)
    heard[-1].offers[0].do()
    assert names(hands) == ["My L4785"]
    assert hands.page.wish.stock.first == (17.5, 13.5)


def test_one_s_own_sheet_is_deleted_and_had_again(hands, own, editor, heard):
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    hands.click(hands.page.left.stock.button)
    hands.click(hands.page.left.stocks.begin_with)
    hands.click(editor.remove)
    assert names(hands) == []
    assert hands.page.wish.stock.title == "Avery L4785"
    assert heard[-1].title == "My L4785 is deleted"
    heard[-1].offers[0].do()
    assert names(hands) == ["My L4785"]
    assert hands.page.wish.stock.title == "My L4785"
    assert hands.page.left.stocks.model.shown[0].title == "My L4785"


def test_a_second_copy_has_a_name_of_its_own(hands, own, editor):
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    own.copy(stock("L4785"))
    assert editor.fields.fields[Part.NAME].edit.text() == "My L4785 2"
    assert not editor.remove.isVisible()


def test_one_s_own_sheet_is_still_chosen_the_next_time(
    hands, own, editor, window_again
):
    hands.key(Qt.Key.Key_Return, QApplication.focusWidget())
    assert window_again().wish.stock.title == "My L4785"
