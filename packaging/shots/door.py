"""The door: every family of verdicts, looking up, forms, and what is not saved."""

from collections.abc import Callable
from dataclasses import replace

from screenshots import Shot, Stage, fine

from checkin.model.errors import DiskFull
from checkin.model.lists import Question, Rules
from checkin.store import acts
from checkin.store.eventfile import EventFile
from checkin.ui.door import deeds
from checkin.ui.door.page import DoorPage
from checkin.ui.door.scene import Deed
from checkin.ui.door.writing import Job
from checkin.ui.lanes import Order
from checkin.ui.tokens import ThemeName

Prepare = Callable[[Stage], object]


def _page(stage: Stage) -> DoorPage:
    """The door of the demo, where a scanner was heard and somebody has come in."""
    stage.open_demo()
    return _door(stage)


def _door(stage: Stage) -> DoorPage:
    stage.window.go("door")
    page = stage.window.stack.currentWidget()
    assert isinstance(page, DoorPage)
    stage.until(lambda: page.beside.around is not None)
    return page


def _code(page: DoorPage, email: str) -> str:
    read = page.session.file.read
    found = map(read.attendee, page.session.file.search(email))
    return next(
        g.code for g in found if g and g.details.email == email and g.called != "Ines"
    )


def _scan(stage: Stage, page: DoorPage, text: str) -> None:
    before = page.parts.stage.scene
    page.hearing.scanner.scanned.emit(text)
    stage.until(lambda: page.parts.stage.scene is not before)


def _idle(stage: Stage) -> None:
    page = _page(stage)
    _scan(stage, page, _code(page, "anna@example.org"))
    page.clear()


def _scanning(email: str, *then: Deed) -> Prepare:
    """Somebody is scanned; then what is done about it."""

    def prepare(stage: Stage) -> None:
        page = _page(stage)
        _scan(stage, page, _code(page, email))
        for deed in then:
            page.steps.do(deed)

    return prepare


def _afresh(email: str, force: str = "") -> Prepare:
    """As if they had not come in so far."""

    def prepare(stage: Stage) -> None:
        page = _page(stage)
        code = _code(page, email)
        done: list[object] = []

        def forget(event: EventFile) -> None:
            (who,) = event.read.by_code(code)[0]
            for entry in deeds.came_in(event, who, event.main_list()):
                event.undo(entry)

        page.session.write(forget, done.append)
        stage.until(lambda: done)
        _scan(stage, page, code)
        if force:
            before = page.parts.stage.scene
            page.flow.force(force)
            stage.until(lambda: page.parts.stage.scene is not before)

    return prepare


def _text(text: str) -> Prepare:
    return lambda stage: _scan(stage, _page(stage), text)


def _with_rules(email: str, rules: Rules) -> Prepare:
    def prepare(stage: Stage) -> None:
        page = _page(stage)
        done: list[object] = []

        def change(event: EventFile) -> None:
            acts.set_list(event, "Main door", rules, event.main_list())

        page.session.write(change, done.append)
        stage.until(lambda: done)
        _scan(stage, page, _code(page, email))

    return prepare


def _searching(text: str, steps: int = 0) -> Prepare:
    def prepare(stage: Stage) -> None:
        page = _page(stage)
        page.parts.search.edit.setFocus()
        page.parts.search.edit.setText(text)
        stage.settle()
        for _n in range(steps):
            page.parts.found.step(1)

    return prepare


def _walk_in(stage: Stage) -> None:
    page = _page(stage)
    page.filling.add_somebody("Anna Schmidt")


def _not_saved(stage: Stage) -> None:
    """As on a full disk."""
    page = _page(stage)

    def full(_job: Job, _done: object, failed: Callable[[Exception], object]) -> Order:
        failed(DiskFull(file=page.session.path.name))
        return Order(_job, print, failed)  # type: ignore[arg-type]

    page.session.write = full  # type: ignore[assignment,method-assign]
    for email in ("maria.kowalska@example.org", "anna@example.org"):
        _scan(stage, page, _code(page, email))


def _greeting(email: str) -> Prepare:
    def prepare(stage: Stage) -> None:
        page = _page(stage)
        page.greeter.toggle()
        stage.extra = page.greeter.screen
        assert stage.extra is not None
        stage.extra.resize(stage.window.size())
        if email:
            _scan(stage, page, _code(page, email))

    return prepare


def _empty(stage: Stage) -> None:
    stage.open_empty()
    _door(stage)


def _once(shot: Shot) -> Shot:
    """One theme and one size will do."""
    return replace(shot, themes=(ThemeName.LIGHT,), sizes=((1280, 800),))


_IDLE = Shot("door-1-idle", _idle)
_ADMITTED = Shot("door-2-admitted", _afresh("zoe@example.org"))
_CANCELLED = "reed.family@example.com"
_PENDING = "linnea@example.net"
_ASKS = Rules(questions=(Question("lunch", "Will you stay for lunch?"),))

SHOTS = [
    _IDLE,
    fine(_IDLE),
    _ADMITTED,
    fine(_ADMITTED),
    replace(_ADMITTED, name="door-2-admitted-130", text=1.3, sizes=((1280, 800),)),
    Shot("door-3-already-in", _scanning("lukasz@example.net")),
    Shot("door-4-cancelled", _scanning(_CANCELLED)),
    _once(Shot("door-4-host-called", _scanning(_CANCELLED, Deed.HOST))),
    Shot("door-4-reason", _scanning(_CANCELLED, Deed.LET_IN)),
    _once(Shot("door-4-reason-130", _scanning(_CANCELLED, Deed.LET_IN), text=1.3)),
    _once(Shot("door-4-unapproved", _scanning(_PENDING))),
    Shot("door-7-long-name", _afresh("mvhz@example.org", force="Priya knows her")),
    _once(Shot("door-7-longest", _afresh("wcawt@example.org"))),
    _once(Shot("door-7-arabic", _afresh("m.alfarsi@example.org"))),
    _once(Shot("door-7-cjk", _afresh("xiaomei@example.org"))),
    Shot("door-3-wrong-person", _scanning("lukasz@example.net", Deed.WRONG_PERSON)),
    _once(Shot("door-3-correct", _scanning("femke@example.org", Deed.CORRECT))),
    Shot("door-5-foreign", _text("BKTRVNSXPLDGHJCFXKLV")),
    Shot("door-6-search", _searching("anna sch", 1)),
    replace(_IDLE, name="door-1-idle-130", text=1.3, sizes=((1280, 800),)),
    _once(Shot("door-6-search-130", _searching("anna sch", 1), text=1.3)),
    Shot("door-6-search-list", _searching("ma", 2)),
    Shot("door-6-search-nobody", _searching("hanz")),
    Shot("door-walk-in", _walk_in),
    _once(Shot("door-walk-in-130", _walk_in, text=1.3)),
    Shot("door-not-saved", _not_saved),
    Shot("door-question", _with_rules("anna@example.org", _ASKS)),
    _once(Shot("door-full", _with_rules("anna@example.org", Rules(capacity=38)))),
    Shot("door-empty", _empty),
    Shot("greeting", _greeting("anna@example.org")),
    _once(Shot("greeting-idle", _greeting(""))),
    _once(Shot("greeting-moment", _greeting(_CANCELLED))),
]
