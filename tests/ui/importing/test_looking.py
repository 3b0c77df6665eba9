"""What the page says of a list before anything is imported."""

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt

from checkin.importing import Odd
from checkin.ui.importing.card import ICONS
from checkin.ui.importing.view import State

LISTS = Path(__file__).parents[2] / "data"


def columns_of(page):
    """Heading → words on top of it, as they stand from left to right."""
    return {
        c.shown.heading: c.choice.currentText() for c in page.view.body.grid.columns
    }


def column(page, heading):
    return next(c for c in page.view.body.grid.columns if c.shown.heading == heading)


def test_a_first_list_is_summed_up_in_one_sentence_and_nothing_is_saved(
    look_at, write, in_event
):
    view = look_at(write()).view
    assert view.headline.sentence.text() == "4 people: 4 new."
    assert view.foot.apply.text() == "Add 4"
    assert view.foot.promise.text() == "Nothing is saved yet."
    assert view.headline.chip.text() == "1 needs a look"
    assert in_event() == []


def test_the_file_line_says_how_the_file_was_read(look_at, write):
    line = look_at(write()).view.body.file
    assert line.name.text() == "members.csv"
    assert line.how.text() == "UTF-8, commas, headings in row 1"
    assert line.rows.text() == "4 of 4 rows"
    assert line.ways.isHidden()
    assert line.source.isHidden()


def test_the_export_of_a_known_system_is_named(look_at, write, eventbrite):
    assert look_at(eventbrite).view.body.file.system.text() == "Looks like Eventbrite"
    assert look_at(write()).view.body.file.system.isHidden()


def test_each_column_says_what_it_is_taken_for_and_how_sure_that_is(look_at, write):
    rows = [("Tom Reed", "t@example.org", "vegan", "VIP")]
    page = look_at(write(rows=rows, header=("Name", "Email", "Food", "Ticket")))
    assert columns_of(page) == {
        "Name": "Full name",
        "Email": "E-mail",
        "Ticket": "Ticket type",
        "Food": "Keep as extra",
    }
    choice = column(page, "Name").choice
    assert choice.accessibleName() == "Column Name is taken for"
    assert choice.accessibleDescription() == "Sure"
    assert column(page, "Ticket").choice.accessibleDescription() == "Please check"
    assert column(page, "Food").choice.accessibleDescription() == "Kept as extra"


def test_the_columns_of_a_ticket_shop_begin_with_those_that_are_understood(
    look_at, eventbrite, qtbot
):
    page = look_at(eventbrite)
    assert page.view.headline.sentence.text().startswith("40 people: ")
    qtbot.waitUntil(lambda: len(page.view.body.grid.columns) == 27)
    words = list(columns_of(page).values())
    understood = [w for w in words if w != "Keep as extra"]
    assert words[: len(understood)] == understood
    assert {"First name", "Last name", "E-mail", "Ticket code"} <= set(understood)


def test_an_odd_cell_is_marked_in_the_preview_and_has_a_card(look_at, write):
    page = look_at(write())
    cells = column(page, "Email").shown.cells
    assert [bool(cell.odd) for cell in cells] == [False, False, False, True]
    (card,) = page.view.body.problems.cards
    assert card.shown.title == "An e-mail address looks wrong"
    assert "lukasz@@example.org. Łukasz Wójcik, row 5." in card.accessibleName()


def test_an_odd_row_far_down_is_in_the_preview_too(look_at, write):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(40)]
    rows[33] = ("Far Away", "no address at all", "")
    page = look_at(write(rows=rows))
    texts = [cell.text for cell in column(page, "Name").shown.cells]
    assert texts == ["Guest 0", "Guest 1", "Guest 2", "Guest 3", "Far Away"]


def test_in_a_low_window_the_preview_is_short_but_keeps_what_is_odd(
    look_at, write, window, qtbot
):
    page = look_at(write())
    window.resize(1024, 700)
    grid = page.view.body.grid
    qtbot.waitUntil(lambda: grid.rows == 3)
    assert page.view.body.file.rows.text() == "3 of 4 rows"
    assert grid._shown_rows() == [0, 1, 3]


def test_several_of_a_kind_are_one_card_that_shows_one_after_the_other(
    look_at, write, qtbot
):
    rows = [(f"Guest {n}", f"nowhere{n}", "") for n in range(3)]
    page = look_at(write(rows=rows))
    (card,) = page.view.body.problems.cards
    assert card.shown.title == "3 e-mail addresses look wrong"
    told = []
    for _turn in range(4):
        told.append((card._says.text(), card._turn.text()))
        qtbot.mouseClick(card.following, Qt.MouseButton.LeftButton)
    assert told == [
        ("nowhere0", "1 of 3"),
        ("nowhere1", "2 of 3"),
        ("nowhere2", "3 of 3"),
        ("nowhere0", "1 of 3"),
    ]


def test_f8_goes_from_question_to_question_and_round(look_at, write, window, qtbot):
    rows = [("Tom", "nowhere", "VIP")]
    page = look_at(write(rows=rows, header=("Name", "Email", "Ticket")))
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert window.focusWidget() is column(page, "Email").choice
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert window.focusWidget() is column(page, "Ticket").choice
    qtbot.keyClick(page, Qt.Key.Key_F8)
    (card,) = page.view.body.problems.cards
    assert window.focusWidget() is card.choices.buttons[0]
    qtbot.keyClick(page, Qt.Key.Key_F8)
    assert window.focusWidget() is column(page, "Email").choice


def test_f8_leads_to_the_columns_where_none_is_known_to_hold_names(
    look_at, tmp_path: Path, window, qtbot
):
    path = tmp_path / "gaeste.csv"
    path.write_text("Wer kommt;Firma\nAnna Schmidt;Nordlicht\n", "utf-8")
    page = look_at(path)
    for heading in ("Wer kommt", "Firma"):
        qtbot.keyClick(page, Qt.Key.Key_F8)
        assert window.focusWidget() is column(page, heading).choice


def test_the_keyboard_is_on_the_page_from_the_first_moment(
    look_at, write, window, qtbot
):
    page = look_at(write())
    assert window.focusWidget() is page.view.other
    page.view.foot.apply.setFocus()
    page.apply()
    assert page.isAncestorOf(window.focusWidget())
    qtbot.waitUntil(lambda: window.place == "attendees")
    table = window.stack.currentWidget().people.table
    qtbot.waitUntil(table.hasFocus)
    window.go("importing")
    assert window.focusWidget() is page.view.empty.choose
    look_at(write("others.csv"))
    assert window.focusWidget() is page.view.other


def test_tab_goes_from_column_to_column_then_to_the_cards_and_the_foot(
    look_at, write, window, qtbot
):
    rows = [("Tom", "nowhere", "VIP"), ("Ann", "nowhere", "VIP")]
    page = look_at(write(rows=rows, header=("Name", "Email", "Ticket")))
    columns = [stop for c in page.view.body.grid.columns for stop in c.stops()]
    foot, card = page.view.foot, page.view.body.problems.cards[0]
    fix, empty, *_others = card.choices.buttons
    choices = [fix, empty, card.choices.everything, card.following]
    assert len(columns) == 3 + 2
    differently = page.view.body.file.differently
    stops = [differently, *columns, *choices, foot.cancel, foot.apply]
    page.view.other.setFocus()
    for stop in stops:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is stop


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_alt_and_down_opens_the_fields_and_escape_only_closes_them(
    look_at, write, window, qtbot
):
    page = look_at(write())
    choice = column(page, "Email").choice
    qtbot.keyClick(choice, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    fields = choice.view()
    qtbot.waitUntil(fields.isVisible)
    assert fields.width() >= 200
    qtbot.keyClick(fields, Qt.Key.Key_Escape)
    assert not fields.isVisible()
    assert window.place == "importing"


def test_many_columns_are_made_bit_by_bit_until_all_are_there(look_at, write, qtbot):
    header = ["Name", *(f"Question {n}" for n in range(120))]
    page = look_at(write(rows=[["Tom"] + ["x"] * 120], header=header))
    qtbot.waitUntil(lambda: len(page.view.body.grid.columns) == 121)
    assert columns_of(page)["Question 119"] == "Keep as extra"


def test_of_a_workbook_another_sheet_can_be_chosen(look_at, tmp_path: Path, qtbot):
    path = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name, guest in (("Members", "Zoë Bell"), ("Speakers", "Kofi Ng")):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Name", "Email"])
            sheet.write_row(1, 0, [guest, f"{name}@example.org"])
    page = look_at(path)
    line = page.view.body.file
    assert line.how.text() == "sheet “Members”, headings in row 1"
    qtbot.mouseClick(line.differently, Qt.MouseButton.LeftButton)
    sheet = line.ways.choices["sheet"]
    assert sheet.isVisible()
    sheet.setCurrentIndex(1)
    sheet.activated.emit(1)
    qtbot.waitUntil(lambda: not page.draft.working)
    assert column(page, "Name").shown.cells[0].text == "Kofi Ng"


def test_a_file_that_is_dropped_meanwhile_takes_the_place_of_the_first(
    window, write, guests, qtbot
):
    window.take(write())
    page = window.stack.currentWidget()
    window.take(guests)
    qtbot.waitUntil(lambda: page.state is State.READY and not page.bench.busy)
    assert page.view.body.file.name.text() == "guests.csv"
    assert page.view.headline.sentence.text().startswith("60 people")


def test_escape_leaves_everything_as_it_was(look_at, write, window, in_event, qtbot):
    page = look_at(write())
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.place == "attendees"
    assert in_event() == []
    qtbot.waitUntil(lambda: not page.bench.busy)
    window.go("importing")
    assert not page.view.empty.isHidden()


def test_every_kind_of_oddity_has_an_icon():
    assert {kind.value for kind in Odd} <= ICONS.keys()


def test_hidden_rows_of_a_workbook_are_asked_about(look_at):
    page = look_at(LISTS / "more_lists" / "indico_registrations.xlsx")
    titles = [card.shown.title for card in page.view.body.problems.cards]
    assert any("hidden" in title for title in titles)


def test_a_heading_or_a_cell_that_is_cut_is_told_whole(look_at, write, qtbot):
    long = "Which of our evenings did you like best? " * 4
    page = look_at(write(rows=[("Al", "x" * 90)], header=("Name", long.strip())))
    qtbot.waitUntil(lambda: len(page.view.body.grid.columns) == 2)
    name, asked = page.view.body.grid.columns
    said = {asked.told_at(y) for y in range(asked.height())}
    assert said == {"", long.strip(), "x" * 90}
    assert {name.told_at(y) for y in range(name.height())} == {""}


def test_the_first_rows_of_a_long_list_are_seen_while_it_is_still_read(
    window, write, qtbot
):
    path = write(rows=[(f"Guest {n}", f"g{n}@x.org", "Harbour") for n in range(6000)])
    window.go("importing")
    page = window.stack.currentWidget()
    seen = []
    page.draft.seen.connect(
        lambda _outlook: seen.append(
            (
                page.state,
                page.view.body.isVisible(),
                page.view.body.isEnabled(),
                columns_of(page),
            )
        )
    )
    window.go("importing", path=path)
    qtbot.waitUntil(lambda: page.state is State.READY)
    taken = {"Name": "Full name", "Email": "E-mail", "Company": "Company"}
    assert seen == [(State.READING, True, False, taken)]
    assert columns_of(page) == taken
    assert page.view.body.isEnabled()
    assert page.view.headline.sentence.text() == "6,000 people: 6,000 new."
