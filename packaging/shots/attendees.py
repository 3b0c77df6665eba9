"""The attendees, in their states."""

from dataclasses import replace

from screenshots import Shot, Stage, fine

from checkin.model.attendee import Attendee
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.ui.attendees.page import AttendeesPage
from checkin.ui.tokens import ThemeName

_LIGHT = (ThemeName.LIGHT,)
_BIG = ((1280, 800),)


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


def _chosen(stage: Stage, name: str) -> AttendeesPage:
    stage.open_demo()
    page, guest = _page(stage), _guest(stage, name)
    stage.until(page.people.rows.rowCount)
    page.people.choose(guest.id)
    stage.until(lambda: page.people.who == guest.id)
    stage.settle()
    return page


def _list(stage: Stage) -> None:
    _chosen(stage, "Zoë")


def _opened(name: str) -> Shot:
    """Somebody's details; where it is narrow, over the table."""
    short = name.lower().split()[0]

    def prepare(stage: Stage) -> None:
        _chosen(stage, name).people.entered.emit()

    return Shot(f"attendees-details-{short}", prepare)


def _edit(stage: Stage) -> None:
    _chosen(stage, "Zoë").edit()


def _add(stage: Stage) -> None:
    page = _chosen(stage, "Zoë")
    page.add_guest("Anna Schmidt")


def _erase(stage: Stage) -> None:
    page = _chosen(stage, "Zoë")
    page.people.entered.emit()
    page.panel.details.erase_wanted.emit()


def _nobody(stage: Stage) -> None:
    page = _chosen(stage, "Zoë")
    page.people.filters.look_for("hanz")
    stage.until(lambda: not page.people.rows.rowCount())


def _doubt(stage: Stage) -> None:
    """Two desks let somebody in without knowing of each other."""
    page, guest = _chosen(stage, "Sukma"), _guest(stage, "Sukma")

    def twice(event: EventFile) -> None:
        data = {"list": event.main_list().hex()}
        with event.write() as write:
            write.append(Draft(Kind.CHECKIN_ADMITTED, guest.id, data))

    page.session.write(twice, lambda _done: None)
    doubt, panel = page.panel.details.doubt, page.panel
    stage.until(lambda: doubt.isVisibleTo(panel))
    page.people.entered.emit()


def _empty(stage: Stage) -> None:
    stage.open_empty()


_ATTENDEES = Shot("attendees", _list)

SHOTS = [
    _ATTENDEES,
    fine(_ATTENDEES),
    replace(_ATTENDEES, name="attendees-130", text=1.3, sizes=_BIG),
    _opened("Zoë"),
    _opened("Wilhelmina"),
    _opened("Tom Reed"),
    replace(_opened("Zoë"), name="attendees-details-130", text=1.3, sizes=_BIG),
    Shot("attendees-edit", _edit, themes=_LIGHT),
    Shot("attendees-add", _add, themes=_LIGHT),
    Shot("attendees-erase", _erase, themes=_LIGHT),
    Shot("attendees-doubt", _doubt),
    Shot("attendees-nobody", _nobody, themes=_LIGHT),
    Shot("attendees-empty", _empty),
]
