"""The questions on the cards: each choice, by mouse and by keyboard, and its effect."""

import pytest
from import_cards import card, headline, imported, words_of
from PySide6.QtCore import Qt

from checkin.ui.importing import cases

STATUS = ("Name", "Status", "May we write to you?")


def test_a_wrong_address_is_left_empty(look_at, write, window, press, qtbot):
    page = look_at(write())
    assert words_of(card(page, "email")) == ["Fix", "Leave empty"]
    press(page, "email", "Leave empty")
    assert headline(page)[1] == "Nothing is odd"
    assert card(page, "email").shown.says.endswith("→ empty")
    assert imported(page, window, qtbot)["Łukasz Wójcik"].details.email == ""


def test_one_answer_for_all_of_a_kind_is_taken_back_at_once(
    look_at, write, press, settled, qtbot
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(60)]
    rows += [(f"Other {n}", f"wrong{n}", "") for n in range(12)]
    page = look_at(write(rows=rows))
    asked = card(page, "email")
    assert asked.choices.everything.text() == "The same for all 12"
    press(page, "email", "Leave empty", everything=True)
    assert headline(page)[1] == "Nothing is odd"
    assert asked.shown.where == "12 rows"
    press(page, "email", "Set back")
    assert headline(page)[1] == "1 needs a look"
    assert asked.shown.count == 12


def test_a_row_that_names_nobody_is_left_out_which_answers_the_question(
    look_at, write, window, press, qtbot
):
    page = look_at(write(rows=[("", "", "Harbour"), ("Tom", "t@example.org", "")]))
    press(page, "nobody", "Leave out")
    assert headline(page) == ("1 person: 1 new.", "Nothing is odd")
    assert card(page, "nobody").choices.buttons[0].accessibleDescription() == "Chosen"
    assert list(imported(page, window, qtbot)) == ["Tom"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Registered", "registered"),
        ("Cancelled", "cancelled"),
        ("Waiting list", "waitlisted"),
        ("Pending", "pending"),
    ],
)
def test_what_a_status_means_is_said_once_for_all_cells_with_that_word(
    look_at, write, window, press, words, status, qtbot
):
    rows = [(f"Guest {n}", "quantum", "") for n in range(4)]
    page = look_at(write(rows=[*rows, ("Tom", "going", "")], header=STATUS))
    asked = card(page, "status")
    assert asked.shown.where == "4 rows, the first is row 2"
    assert words_of(asked) == ["Registered", "Cancelled", "Waiting list", "Pending"]
    press(page, "status", words)
    assert card(page, "status").shown.count == 0
    guests = imported(page, window, qtbot)
    assert {g.details.status for n, g in guests.items() if n != "Tom"} == {status}


def test_two_words_are_two_questions_one_after_the_other(look_at, write, press):
    rows = [("Anna", "quantum", ""), ("Tom", "entangled", ""), ("Ida", "quantum", "")]
    page = look_at(write(rows=rows, header=STATUS))
    asked = card(page, "status")
    assert (asked.case.says, len(asked.shown.cases)) == ("quantum", 2)
    press(page, "status", "Cancelled")
    assert (asked.case.says, asked.shown.count) == ("entangled", 1)
    press(page, "status", "Pending")
    assert asked.shown.count == 0


@pytest.mark.parametrize(("words", "said"), [("Yes", "yes"), ("No", "no")])
def test_an_answer_that_is_neither_is_said_to_be_yes_or_no(
    look_at, write, window, press, words, said, qtbot
):
    page = look_at(write(rows=[("Tom", "going", "perhaps")], header=STATUS))
    press(page, "answer", words)
    assert card(page, "answer").shown.count == 0
    guest = imported(page, window, qtbot)["Tom"]
    assert {p.value: a.value for p, a in guest.permissions.items()}["contact"] == said


@pytest.mark.parametrize(
    ("heading", "words", "status"),
    [
        ("Checked in", "Has come", "checked_in"),
        ("Checked in", "Has not come", "registered"),
        ("Cancelled at", "Cancelled", "cancelled"),
        ("Cancelled at", "Not cancelled", "registered"),
    ],
)
def test_what_does_not_say_whether_it_happened_is_said(
    look_at, write, window, press, heading, words, status, qtbot
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(20)]
    rows[4] = ("Guest 4", "g4@example.org", "quantum")
    page = look_at(write(rows=rows, header=("Name", "Email", heading)))
    press(page, "status", words)
    assert card(page, "status").shown.count == 0
    assert imported(page, window, qtbot)["Guest 4"].details.status == status


def test_cells_far_to_the_right_and_endless_rows_are_shown_and_answered(
    look_at, write, press
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(20)]
    rows[14] = (*rows[14], *[""] * 300, "VIP")
    rows[16] = ("Endless", "e@example.org", "x" * 70_000)
    page = look_at(write(rows=rows))
    for kind, words, row in (("stray", "That’s fine", 16), ("long", "Leave out", 18)):
        press(page, kind, "Show")
        assert page.draft.outlook.focus == (row,)
        assert row in [c.row for c in page.view.body.grid.columns[0].shown.cells]
        press(page, kind, words)
        assert card(page, kind).shown.question is False


def test_it_may_stay_as_not_asked(look_at, write, press):
    page = look_at(write(rows=[("Tom", "going", "perhaps")], header=STATUS))
    before = headline(page)
    press(page, "answer", "Not asked")
    assert headline(page) != before
    assert card(page, "answer").shown.question is False


def test_whoever_has_no_name_is_kept_or_left_out(look_at, write, window, press, qtbot):
    page = look_at(write(rows=[("", "ada@example.org", ""), ("Tom", "t@a.org", "")]))
    assert words_of(card(page, "no_name")) == ["Keep", "Write the name", "Leave out"]
    press(page, "no_name", "Leave out")
    assert headline(page) == ("1 person: 1 new.", "Nothing is odd")
    assert page.view.foot.rejected.isVisible()
    press(page, "no_name", "Set back")
    press(page, "no_name", "Keep")
    assert headline(page) == ("2 people: 2 new.", "Nothing is odd")
    assert page.view.foot.rejected.isHidden()


def rows_shown(page):
    column = page.view.body.grid.columns[0]
    return [column.shown.cells[i].row for i in column._rows]


def test_a_doubled_row_is_shown_beside_the_one_that_says_the_same(
    look_at, write, press, window, qtbot
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(20)]
    page = look_at(write(rows=[*rows, rows[3]]))
    assert headline(page)[1] == "Nothing is odd"
    assert card(page, "same").shown.where == "Row 22: the same as row 5"
    press(page, "same", "Show")
    assert {5, 22} <= set(rows_shown(page))
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: len(rows_shown(page)) == 3)
    assert {5, 22} <= set(rows_shown(page))


def test_f8_goes_to_what_is_still_open_and_its_first_choice(
    look_at, write, window, press, settled, qtbot
):
    rows = [("Tom", "quantum", "perhaps")]
    page = look_at(write(rows=rows, header=STATUS))
    press(page, "answer", "Not asked")
    places = []
    for _turn in range(4):
        qtbot.keyClick(page, Qt.Key.Key_F8)
        places.append(window.focusWidget())
    assert card(page, "status").choices.buttons[0] in places
    assert card(page, "answer").choices.buttons[0] not in places


def test_the_focus_stays_on_the_cards_while_they_are_answered(
    look_at, write, window, settled, qtbot
):
    page = look_at(write(rows=[(f"Guest {n}", f"wrong{n}", "") for n in range(3)]))
    asked = card(page, "email")
    for left in (2, 1, 0):
        empty = asked.choices.buttons[1]
        empty.setFocus()
        qtbot.keyClick(empty, Qt.Key.Key_Space)
        settled(page)
        assert asked.shown.count == left
        assert asked.isAncestorOf(window.focusWidget())


def test_answers_stay_when_a_column_is_taken_for_something_else(
    look_at, write, press, settled
):
    page = look_at(write())
    press(page, "email", "Leave empty")
    page.draft.take_column("Company", "extra")
    settled(page)
    assert headline(page)[1] == "Nothing is odd"


def test_once_those_at_hand_are_answered_others_come(
    look_at, write, press, settled, monkeypatch
):
    monkeypatch.setattr(cases, "MOST", 2)
    rows = [(f"Guest {n}", f"g{n}@example.org", "many") for n in range(3)]
    rows += [(f"Other {n}", f"o{n}@example.org", "1") for n in range(20)]
    page = look_at(write(rows=rows, header=("Name", "Email", "Places")))
    asked = card(page, "places")
    assert (len(asked.shown.cases), asked.shown.count) == (2, 3)
    assert asked._turn.text() == "1 of over 2"
    for left in (2, 1, 0):
        press(page, "places", "One place")
        assert asked.shown.count == left
    assert not asked.shown.question


def test_what_follows_from_an_answer_is_announced(look_at, write, press, monkeypatch):
    told = []
    page = look_at(write())
    monkeypatch.setattr(page.view.headline, "_announce", told.append)
    press(page, "email", "Leave empty")
    assert told == ["4 people: 4 new. Nothing is odd"]


@pytest.mark.parametrize("everything", [False, True])
def test_a_cell_looks_calm_once_its_question_is_answered(
    look_at, write, press, settled, everything
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "many") for n in range(2)]
    page = look_at(write(rows=rows, header=("Name", "Email", "Places")))
    (column,) = [c for c in page.view.body.grid.columns if c.shown.heading == "Places"]
    press(page, "places", "One place", everything=everything)
    calm = [column.buttons[row].cell.calm for row in (2, 3)]
    assert calm == [True, everything]
    assert "it stays as it is" in column.buttons[2].accessibleDescription()
    page.draft.settle()
    settled(page)
    assert [column.buttons[row].cell.calm for row in (2, 3)] == calm
    page.view.body.edit(2, "Places")
    assert column.editor is not None
