"""Importing from the page: the deed, its message, the way back, a newer version."""

import csv

from PySide6.QtCore import Qt

from checkin.importing import apply_plan
from checkin.importing.plan import make_plan
from checkin.store.errors import EventBusy
from checkin.store.eventfile import EventFile
from checkin.ui.importing import bench, held
from checkin.ui.importing.view import State
from checkin.ui.messages import Tone

CTRL = Qt.KeyboardModifier.ControlModifier


def changed_copy(path):
    """One company is another one, the last person left, somebody new came."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    rows[1][3] = "Südlicht Energie"
    with path.open("w", encoding="utf-8", newline="") as file:
        new = ["Nina", "Nowak", *[""] * (len(header) - 2)]
        csv.writer(file).writerows([header, *rows[:-1], new])
    return path


def waiting(real):
    """The same, once the user has cancelled it."""

    def stopped(*args, cancelled, **others):
        while not cancelled():
            pass
        return real(*args, cancelled=cancelled, **others)

    return stopped


def test_control_return_imports_and_shows_the_attendees(
    look_at, eventbrite, window, heard, in_event, qtbot
):
    page = look_at(eventbrite)
    words = page.view.foot.apply.text()
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert f"Add {len(in_event())}" == words
    told = heard[-1]
    assert told.tone is Tone.OK
    assert told.title == "40 people imported from eventbrite_attendees.csv."
    assert told.text == "Their badges are ready to print."
    assert [offer.words for offer in told.offers] == ["Undo import", "Go to badges"]


def test_an_import_is_undone_from_its_message(
    look_at, write, window, heard, in_event, qtbot
):
    look_at(write()).apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert len(in_event()) == 4
    bar = window.bars.bars[0]
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: heard[-1].title.startswith("Undone"))
    assert in_event() == []


def test_a_changed_copy_says_what_changes_and_skips_the_columns(
    look_at, guests, known, qtbot
):
    known(guests)
    view = look_at(changed_copy(guests)).view
    sentence = view.headline.sentence.text()
    assert sentence == "61 people: 1 new, 1 changed, 58 the same, 1 withdrawn."
    assert view.foot.apply.text() == "Add 1, change 1, withdraw 1"
    assert view.body.grid.isHidden()
    changed, gone = (card.shown for card in view.body.problems.cards[-2:])
    assert changed.title == "1 guest changes"
    assert changed.says == "Company: Nordlicht Energie → Südlicht Energie"
    assert changed.where == "Anna Schmidt, row 3"
    assert (gone.title, gone.says) == ("1 left the list", "Bernadette Okoro")
    qtbot.mouseClick(view.body.file.columns, Qt.MouseButton.LeftButton)
    assert view.body.grid.isVisible()
    assert view.body.file.columns.text() == "Hide the columns"


def test_what_changes_is_said_in_words_and_who_has_no_name_by_address(
    look_at, write, known
):
    header = ("Name", "Email", "Payment status")
    rows = [(f"Guest {n}", f"g{n}@example.org", "paid") for n in range(5)]
    nameless = ("", "post@example.org", "paid")
    known(write(rows=[*rows, nameless], header=header))
    rows[0] = ("Guest 0", "g0@example.org", "unpaid")
    cards = look_at(write(rows=rows, header=header)).view.body.problems.cards
    changed, gone = (card.shown for card in cards[-2:])
    assert changed.says == "Paid or not: paid → not paid yet"
    assert gone.says == gone.everybody == "post@example.org"


def test_a_changed_copy_is_imported_as_the_sum_said(
    look_at, guests, known, window, heard, qtbot
):
    known(guests)
    look_at(changed_copy(guests)).apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert heard[-1].title == "2 people imported from guests.csv."
    with EventFile.join(window.session.file.place) as event:
        guests = list(event.read.attendees())
    assert "Südlicht Energie" in {guest.details.company for guest in guests}
    assert [guest.name for guest in guests if guest.withdrawn] == ["Bernadette Okoro"]
    assert "Nina Nowak" in {guest.name for guest in guests}


def test_the_same_list_again_has_nothing_to_change_and_says_so(look_at, write, known):
    path = write()
    known(path)
    page = look_at(path)
    button = page.view.foot.apply
    assert button.text() == "Nothing to change"
    assert not button.isEnabled()
    assert "says what it said before" in button.toolTip()
    page.apply()
    assert page.state is State.READY


def test_somebody_who_left_is_withdrawn_and_the_message_says_so(
    look_at, write, known, window, heard, qtbot
):
    rows = [(f"Guest {n}", f"g{n}@example.org", "") for n in range(5)]
    known(write(rows=rows))
    look_at(write(rows=rows[:4])).apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert heard[-1].title == "1 person withdrawn: no longer on members.csv."


def test_reading_can_be_cancelled(window, write, in_event, monkeypatch, qtbot):
    monkeypatch.setattr(held, "make_plan", waiting(make_plan))
    window.go("importing", path=write())
    page = window.stack.currentWidget()
    qtbot.waitUntil(page.view.reading.isVisible)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.state is State.EMPTY and not page.bench.busy)
    assert in_event() == []


def test_a_cancelled_import_writes_nothing_and_can_be_begun_again(
    look_at, write, window, heard, in_event, monkeypatch, qtbot
):
    page = look_at(write())
    monkeypatch.setattr(bench, "apply_plan", waiting(apply_plan))
    page.apply()
    qtbot.waitUntil(page.view.importing.isVisible)
    qtbot.mouseClick(page.view.importing.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.state is State.READY)
    assert heard[-1].title == "Nothing was imported"
    assert in_event() == []
    monkeypatch.setattr(bench, "apply_plan", apply_plan)
    page.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
    assert len(in_event()) == 4


def test_while_a_list_is_imported_another_one_has_to_wait(
    look_at, write, guests, window, heard, monkeypatch, qtbot
):
    page = look_at(write())
    monkeypatch.setattr(bench, "apply_plan", waiting(apply_plan))
    page.apply()
    window.take(guests)
    assert heard[-1].title == "One list at a time"
    assert "guests.csv" in heard[-1].text
    page.cancel()
    qtbot.waitUntil(lambda: page.state is State.READY)
    assert page.view.body.file.name.text() == "members.csv"


def test_the_progress_of_an_import_takes_the_place_of_the_foot(
    look_at, write, monkeypatch, qtbot
):
    page = look_at(write())
    monkeypatch.setattr(bench, "apply_plan", waiting(apply_plan))
    page.apply()
    qtbot.waitUntil(page.view.importing.isVisible)
    assert page.view.foot.isHidden()
    page.cancel()
    qtbot.waitUntil(page.view.foot.isVisible)
    assert page.view.importing.isHidden()


def test_a_list_that_changed_elsewhere_meanwhile_is_planned_anew(
    look_at, write, known, window, heard, qtbot
):
    known(write())
    page = look_at(write(rows=[("Kofi Ng", "kofi@example.org", "")]))
    known(write(rows=[("Kofi Ng", "kofi@example.org", ""), ("Tom", "t@b.example", "")]))
    page.apply()
    qtbot.waitUntil(lambda: page.view.foot.apply.text() == "Withdraw 1")
    assert heard[-1].title == "The list “members” has changed in the meantime"
    assert window.place == "importing"


def test_while_the_event_is_busy_a_choice_is_told_to_wait(
    look_at, write, heard, monkeypatch, qtbot
):
    def busy(*_args, **_others):
        raise EventBusy(file="autumn.checkin")

    page = look_at(write())
    monkeypatch.setattr(held, "make_plan", busy)
    page.draft.take_column("Email", "ignore")
    qtbot.waitUntil(lambda: bool(heard))
    button = page.view.foot.apply
    assert heard[-1].title == "autumn.checkin is busy"
    assert not button.isEnabled()
    assert button.toolTip() == "autumn.checkin is busy"
    assert page.view.headline.chip.text() == "Needs a look"
    monkeypatch.setattr(held, "make_plan", make_plan)
    (again,) = heard[-1].offers
    again.do()
    assert page.view.headline.chip.text() == "Working it out…"
    qtbot.waitUntil(button.isEnabled)


def test_going_elsewhere_does_not_lose_the_plan(look_at, write, window):
    page = look_at(write())
    window.go("attendees")
    window.go("importing")
    assert page.isVisible()
    assert page.view.foot.apply.text() == "Add 4"


def test_an_event_that_can_only_be_read_says_why_nothing_can_be_imported(
    look_at, write, window
):
    window.session.file.read_only = True
    button = look_at(write()).view.foot.apply
    assert not button.isEnabled()
    assert "only be read" in button.toolTip()
    window.session.file.read_only = False


def test_what_was_written_to_a_file_that_is_gone_by_then_is_not_called_imported(
    look_at, write, window, heard, monkeypatch, qtbot
):
    path = window.session.path

    def taken_away(event, plan, **others):
        act = apply_plan(event, plan, **others)
        path.rename(path.with_suffix(".away"))
        return act

    page = look_at(write())
    monkeypatch.setattr(bench, "apply_plan", taken_away)
    page.apply()
    qtbot.waitUntil(lambda: page.state is State.READY)
    assert {message.tone for message in heard} == {Tone.STOP}
    path.with_suffix(".away").rename(path)


def test_an_event_file_that_was_taken_away_is_told_and_nothing_is_lost(
    look_at, write, window, heard, qtbot
):
    page = look_at(write())
    away = window.session.path.rename(window.session.path.with_suffix(".away"))
    page.apply()
    qtbot.waitUntil(lambda: page.state is State.READY)
    assert any(message.tone is Tone.STOP for message in heard)
    away.rename(window.session.path)
    page.apply()
    qtbot.waitUntil(lambda: window.place == "attendees")
