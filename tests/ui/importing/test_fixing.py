"""Cells that are put right in the preview, by keyboard and by mouse."""

import pytest
from PySide6.QtCore import Qt

from checkin.store.eventfile import EventFile

RIGHT = "lukasz@example.org"


def column(page, heading):
    return next(c for c in page.view.body.grid.columns if c.shown.heading == heading)


def card(page, kind):
    cards = page.view.body.problems.cards
    return next((one for one in cards if one.shown.kind == kind), None)


def typed(qtbot, window, text):
    """As somebody would type over what stands in the line that has the focus."""
    line = window.focusWidget()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, text)
    return line


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_on_an_odd_cell_opens_a_line_in_it(look_at, write, window, key, qtbot):
    page = look_at(write())
    cell = column(page, "Email").buttons[5]
    assert cell.accessibleName() == "Row 5, Email: lukasz@@example.org"
    assert "looks wrong" in cell.accessibleDescription()
    cell.setFocus()
    qtbot.keyClick(cell, key)
    line = window.focusWidget()
    assert line is column(page, "Email").editor
    assert line.accessibleName() == "Row 5, Email"
    assert line.text() == line.selectedText() == "lukasz@@example.org"
    assert line.geometry().contains(cell.geometry())


def test_enter_takes_what_was_typed_and_the_plan_is_worked_out_anew(
    look_at, write, window, settled, in_event, qtbot
):
    page = look_at(write())
    qtbot.mouseClick(column(page, "Email").buttons[5], Qt.MouseButton.LeftButton)
    line = typed(qtbot, window, RIGHT)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not page.view.foot.apply.isEnabled()
    settled(page)
    assert page.view.headline.chip.text() == "Nothing is odd"
    cell = column(page, "Email").buttons[5]
    assert window.focusWidget() is cell
    assert cell.cell.text == RIGHT
    assert cell.accessibleDescription() == (
        "Put right by you. The file says: lukasz@@example.org"
    )
    assert in_event() == []
    page.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    with EventFile.join(window.session.file.place) as event:
        mails = {guest.details.email for guest in event.read.attendees()}
    assert RIGHT in mails


def test_escape_leaves_the_cell_and_not_the_page(look_at, write, window, qtbot):
    page = look_at(write())
    qtbot.mouseClick(column(page, "Email").buttons[5], Qt.MouseButton.LeftButton)
    line = typed(qtbot, window, RIGHT)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.place == "importing"
    assert column(page, "Email").editor is None
    assert not page.draft.working
    assert column(page, "Email").buttons[5].cell.text == "lukasz@@example.org"
    assert window.focusWidget() is column(page, "Email").buttons[5]


def test_control_enter_in_a_cell_takes_it_and_imports_nothing_yet(
    look_at, write, window, settled, in_event, qtbot
):
    page = look_at(write())
    qtbot.mouseClick(column(page, "Email").buttons[5], Qt.MouseButton.LeftButton)
    line = typed(qtbot, window, RIGHT)
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(page)
    assert window.place == "importing"
    assert in_event() == []
    assert page.view.headline.chip.text() == "Nothing is odd"


def test_going_elsewhere_takes_what_was_typed(look_at, write, window, settled, qtbot):
    page = look_at(write())
    qtbot.mouseClick(column(page, "Email").buttons[5], Qt.MouseButton.LeftButton)
    typed(qtbot, window, RIGHT)
    qtbot.mouseClick(page.view.foot.apply, Qt.MouseButton.LeftButton)
    page.view.other.setFocus()
    settled(page)
    assert window.place == "importing"
    assert column(page, "Email").buttons[5].cell.text == RIGHT


def test_what_is_still_wrong_stays_a_question(look_at, write, window, settled, qtbot):
    page = look_at(write())
    qtbot.mouseClick(column(page, "Email").buttons[5], Qt.MouseButton.LeftButton)
    qtbot.keyClick(typed(qtbot, window, "lukasz"), Qt.Key.Key_Return)
    settled(page)
    assert page.view.headline.chip.text() == "1 needs a look"
    assert card(page, "email").shown.says == "lukasz"
    assert column(page, "Email").buttons[5].cell.odd


def test_a_cell_is_set_back_on_its_card_or_by_writing_what_was_there(
    look_at, write, window, settled, qtbot
):
    page = look_at(write())
    for way in ("card", "cell"):
        qtbot.mouseClick(column(page, "Email").buttons[5], Qt.MouseButton.LeftButton)
        qtbot.keyClick(typed(qtbot, window, RIGHT), Qt.Key.Key_Return)
        settled(page)
        done = card(page, "email")
        assert done.shown.count == 0
        assert "lukasz@@example.org" in done.shown.says
        assert RIGHT in done.shown.says
        if way == "card":
            back = done.choices.buttons[0]
            assert back.text() == "Set back"
            qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
        else:
            cell = column(page, "Email").buttons[5]
            qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
            line = typed(qtbot, window, "lukasz@@example.org")
            qtbot.keyClick(line, Qt.Key.Key_Return)
        settled(page)
        assert page.view.headline.chip.text() == "1 needs a look"
        assert page.draft.wish.mended == ()


def test_fix_brings_a_row_far_down_into_the_preview_and_opens_its_cell(
    look_at, write, window, settled, qtbot
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(60)]
    for n in (10, 30, 50):
        rows[n] = (f"Far {n}", f"far{n}", "")
    page = look_at(write(rows=rows))
    asked = card(page, "email")
    qtbot.mouseClick(asked.following, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(asked.following, Qt.MouseButton.LeftButton)
    fix = asked.choices.buttons[0]
    fix.setFocus()
    qtbot.keyClick(fix, Qt.Key.Key_Space)
    assert window.focusWidget().accessibleName() == "Row 52, Email"
    names = [cell.text for cell in column(page, "Name").shown.cells]
    assert {"Far 10", "Far 30", "Far 50"} <= set(names)
    assert len(names) == 5
    qtbot.keyClick(typed(qtbot, window, "far50@example.org"), Qt.Key.Key_Return)
    settled(page)
    assert card(page, "email").shown.title == "3 e-mail addresses look wrong"
    assert card(page, "email").shown.count == 2
    assert column(page, "Email").buttons[52].cell.was == "far50"


def test_a_row_that_names_nobody_is_given_a_name(
    look_at, write, window, settled, qtbot
):
    page = look_at(write(rows=[("", "", "Harbour"), ("Tom", "t@example.org", "")]))
    asked = card(page, "nobody")
    assert asked.shown.says == "Harbour"
    leave, fix, *_others = asked.choices.buttons
    assert (leave.text(), fix.text()) == ("Leave out", "Fix")
    qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    assert window.focusWidget().accessibleName() == "Row 2, Name"
    qtbot.keyClick(typed(qtbot, window, "Ada"), Qt.Key.Key_Return)
    settled(page)
    assert page.view.foot.apply.text() == "Add 2"
    assert page.view.foot.rejected.isHidden()


def test_rows_that_were_asked_for_meanwhile_are_there_after_it_is_worked_out(
    look_at, write, settled, qtbot
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(60)]
    for n in (30, 50):
        rows[n] = (f"Far {n}", f"far{n}", "")
    page = look_at(write(rows=rows))
    page.draft.settle()
    page.draft._timer.timeout.emit()
    assert page.bench.busy
    qtbot.mouseClick(card(page, "email").following, Qt.MouseButton.LeftButton)
    settled(page)
    assert page.draft.outlook.focus == (52,)
    assert 52 in [cell.row for cell in column(page, "Name").shown.cells]


def test_a_long_cell_is_put_right_as_a_whole(look_at, write, settled, qtbot):
    long = " ".join(f"part{n}@@example.org" for n in range(30))
    page = look_at(write(rows=[("Zoë Bell", long, "")]))
    column(page, "Email").buttons[2].click()
    line = column(page, "Email").editor
    assert line.text() == long
    line.setText(f"{long} x")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled(page)
    assert page.draft.wish.mended[0].now == f"{long} x"
