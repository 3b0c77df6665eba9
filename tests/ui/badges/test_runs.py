"""Earlier prints: seen, gone on with, printed again, undone; by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt

from checkin.badges import Looks, Sheeting, design, note_prints, stock
from checkin.ui.badges.wish import Who


@pytest.fixture
def runs(hands):
    """The panel with the run that the demo made: 53 badges on 6 sheets."""
    hands.shortcut(Qt.Key.Key_E)
    panel = hands.page.runs
    hands.until(lambda: panel.rows)
    assert hands.page.side.panel is panel
    return panel


def newest(hands):
    with hands.ledger() as event:
        return event.read.print_runs()[0]


def test_the_runs_are_told_in_words(hands, runs):
    (row,) = runs.rows
    assert row.title.text() == "53 badges on 6 sheets"
    assert row.moment.text().startswith("Wed 22 Nov 14:10, ")
    assert "L4785" in row.details.text()
    assert row.go_on.accessibleName().startswith("Go on from a badge… 53 badges")


def test_esc_leads_back_step_by_step(hands, runs):
    hands.click(runs.rows[0].go_on)
    assert runs.asking
    hands.key(Qt.Key.Key_Escape)
    assert not runs.asking
    assert hands.page.side.panel is runs
    hands.key(Qt.Key.Key_Escape)
    assert hands.page.side.panel is None
    assert hands.page.earlier.hasFocus()


def test_the_key_opens_and_closes(hands, runs):
    hands.shortcut(Qt.Key.Key_E)
    assert hands.page.side.panel is None


def test_a_run_that_stopped_goes_on_from_a_badge_by_keys_alone(hands, runs, heard):
    before = newest(hands)
    with hands.ledger() as event:
        badges = event.read.on_run(before.act)
    runs.rows[0].go_on.setFocus()
    hands.key(Qt.Key.Key_Space)
    asked = runs.going_on
    hands.until(lambda: len(asked.model.shown) == 53)
    assert asked.go.text() == "Print 53 badges from here on"
    hands.qtbot.keyClicks(hands.window.focusWidget(), "5,10")
    hands.until(lambda: len(asked.model.shown) == 1)
    assert asked.go.text() == "Print 4 badges from here on"
    hands.key(Qt.Key.Key_Return)
    hands.until(lambda: heard and not hands.page.maker.busy)
    run = newest(hands)
    assert (run.badges, run.continues) == (4, before.act)
    with hands.ledger() as event:
        rest = [badge.attendee for badge in event.read.on_run(run.act)]
        assert rest == [badge.attendee for badge in badges[-4:]]
        assert event.read.print_run(before.act).gone == 4
        assert event.check() == []
    hands.until(lambda: len(runs.rows) == 2)
    assert "4 of them don’t count any more" in runs.rows[1].details.text()
    assert heard[-1].title.startswith("4 badges on 1 sheet: ")


def test_a_badge_is_found_by_name_and_chosen_with_the_arrow_keys(hands, runs):
    hands.click(runs.rows[0].go_on)
    asked = runs.going_on
    hands.until(lambda: len(asked.model.shown) == 53)
    hands.key(Qt.Key.Key_Down)
    assert asked.go.text() == "Print 52 badges from here on"
    hands.qtbot.keyClicks(asked.search.edit, "hans")
    hands.until(lambda: len(asked.model.shown) == 1)
    assert asked.model.shown[0].name == "Hans Weber"
    asked.search.edit.setText("nobody at all")
    hands.until(asked.nobody.isVisible)
    assert not asked.go.isVisible()
    hands.key(Qt.Key.Key_Return, asked.search.edit)
    assert not hands.page.maker.busy


def test_print_again_chooses_those_who_were_on_it(hands, runs):
    hands.click(runs.rows[0].again)
    hands.until(lambda: hands.page.wish.who is Who.CHOSEN)
    hands.until(lambda: hands.big_words == "Print 53 badges on 6 sheets")


def test_a_run_is_undone_from_the_list(hands, runs, heard):
    hands.click(runs.rows[0].undo)
    hands.until(lambda: heard)
    assert heard[-1].title == "The 53 badges count as not printed"
    hands.until(lambda: runs.rows[0].details.text().startswith("Undone"))
    assert runs.rows[0].undo.isHidden()
    hands.until(runs.rows[0].again.isVisible)


def test_more_runs_come_when_they_are_asked_for(hands, runs, monkeypatch):
    monkeypatch.setattr("checkin.ui.badges.runs._SOME", 1)
    with hands.ledger() as event:
        act = newest(hands).act
        some = [event.read.attendee(b.attendee) for b in event.read.on_run(act)[:1]]
        note_prints(event, some, Sheeting(stock()), Looks(design()))
    runs.begin()
    hands.until(runs.more.isVisible)
    assert len(runs.rows) == 1
    hands.click(runs.more)
    hands.until(lambda: len(runs.rows) == 2)
    assert not runs.more.isVisible()


def test_undoing_a_print_that_went_on_says_what_counts_again(hands, runs, heard):
    hands.click(runs.rows[0].go_on)
    asked = runs.going_on
    hands.until(lambda: len(asked.model.shown) == 53)
    asked.search.edit.setText("5,10")
    hands.click(asked.go)
    hands.until(lambda: len(runs.rows) == 2 and not hands.page.maker.busy)
    before = len(heard)
    hands.until(runs.rows[0].undo.isVisible)
    hands.click(runs.rows[0].undo)
    hands.until(lambda: len(heard) > before)
    assert heard[-1].title == "The print before counts as a whole again"
    assert heard[-1].text.startswith("The 4 badges of its rest are noted as printed.")
    hands.until(lambda: "don’t count" not in runs.rows[1].details.text())
