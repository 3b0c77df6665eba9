"""What was said of a list is not lost when the page is left, or another list comes."""

from import_cards import headline, imported
from PySide6.QtCore import Qt

from checkin.ui.importing.view import State


def leave_empty(page):
    (card,) = page.view.body.problems.cards
    card.choices.buttons[1].click()


def open_questions(page):
    return page.view.headline.chip.text()


def test_another_file_puts_the_one_with_answers_aside(
    look_at, write, heard, settled, window
):
    page = look_at(write())
    leave_empty(page)
    settled(page)
    look_at(write("others.csv", [("Kofi Ng", "kofi@example.org", "")]))
    assert heard[-1].title == "The other list was put aside"
    assert "members.csv" in heard[-1].text
    (go_on,) = heard[-1].offers
    go_on.do()
    settled(page)
    assert page.view.body.file.name.text() == "members.csv"
    assert open_questions(page) == "Nothing is odd"


def test_each_list_that_was_put_aside_can_be_gone_on_with(
    look_at, write, settled, window
):
    for name in ("one.csv", "two.csv"):
        page = look_at(write(name))
        leave_empty(page)
        settled(page)
    look_at(write("three.csv", [("Kofi Ng", "kofi@example.org", "")]))
    texts = [bar.message.text for bar in window.bars.bars]
    assert [name for name in ("one", "two") if any(name in t for t in texts)] == [
        "one",
        "two",
    ]


def test_a_list_of_which_nothing_was_said_goes_without_a_word(
    look_at, write, heard, window
):
    look_at(write())
    look_at(write("others.csv"))
    window.stack.currentWidget().cancel()
    assert heard == []


def test_columns_that_were_put_right_are_not_lost_by_escape(
    look_at, write, heard, settled, qtbot
):
    page = look_at(write())
    page.draft.take_column("Company", "note")
    settled(page)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    (go_on,) = heard[-1].offers
    go_on.do()
    settled(page)
    fields = {c.heading: c.field for c in page.draft.outlook.columns}
    assert fields["Company"] == "note"


def test_while_another_list_is_imported_the_one_put_aside_waits(
    look_at, write, heard, settled, window, qtbot
):
    page = look_at(write())
    leave_empty(page)
    settled(page)
    look_at(write("others.csv", [("Kofi Ng", "kofi@example.org", "")]))
    (go_on,) = heard[-1].offers
    page.apply()
    assert page.state is State.IMPORTING
    go_on.do()
    assert heard[-1].title == "One list at a time"
    qtbot.waitUntil(lambda: page.state is State.EMPTY)
    go_on.do()
    settled(page)
    assert open_questions(page) == "Nothing is odd"


def test_a_list_put_aside_that_is_gone_by_then_can_be_tried_again(
    look_at, write, heard, settled, qtbot
):
    path = write()
    page = look_at(path)
    leave_empty(page)
    settled(page)
    page.cancel()
    (go_on,) = heard[-1].offers
    content = path.read_bytes()
    path.unlink()
    go_on.do()
    qtbot.waitUntil(lambda: page.state is State.EMPTY)
    again, _other = heard[-1].offers
    assert again.words == "Try again"
    path.write_bytes(content)
    again.do()
    settled(page)
    assert open_questions(page) == "Nothing is odd"


def test_a_line_that_is_still_open_is_taken_before_anything_is_imported(
    look_at, write, window, settled
):
    page = look_at(write())
    window.activateWindow()
    page.view.body.problems.cards[0].choices.buttons[0].click()
    (editor,) = (c.editor for c in page.view.body.grid.columns if c.editor)
    editor.setText("lukasz@example.org")
    page.apply()
    assert page.state is State.READY
    settled(page)
    assert [one.now for one in page.draft.wish.mended] == ["lukasz@example.org"]
    assert page.view.foot.apply.isEnabled()


def test_a_file_that_is_dropped_while_a_cell_is_written_loses_nothing_of_it(
    look_at, write, window, heard, settled
):
    page = look_at(write())
    window.activateWindow()
    page.view.body.problems.cards[0].choices.buttons[0].click()
    (editor,) = (c.editor for c in page.view.body.grid.columns if c.editor)
    editor.setText("lukasz@example.org")
    look_at(write("others.csv", [("Kofi Ng", "kofi@example.org", "")]))
    heard[-1].offers[0].do()
    settled(page)
    assert [one.now for one in page.draft.wish.mended] == ["lukasz@example.org"]


def test_what_was_put_right_is_not_lost_by_escape(
    look_at, write, window, heard, press, settled, qtbot
):
    page = look_at(write())
    press(page, "email", "Leave empty")
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.place == "attendees"
    assert heard[-1].title == "Nothing was imported"
    (go_on,) = heard[-1].offers
    go_on.do()
    assert window.place == "importing"
    qtbot.waitUntil(lambda: page.draft.outlook is not None and not page.draft.working)
    assert headline(page)[1] == "Nothing is odd"
    assert imported(page, window, qtbot)["Łukasz Wójcik"].details.email == ""


def test_a_file_that_has_changed_since_is_told_and_can_be_looked_at_afresh(
    look_at, write, window, heard, press, settled, qtbot
):
    page = look_at(write())
    press(page, "email", "Leave empty")
    page.cancel()
    write(rows=[("Zoë Bell", "zoe@example.org", "")])
    heard[-1].offers[0].do()
    qtbot.waitUntil(lambda: heard[-1].title == "The list has no row 5")
    settled(page)
    (again,) = heard[-1].offers
    again.do()
    settled(page)
    assert headline(page) == ("1 person: 1 new.", "Nothing is odd")
    assert page.view.foot.apply.isEnabled()


def test_another_file_has_no_answers_of_the_one_before(look_at, write, press):
    press(look_at(write()), "email", "Leave empty")
    page = look_at(write("others.csv"))
    assert headline(page)[1] == "1 needs a look"
