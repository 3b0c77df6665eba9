"""What tests of the door page get: somebody who stands there, and a guest."""

from collections.abc import Iterator

import pytest
from volunteer import Volunteer

from checkin.demo import MovableClock
from checkin.model.attendee import Attendee
from checkin.ui.window import Window


@pytest.fixture
def volunteer(window: Window, clock: MovableClock, qtbot) -> Iterator[Volunteer]:
    """At the door of a new event, with nobody on its list."""
    stands = Volunteer(window, clock, qtbot)
    yield stands
    if window.session is not None:
        assert stands.write(lambda event: event.check()) == []


@pytest.fixture
def anna(volunteer: Volunteer) -> Attendee:
    return volunteer.guest(
        first_name="Anna", last_name="Schmidt", company="Nordlicht Energie"
    )
