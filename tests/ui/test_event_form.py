"""Name, day, times and place of an event, read from and written into fields."""

import pytest

from checkin.model.event import Event
from checkin.model.ids import EventId, SubjectId
from checkin.ui.event_form import EventForm


@pytest.fixture
def form(qtbot):
    made = EventForm()
    qtbot.addWidget(made)
    return made


def event(starts, ends):
    return Event(EventId(SubjectId(b"e" * 16)), "Fair", starts, ends, "Quay")


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("2026-11-26T18:30", "2026-11-26T22:00"),
        ("2026-11-26T18:30", "2026-11-27T01:00"),
        ("2026-11-26T09:00", "2026-11-28T16:00"),
        ("2026-11-26T18:30:15+01:00", "2026-11-28T16:00:00+01:00"),
        ("2026-11-26", "2026-11-28"),
        ("", ""),
    ],
)
def test_times_that_nobody_touched_stay_to_the_letter(form, starts, ends):
    form.show_event(event(starts, ends))
    form.venue.set_text("The Old Customs House")
    values = form.values()
    assert (values["starts"], values["ends"]) == (starts, ends)
    assert values["venue"] == "The Old Customs House"


def test_an_event_of_several_days_keeps_its_days_when_it_moves(form):
    form.show_event(event("2026-11-26T09:00", "2026-11-28T16:00"))
    form.day.set_text("2026-12-03")
    values = form.values()
    assert values["starts"] == "2026-12-03T09:00"
    assert values["ends"] == "2026-12-05T16:00"


def test_an_evening_that_ends_after_midnight_ends_the_day_after(form):
    form.show_event(event("2026-11-26T18:30", "2026-11-27T01:00"))
    form.ends.set_text("02:00")
    assert form.values()["ends"] == "2026-11-27T02:00"
    form.ends.set_text("22:00")
    assert form.values()["ends"] == "2026-11-26T22:00"


def test_an_event_made_after_another_was_shown_knows_nothing_of_it(form, clock):
    form.show_event(event("2026-11-26T09:00", "2026-11-28T16:00"))
    form.begin("Breakfast", clock.now().local().date())
    form.ends.set_text("20:00")
    assert form.values()["ends"] == "2023-11-23T20:00"
