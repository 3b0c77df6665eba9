"""The attendees, in their states."""


from screenshots import Shot, Stage

from checkin.model.attendee import Attendee
from checkin.ui.attendees.page import AttendeesPage


def _page(stage: Stage) -> AttendeesPage:
    page = stage.window.stack.currentWidget()
    assert isinstance(page, AttendeesPage)
    return page


def _guest(stage: Stage, name: str) -> Attendee:
    session = stage.window.session
    assert session is not None
    found = session.file.read.attendee(session.file.search(name)[0])
    assert found is not None
    return found


def _choose(stage: Stage, name: str) -> AttendeesPage:
    stage.open_demo()
    page, guest = _page(stage), _guest(stage, name)
    stage.until(page.people.rows.rowCount)
    page.people.choose(guest.id)
    known = page.panel.details
    stage.until(lambda: known.known is not None and known.known.guest.id == guest.id)
    stage.settle()
    return page


def _one(stage: Stage) -> None:
    page = _choose(stage, "Zoë")
    if page.body.compact:
        page.people.entered.emit()


def _list(stage: Stage) -> None:
    _choose(stage, "Zoë")


SHOTS = [
    Shot("attendees", _list),
]
