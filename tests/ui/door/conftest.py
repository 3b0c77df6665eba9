"""What tests of the door page get: somebody who stands there, and a guest."""

from collections.abc import Iterator

import pytest
from volunteer import Disk, Volunteer

from checkin.demo import MovableClock
from checkin.model.attendee import Attendee
from checkin.model.ids import DeskId
from checkin.store.eventfile import EventFile
from checkin.store.ledger import Desk
from checkin.ui.window import Window


@pytest.fixture
def volunteer(window: Window, clock: MovableClock, qtbot) -> Iterator[Volunteer]:
    """At the door of a new event, with nobody on its list."""
    assert window.session is not None
    path = window.session.path
    yield Volunteer(window, clock, qtbot)
    if path.exists():  # the window is closed by now
        with EventFile.open(path, clock, Desk(DeskId(b"o" * 16), "")) as event:
            assert event.check() == []


@pytest.fixture
def anna(volunteer: Volunteer) -> Attendee:
    return volunteer.guest(
        first_name="Anna", last_name="Schmidt", company="Nordlicht Energie"
    )


@pytest.fixture
def bo(volunteer, anna):
    return volunteer.guest(full_name="Bo Ek")


@pytest.fixture
def disk(volunteer, bo) -> Disk:
    return Disk(volunteer.page.session)
