"""What happens elsewhere, or as time goes on, while somebody stands at the door."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from checkin.model.kinds import Kind
from checkin.model.lists import Rules
from checkin.store import acts
from checkin.ui.door.page import TIME_GOES_ON_MS
from checkin.ui.door.topbar import Where


def vip(volunteer, **rules):
    """A second list, and this desk scans for it."""
    made = volunteer.elsewhere(
        lambda event: acts.set_list(event, "VIP", Rules(**rules))
    )
    lists = volunteer.page.parts.top.lists
    volunteer.until(lambda: lists.findText("VIP") >= 0)
    return made


def choose(volunteer, words):
    lists = volunteer.page.parts.top.lists
    lists.setCurrentIndex(lists.findText(words))
    lists.activated.emit(lists.currentIndex())


def take_back_list(event, list_id):
    (made,) = (e for e in event.read.history(list_id) if e.kind == Kind.LIST_SET)
    event.undo(made.id)


# -- lists


def test_a_list_that_is_gone_is_not_scanned_for_any_more(volunteer, anna, heard):
    list_id = vip(volunteer)
    choose(volunteer, "VIP")
    volunteer.elsewhere(lambda event: take_back_list(event, list_id))
    volunteer.until(lambda: heard)
    assert heard[-1].title == "“VIP” is not there any more"
    assert heard[-1].text.startswith("You scan for “Main” now.")
    assert volunteer.page.parts.top.lists.currentText() == "Main"
    volunteer.scan(anna.code)
    assert volunteer.scene.reason == "Main"


def test_where_nobody_goes_out_any_more_nobody_is_scanned_out(volunteer, anna, heard):
    vip(volunteer, exits=True)
    choose(volunteer, "VIP, going out")
    assert volunteer.page.flow.where.leaving
    where = volunteer.page.flow.where.list_id
    volunteer.elsewhere(lambda event: acts.set_list(event, "VIP", Rules(), where))
    volunteer.until(lambda: heard)
    assert not volunteer.page.flow.where.leaving
    volunteer.scan(anna.code)
    assert volunteer.word == "Admitted"


def test_whoever_goes_out_is_checked_out_by_name(volunteer, anna):
    vip(volunteer, exits=True)
    choose(volunteer, "VIP")
    volunteer.scan(anna.code)
    choose(volunteer, "VIP, going out")
    volunteer.look_up("anna")
    (card,) = volunteer.page.parts.found.guests
    assert card.button.text() == "Check out Anna"
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Left")
    assert not volunteer.again(anna).at(volunteer.main).inside


def test_a_list_that_another_desk_closes_says_so_at_the_next_scan(volunteer, anna):
    volunteer.elsewhere(
        lambda event: acts.close_list(event, event.read.lists()[0], "Dinner begins")
    )
    volunteer.scan(anna.code)
    assert volunteer.word == "This list is closed"
    assert volunteer.scene.reason == "Dinner begins"


def test_a_desk_begins_at_a_list_that_is_open(window, clock, qtbot):
    from volunteer import Volunteer

    def change(event):
        acts.set_list(event, "VIP", Rules())
        acts.close_list(event, event.read.lists()[0], "")

    done = []
    window.session.write(change, lambda _r: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    volunteer = Volunteer(window, clock, qtbot)
    assert volunteer.page.parts.top.lists.currentText() == "VIP"


def test_another_list_is_chosen_while_a_verdict_is_shown(volunteer, anna):
    where = Where(vip(volunteer))
    volunteer.scan(anna.code)
    choose(volunteer, "VIP")
    assert volunteer.page.flow.where == where
    assert volunteer.idle
    assert volunteer.page.hasFocus()
    volunteer.scan(anna.code)
    assert (volunteer.word, volunteer.scene.reason) == ("Admitted", "VIP")


def test_a_reason_half_typed_waits_while_another_list_is_chosen(volunteer):
    tom = volunteer.guest(full_name="Tom Reed", status="cancelled")
    vip(volunteer)
    volunteer.scan(tom.code)
    volunteer.press(Qt.Key.Key_F6)
    volunteer.page.filling.form.field.set_text("Priya said so")
    choose(volunteer, "VIP")
    assert volunteer.idle
    assert not volunteer.page.filling.is_open
    assert volunteer.page.parts.strip.resume.text() == "Go on: let Tom Reed in"


def test_a_hundred_lists_leave_the_top_bar_its_place(volunteer, window):
    def make(event):
        for n in range(100):
            acts.set_list(
                event, f"Workshop {n}: an hour of soldering, in pairs", Rules()
            )

    volunteer.elsewhere(make)
    lists = volunteer.page.parts.top.lists
    volunteer.until(lambda: lists.count() == 101)
    window.resize(1024, 700)
    assert window.size().width() == 1024
    assert volunteer.page.minimumSizeHint().width() <= 935


# -- guests


def test_somebody_erased_leaves_the_stage(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.elsewhere(lambda event: acts.erase(event, event.read.attendee(anna.id)))
    volunteer.until(lambda: volunteer.idle)
    assert "Anna" not in volunteer.strip
    assert "Anna" not in volunteer.page.parts.stage.accessibleName()


def test_somebody_whose_admission_is_undone_elsewhere_is_not_shown_as_in(
    volunteer, anna
):
    volunteer.scan(anna.code)
    entry = volunteer.page.flow.now.answer.entry
    volunteer.elsewhere(lambda event: event.undo(entry))
    volunteer.until(lambda: volunteer.idle)


def test_what_happens_to_others_leaves_the_stage_alone(volunteer, anna):
    bo = volunteer.guest(full_name="Bo Ek")
    volunteer.scan(anna.code)
    volunteer.scan_elsewhere(bo.code)
    volunteer.until(lambda: volunteer.page.beside.around.counts.came == 2)
    assert volunteer.name == "Anna Schmidt"


def test_cards_stay_under_the_mouse_while_others_come_in(volunteer, anna):
    bo = volunteer.guest(full_name="Bo Ek")
    volunteer.look_up("anna")
    (card,) = volunteer.page.parts.found.guests
    card.button.setFocus()
    volunteer.scan_elsewhere(bo.code)
    volunteer.until(lambda: volunteer.page.beside.around.counts.came == 1)
    volunteer.write(lambda event: None)
    assert volunteer.page.parts.found.guests == [card]
    assert card.button.hasFocus()


def test_a_card_that_changes_leaves_the_focus_at_the_results(volunteer, anna):
    volunteer.look_up("anna")
    found = volunteer.page.parts.found
    found.guests[0].button.setFocus()
    volunteer.scan_elsewhere(anna.code)
    volunteer.until(lambda: "Already in" in volunteer.cards[0])
    assert found.hasFocus()
    volunteer.press(Qt.Key.Key_Return)
    volunteer.until(lambda: volunteer.word == "Already in")


# -- time


def test_the_pace_falls_though_nothing_happens(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.until(lambda: volunteer.page.beside.around.counts.lately == 1)
    volunteer.later(minutes=6)
    volunteer.page._time_goes_on()
    volunteer.until(lambda: volunteer.page.beside.around.counts.lately == 0)
    assert TIME_GOES_ON_MS < 60_000


def test_guests_see_what_time_it_is(volunteer):
    volunteer.press(Qt.Key.Key_F11)
    volunteer.later(minutes=6)
    volunteer.page._time_goes_on()
    assert volunteer.page.greeter.screen.greeting.time == "18:48"


def test_a_form_is_not_left_because_the_stage_has_waited_long(volunteer, anna):
    volunteer.scan(anna.code)
    volunteer.press(Qt.Key.Key_F7)
    form = volunteer.page.filling.form
    volunteer.page._idle.timeout.emit()
    assert volunteer.page.filling.form is form
    assert volunteer.name == "Anna Schmidt"


# -- keys


@pytest.mark.parametrize("focus", ["page", "lists"])
def test_a_letter_typed_with_alt_gr_looks_somebody_up_too(volunteer, focus):
    page = volunteer.page
    target = page if focus == "page" else page.parts.top.lists
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    kind = QEvent.Type.KeyPress
    QApplication.sendEvent(target, QKeyEvent(kind, Qt.Key.Key_L, alt_gr, "ł"))
    assert page.parts.search.text() == "ł"
