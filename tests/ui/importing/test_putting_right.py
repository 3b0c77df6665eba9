"""What the user says of columns and lists, and what follows from it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from checkin.importing.recalled import header_key
from checkin.store.eventfile import EventFile
from checkin.ui.importing.view import State

TWO_NAMES = (("Zoë Bell", "Zoë", "zoe@example.org"), ("Anna Schmidt", "Anna", ""))


@pytest.fixture
def choose(qtbot):
    """Chooses on top of a column, as a mouse would, and waits for what follows."""

    def chosen(page, heading, words):
        columns = page.view.body.grid.columns
        (combo,) = [c.choice for c in columns if c.shown.heading == heading]
        at = combo.findText(words)
        combo.setCurrentIndex(at)
        combo.activated.emit(at)
        qtbot.waitUntil(lambda: not page.draft.working)

    return chosen


def taken_for(page):
    return {
        c.shown.heading: c.choice.currentText() for c in page.view.body.grid.columns
    }


def test_leaving_a_column_out_changes_the_sum_of_what_is_odd(look_at, write, choose):
    page = look_at(write())
    choose(page, "Email", "Leave out")
    assert page.view.headline.chip.text() == "Nothing is odd"
    assert page.view.body.problems.cards == []
    (column,) = [c for c in page.view.body.grid.columns if c.shown.heading == "Email"]
    assert column.accessibleName() == "Email: Left out"


def test_a_field_that_is_taken_twice_frees_the_other_column(look_at, write, choose):
    page = look_at(write(rows=TWO_NAMES, header=("Name", "Called", "Email")))
    choose(page, "Called", "Full name")
    assert taken_for(page) == {
        "Name": "Keep as extra",
        "Called": "Full name",
        "Email": "E-mail",
    }
    assert page.view.foot.apply.text() == "Add 2"
    choose(page, "Email", "Full name")
    assert taken_for(page)["Called"] == "Keep as extra"
    assert page.view.foot.apply.text() == "Add 1"
    assert page.view.foot.apply.isEnabled()


def test_what_was_said_is_what_is_imported(
    look_at, write, choose, window, in_event, qtbot
):
    page = look_at(write(rows=TWO_NAMES, header=("Name", "Called", "Email")))
    choose(page, "Called", "Full name")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert in_event() == ["Anna", "Zoë"]


def test_while_it_is_worked_out_anew_nothing_can_be_imported(look_at, write, qtbot):
    page = look_at(write())
    page.draft.take_column("Email", "extra")
    assert page.view.headline.chip.text() == "Working it out…"
    assert not page.view.foot.apply.isEnabled()
    assert "worked out" in page.view.foot.apply.accessibleDescription()
    qtbot.waitUntil(page.view.foot.apply.isEnabled)


def test_a_list_without_names_asks_which_column_holds_them(
    look_at, write, choose, in_event
):
    rows = [("Anna Schmidt", "Nordlicht"), ("Tom Reed", "Alster")]
    page = look_at(write("gaeste.csv", rows, ("Wer kommt", "Firma")))
    view = page.view
    assert view.headline.sentence.text() == "Which column holds the names?"
    assert not view.foot.apply.isEnabled()
    choose(page, "Wer kommt", "Full name")
    assert view.headline.sentence.text() == "2 people: 2 new."
    assert view.foot.apply.text() == "Add 2"
    choose(page, "Wer kommt", "Keep as extra")
    assert view.headline.sentence.text() == "Which column holds the names?"
    assert not view.foot.apply.isEnabled()


def test_another_list_can_be_a_newer_version_or_a_list_of_its_own(
    look_at, write, known, qtbot
):
    known(write("members.csv"))
    page = look_at(write("speakers.csv", [("Kofi Ng", "kofi@example.org", "")]))
    choices = page.view.body.file.source
    words = [choices.itemText(i) for i in range(choices.count())]
    assert words == ["A newer version of members", "A list of its own"]
    assert choices.currentText() == "A list of its own"
    assert page.view.foot.apply.text() == "Add 1"
    choices.setCurrentIndex(0)
    choices.activated.emit(0)
    qtbot.waitUntil(lambda: page.view.foot.apply.text() == "Add 1, withdraw 4")
    assert page.view.body.problems.cards[-1].shown.title == "4 left the list"


def test_a_list_of_the_same_file_name_can_be_one_of_its_own(
    look_at, write, known, window, qtbot
):
    known(write("members.csv"))
    page = look_at(write("members.csv", [("Kofi Ng", "kofi@example.org", "")]))
    choices = page.view.body.file.source
    assert choices.currentText() == "A newer version of members"
    choices.setCurrentIndex(1)
    choices.activated.emit(1)
    qtbot.waitUntil(lambda: page.view.foot.apply.text() == "Add 1")
    qtbot.mouseClick(page.view.foot.apply, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place == "attendees")
    with EventFile.join(window.session.file.place) as event:
        assert list(event.read.sources().values()) == ["members", "members (2)"]


def test_the_columns_of_a_newer_list_are_taken_for_the_same_as_before(
    look_at, write, choose, window, qtbot
):
    header = ("Name", "Called", "Email")
    page = look_at(write("members.csv", TWO_NAMES, header))
    choose(page, "Called", "Full name")
    page.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    newer = [*TWO_NAMES, ("Tom Reed", "Tom", "tom@example.org")]
    page = look_at(write("members.csv", newer, header))
    assert page.view.body.grid.isHidden()
    assert page.view.foot.apply.text() == "Add 1"
    assert taken_for(page)["Called"] == "Full name"


def test_columns_put_right_once_are_known_for_other_lists_with_these_headings(
    look_at, write, choose, window, in_event, qtbot
):
    header = ("Name", "Called", "Email")
    page = look_at(write("one.csv", rows=TWO_NAMES, header=header))
    choose(page, "Called", "Full name")
    page.apply()
    qtbot.waitUntil(lambda: page.state is State.EMPTY)
    assert "Zoë" in in_event()
    other = write("another evening.csv", rows=[("Ada Ito", "Ada", "")], header=header)
    page = look_at(other)
    assert taken_for(page)["Called"] == "Full name"
    page.apply()
    qtbot.waitUntil(lambda: "Ada" in in_event())


def test_columns_are_known_from_another_event(look_at, write, around):
    header = ("Name", "Called", "Email")
    right = {"Called": "full_name", "Name": "extra"}
    around.settings.keep_columns(header_key(header), right)
    page = look_at(write(rows=TWO_NAMES, header=header))
    assert taken_for(page)["Called"] == "Full name"
    assert page.view.foot.apply.text() == "Add 2"
    assert not page.draft.outlook.familiar


def test_the_wheel_over_a_choice_scrolls_and_chooses_nothing(look_at, write, qtbot):
    page = look_at(write())
    choice = page.view.body.grid.columns[0].choice
    choice.setFocus()
    place = QPointF(choice.rect().center())
    turned = QWheelEvent(
        place,
        choice.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turned)
    assert choice.currentText() == "Full name"
    assert not page.draft.working
