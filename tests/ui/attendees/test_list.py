"""The table: whom it shows, in what order, and how one moves in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolTip
from windows import at

from checkin.door.desk import Door
from checkin.ui.attendees.asking import Meant
from checkin.ui.attendees.roll_model import Column


def test_everybody_is_there_by_first_name_and_the_first_one_is_shown(hands):
    assert len(hands.names) == 62
    assert hands.names[0] == hands.panel_name == hands.chosen == "=JOY() Adeyemi"
    assert hands.page.header.state.text() == "62 people, 38 of them here"
    assert hands.page.header.event_line.text() == (
        "Autumn Networking Evening · Thu 23 Nov"
    )


def test_the_pills_count_who_they_would_show(hands):
    assert hands.pills == [
        "Everyone 62", "Here 38", "Expected 18", "Cancelled 3", "Needs a look 3",
    ]  # fmt: skip
    hands.pill("Cancelled")
    assert len(hands.names) == 3
    assert {hands.cell(row, Column.DOOR).line for row in range(3)} == {"Cancelled"}


def test_a_row_says_who_with_what_ticket_where_they_are_and_of_their_badge(hands):
    hands.search("zoë")
    assert [hands.cell(0, column).whole for column in Column] == [
        "Zoë van der Berg-Okonkwo, Harbour Makers Collective · she/her",
        "Member",
        "Here, 18:42, Main door",
        "Printed",
    ]


def test_search_finds_names_without_their_accents_and_counts_follow(hands):
    hands.search("lukasz wojcik")
    assert hands.names == ["Łukasz Wójcik"]
    assert hands.pills[0] == "Everyone 1"
    hands.search("")
    assert len(hands.names) == 62


def test_letters_typed_in_the_table_go_to_the_search_and_arrow_down_leads_back(
    hands, qtbot
):
    table, edit = hands.page.people.table, hands.page.people.filters.search.edit
    table.setFocus()
    hands.keys("s", table)
    assert edit.hasFocus()
    hands.keys("ukma")
    hands.until(lambda: hands.names == ["Sukma"])
    hands.key(Qt.Key.Key_Down)
    assert table.hasFocus()
    hands.key(Qt.Key.Key_Space, table)
    assert edit.text() == "sukma"


def test_escape_in_the_search_empties_it(hands):
    hands.search("sukma")
    hands.trigger("attendees.find")
    hands.key(Qt.Key.Key_Escape)
    hands.until(lambda: len(hands.names) == 62)
    assert hands.page.people.table.hasFocus()


def test_enter_in_the_search_leads_to_the_table(hands):
    hands.search("sukma")
    hands.trigger("attendees.find")
    hands.key(Qt.Key.Key_Return)
    assert hands.page.people.table.hasFocus()
    assert hands.panel_name == "Sukma"


def test_ticket_and_badge_narrow_the_list_down(hands):
    filters = hands.page.people.filters
    assert [filters.ticket.itemText(i) for i in range(filters.ticket.count())] == [
        "Any ticket", "Guest", "Member", "Speaker", "Staff", "Without a ticket",
    ]  # fmt: skip
    filters.ticket.setCurrentIndex(3)
    filters.ticket.activated.emit(3)
    hands.until(lambda: len(hands.names) == 4)
    filters.badge.setCurrentIndex(2)
    filters.badge.activated.emit(2)
    hands.until(lambda: hands.page.people.rows.rowCount() == 0)
    assert hands.page.people.nobody.title.text() == "Nobody fits these filters"
    hands.click(hands.page.people.nobody.everyone)
    hands.until(lambda: len(hands.names) == 62)
    assert filters.ticket.currentText() == "Any ticket"


def test_arrow_keys_home_and_end_move_and_the_panel_follows(hands):
    table = hands.page.people.table
    hands.key(Qt.Key.Key_End, table)
    assert hands.panel_name == hands.names[-1]
    hands.key(Qt.Key.Key_Up, table)
    assert hands.panel_name == hands.names[-2]
    hands.key(Qt.Key.Key_Home, table)
    hands.key(Qt.Key.Key_Down, table)
    assert hands.panel_name == hands.chosen == hands.names[1]


def test_a_click_on_a_heading_sorts_and_on_the_name_by_first_then_by_last(hands):
    order = hands.page.people.filters.order
    assert order.words == "Sorted by first name"
    hands.heading(Column.NAME)
    assert order.words == "Sorted by first name, backwards"
    hands.heading(Column.NAME)
    assert order.words == "Sorted by last name"
    assert hands.names[0] == "=JOY() Adeyemi"
    assert hands.names[1:3] == ["Søren Ægidius-Holm", "Þórunn Ævarsdóttir"]
    hands.heading(Column.DOOR)
    assert order.words == "Sorted by arrival"
    assert hands.names[0] == "Zoë van der Berg-Okonkwo"


def test_the_menu_of_orders_does_the_same_without_a_mouse(hands, qtbot):
    menu = hands.page.people.filters.order.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == [
        "First name", "Last name", "Ticket", "At the door, last one first",
        "Badge, changed ones first", "Backwards",
    ]  # fmt: skip
    with qtbot.waitSignal(hands.page.people.found):
        menu.actions()[3].trigger()
    assert hands.names[0] == "Zoë van der Berg-Okonkwo"
    menu.close()


def test_who_is_chosen_stays_chosen_when_somebody_comes_in_elsewhere(hands):
    hands.click_row("Sukma")
    scrolled = hands.page.people.table.verticalScrollBar().value()
    with hands.ledger() as event:
        (yusuf,) = event.search("Yusuf")
        Door(event, event.main_list()).admit(yusuf)
    hands.page.session.look()
    hands.until(lambda: hands.pills[1] == "Here 39")
    assert hands.chosen == hands.panel_name == "Sukma"
    assert hands.page.people.table.verticalScrollBar().value() == scrolled


def _admit(hands, name):
    with hands.ledger() as event:
        (who,) = event.search(name)
        Door(event, event.main_list()).admit(who)
    with hands.found():
        hands.page.session.look()


def test_the_rows_one_looks_at_stay_in_place_while_others_come_in_above(hands, clock):
    hands.heading(Column.DOOR)
    hands.key(Qt.Key.Key_Home, hands.page.people.table)
    table = hands.page.people.table
    bar = table.verticalScrollBar()
    bar.setValue(10 * table.rowHeight(0) + 17)

    def seen():
        row = table.rowAt(0)
        return hands.names[row], table.rowViewportPosition(row)

    before, chosen = seen(), hands.chosen
    _admit(hands, "Yusuf")
    assert hands.names[0] == "Yusuf Gökçe"
    assert seen() == before
    assert hands.chosen == chosen
    bar.setValue(0)
    clock.at = at(clock, minutes=1)
    _admit(hands, "Søren")
    assert seen() == ("Søren Ægidius-Holm", 0)


def test_who_is_chosen_stays_chosen_in_another_order(hands):
    hands.click_row("Sukma")
    hands.heading(Column.TICKET)
    assert hands.chosen == hands.panel_name == "Sukma"


def test_whoever_leaves_the_list_gives_the_place_to_the_next_one(hands):
    hands.pill("Here")
    names = hands.names
    hands.click_row(names[5])
    hands.written(lambda: hands.click(hands.page.panel.details.state.button))
    hands.until(lambda: len(hands.names) == 37)
    assert hands.chosen == hands.panel_name == names[6]


def test_the_foot_says_how_many_are_in_sight(hands):
    assert hands.page.people.count.text() == "10 of 62 shown · scroll for more"
    hands.search("anna")
    assert hands.page.people.count.text() == f"{len(hands.names)} people"


def test_what_is_cut_off_stands_in_the_tooltip_and_only_that(hands):
    table, painter = hands.page.people.table, hands.page.people.table.painter_of_cells
    hands.search("wilhelmina")
    long = table.model().index(0, Column.NAME)
    words = painter.cut_words(table.visualRect(long).toRectF(), long)
    assert words.startswith("Wilhelmina-Charlotte Ashcombe-Winterbourne-Thistlethwaite")
    short = table.model().index(0, Column.BADGE)
    assert painter.cut_words(table.visualRect(short).toRectF(), short) == ""
    QToolTip.hideText()


def test_a_mistyped_name_is_understood(hands):
    nobody = hands.page.people.nobody
    hands.search("hanz")
    assert nobody.title.text() == "Nobody called “hanz”"
    hands.until(nobody.names[0].isVisible)
    assert nobody.text.text() == "Did you mean Hans Weber?"
    hands.click(nobody.names[0])
    hands.until(lambda: hands.names == ["Hans Weber"])
    assert hands.panel_name == "Hans Weber"


def test_enter_goes_on_to_whom_a_mistyped_name_may_have_meant(hands):
    nobody = hands.page.people.nobody
    hands.trigger("attendees.find")
    hands.search("hanz")
    hands.until(nobody.names[0].isVisible)
    hands.key(Qt.Key.Key_Down)
    assert nobody.names[0].hasFocus()
    hands.trigger("attendees.find")
    hands.key(Qt.Key.Key_Return)
    hands.until(lambda: hands.names == ["Hans Weber"])


def test_enter_goes_on_to_adding_somebody_who_is_like_nobody(hands):
    hands.trigger("attendees.find")
    hands.search("xyzzyplugh")
    hands.key(Qt.Key.Key_Return)
    assert hands.page.people.nobody.add.hasFocus()


@pytest.mark.parametrize("text", ['"', "%", "_", "*", "'", "😀", "(", "\\", "-"])
def test_marks_alone_find_nobody_and_break_nothing(hands, text):
    hands.search(text)
    assert hands.names == []
    assert hands.page.people.nobody.title.text() == f"Nobody called “{text}”"
    assert hands.pills[0] == "Everyone 0"


@pytest.mark.parametrize("text", ['"sukma"', "sukma%", "Sukma*", "sukma 😀", "(sukma"])
def test_marks_around_a_name_do_not_matter(hands, text):
    hands.search(text)
    assert hands.names == ["Sukma"]


def test_a_very_long_search_leaves_the_page_as_wide_as_it_is(hands):
    wide = hands.page.minimumSizeHint().width()
    hands.search("a" * 500)
    nobody = hands.page.people.nobody
    nobody.show_meant([Meant(hands.page.people.who, "Wilhelmina" * 20)])
    assert nobody.title.text() == f"Nobody called “{'a' * 60}…”"
    assert hands.page.minimumSizeHint().width() == wide
    assert not hands.page.body.compact
