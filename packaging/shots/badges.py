"""The badges, in their states."""

from collections.abc import Callable
from dataclasses import replace

from pypdfium2 import PdfDocument
from screenshots import Shot, Stage, fine

from checkin.badges import Kind as StockKind
from checkin.badges import (
    Looks,
    Marks,
    Sheeting,
    design,
    note_prints,
    stock,
    stocks,
)
from checkin.badges.printers import JobReport, JobState, State, Trouble
from checkin.model.entry import Draft
from checkin.model.kinds import Kind
from checkin.store.eventfile import EventFile
from checkin.store.prints import Facts, Print, record_prints
from checkin.ui.badges.page import BadgesPage
from checkin.ui.badges.pictures import Sheet
from checkin.ui.badges.wish import Who
from checkin.ui.tokens import ThemeName

_LIGHT = (ThemeName.LIGHT,)
_BIG = ((1280, 800),)
_LONG = {
    "first_name": "Maximiliane Wilhelmine Alexandrina",
    "last_name": "von Hohenstein-Zwiefalten-Oberschwaben",
    "company": "Gesellschaft zur Förderung der Hafenkultur und Binnenschifffahrt",
    "ticket_type": "Member",
}
_ALIKE = {"last_name": "Schmidt", "company": "", "job_title": ""}


def _page(stage: Stage) -> BadgesPage:
    page = stage.window.stack.currentWidget()
    assert isinstance(page, BadgesPage)
    return page


def _ready(stage: Stage) -> BadgesPage:
    """At the badges, once everybody was looked through."""
    stage.window.go("badges")
    page = _page(stage)
    stage.until(lambda: page.people is not None)
    stage.settle()
    return page


def _write(stage: Stage, job: Callable[[EventFile], object]) -> None:
    assert stage.window.session is not None
    written: list[object] = []
    stage.window.session.write(job, written.append)
    stage.until(lambda: written)


def _not_printed(event: EventFile) -> None:
    """As before the badges were printed; one name is long, two badges are alike."""
    prints = [e for e in event.entries() if e.kind == Kind.BADGE_PRINTED and e.act]
    for act in dict.fromkeys(entry.act for entry in prints):
        assert act is not None
        event.undo(act)
    found = {guest.called: guest for guest in event.read.attendees()}
    annas = [guest for guest in event.read.attendees() if guest.called == "Anna"]
    changed = [(found["Aoife"], _LONG), *((anna, _ALIKE) for anna in annas)]
    with event.write() as write:
        for who, said in changed:
            write.append(Draft(Kind.ATTENDEE_CORRECTED, who.id, {"fields": said}))


def _begun(stage: Stage) -> BadgesPage:
    """Three labels of the first sheet are gone."""
    stage.open_demo()
    _write(stage, _not_printed)
    page = _ready(stage)
    for place in (1, 2, 3):
        page.toggle_used(place)
    stage.settle()
    return page


def _stocks(stage: Stage) -> None:
    stage.open_demo()
    page = _ready(stage)
    page.left.choose_stock()
    page.left.stocks.search.edit.setText("badge")


def _all_designs(stage: Stage) -> None:
    page = _begun(stage)
    page.left.choose_design()
    stage.settle()


def _by_ticket(stage: Stage) -> None:
    page = _begun(stage)
    page.change(
        by_ticket=(("Speaker", design("big-first-name")), ("Staff", design("quiet")))
    )
    page.left.choose_by_ticket()


def _close(stage: Stage) -> None:
    page = _begun(stage)
    for _step in range(2):
        page.well.ground.closer()
    stage.until(lambda: page.well.view.is_sharp)


def _more(stage: Stage) -> None:
    page = _begun(stage)
    page.change(copies=2, marks=Marks.OUTLINE)
    page.side.how.more.button.click()
    stage.settle()
    bar = page.side.cards.verticalScrollBar()
    bar.setValue(bar.maximum())


def _off(stage: Stage) -> None:
    page = _begun(stage)
    page.side.how.more.button.click()
    page.side.how.choices.off.click()
    panel = page.put_right.panel
    for field, mm in zip(panel.fields, ("11.2", "10.8", "190.6", "277.8"), strict=True):
        field.set_text(mm)
    panel.fields[2].edit.setFocus()


def _letter(stage: Stage) -> None:
    _begun(stage).change(stock=stock("5395"))


def _folded(stage: Stage) -> None:
    tent = next(one for one in stocks() if one.fold and one.places > 1)
    _begun(stage).change(stock=tent)


def _roll(stage: Stage) -> None:
    page = _begun(stage)
    page.change(stock=next(one for one in stocks() if one.kind is StockKind.ROLL))
    stage.settle()


def _behind(stage: Stage) -> None:
    page = _begun(stage)
    made: list[Sheet] = []
    page.previewer.sheet_made.connect(made.append)
    page.change(design=next(one for one in page.known if one.has_back))
    page.well.flip.click()
    stage.until(lambda: made and len(PdfDocument(made[-1].pdf)) > 1)


def _photos(stage: Stage) -> None:
    page = _begun(stage)
    page.change(design=next(one for one in page.known if one.has_photo))


def _chosen(stage: Stage) -> None:
    page = _begun(stage)
    assert page.people is not None
    some = list(page.people.queue[3:6])
    stage.window.go("badges", chosen=some)
    bar = page.left.cards.verticalScrollBar()
    stage.settle()
    bar.setValue(bar.maximum())


def _again(stage: Stage) -> None:
    stage.open_demo()
    page = _ready(stage)
    page.change(who=Who.ALL)
    stage.until(page.left.who.again.isVisible)
    page.change(reason="lost", new_codes=True)
    stage.settle()
    bar = page.left.cards.verticalScrollBar()
    bar.setValue(bar.maximum())


def _runs(stage: Stage) -> BadgesPage:
    """What was printed before: a run that is undone, one that went on, and it."""
    page = _begun(stage)
    _write(stage, _printed_twice)
    page.show_runs()
    stage.until(lambda: len(page.runs.rows) > 2)
    stage.settle()
    return page


def _printed_twice(event: EventFile) -> None:
    guests = list(event.read.attendees(limit=24))
    on, looks = Sheeting(stock("L4785")), Looks(design())
    first = note_prints(event, guests, on, looks, printer="Office printer")
    rest = event.read.on_run(first)[17:]
    prints = [
        Print(b.attendee, b.code, b.name, 1, n) for n, b in enumerate(rest, start=1)
    ]
    facts = Facts(
        "L4785", "classic", "Office printer", verified="300 dpi", continues=first,
        rest=[badge.entry for badge in rest],
    )  # fmt: skip
    record_prints(event, prints, facts)


def _going_on(stage: Stage) -> None:
    page = _runs(stage)
    page.runs.rows[0].go_on.click()
    stage.until(lambda: page.runs.going_on.model.shown)
    page.runs.going_on.list.setCurrentIndex(page.runs.going_on.model.index(2))


def _shown(stage: Stage) -> None:
    page = _begun(stage)
    stage.until(lambda: page.side.look.rows)
    page.side.look.rows[0].button.click()


def _large(stage: Stage) -> None:
    _begun(stage).well.enlarge.click()


def _running(stage: Stage) -> None:
    page = _begun(stage)
    page.side.begin_work("Making 43 badges")
    stage.work(350)
    page.side.running.show_progress(27, 86)


def _all_printed(stage: Stage) -> None:
    stage.open_demo()
    _write(stage, _the_rest)
    _ready(stage)


def _the_rest(event: EventFile) -> None:
    from checkin.badges import (
        Looks,
        Sheeting,
        Which,
        design,
        note_prints,
        who_is_waiting,
    )

    guests = who_is_waiting(event, Which.UNPRINTED)
    note_prints(event, guests, Sheeting(stock()), Looks(design()))


def _small_labels(stage: Stage) -> None:
    page = _begun(stage)
    page.change(stock=stock("3474"), who=Who.ALL)
    stage.until(lambda: len(page.side.look.rows) > 2)


def _jobs(stage: Stage) -> None:
    """One job is done, the next one has run out of paper."""
    page = _begun(stage)
    page.print()
    stage.until(lambda: page.jobs.rows and page.jobs.rows[1].job.system_id)
    stage.printers.now(JobReport(JobState.DONE))
    page.change(who=Who.ALL, used=frozenset())
    stage.until(lambda: page.jobs.rows[1].job.state is State.DONE)
    stage.settle()
    page.print()
    stage.until(lambda: 2 in page.jobs.rows and page.jobs.rows[2].job.system_id)
    paper = (Trouble.NO_PAPER,)
    stage.printers.now(JobReport(JobState.PRINTING, paper, pages=3))
    stage.until(lambda: page.jobs.rows[2].job.troubles)
    stage.around.messages.withdraw("print")
    stage.settle()


def _from_a_page(stage: Stage) -> None:
    """A job is to be begun anew from a page."""
    _jobs(stage)
    page = _page(stage)
    page.jobs.rows[2].retry.click()


def _empty(stage: Stage) -> None:
    stage.open_empty()
    _ready(stage)


_BADGES = Shot("badges", _begun)

SHOTS = [
    _BADGES,
    fine(_BADGES),
    replace(_BADGES, name="badges-130", text=1.3, sizes=_BIG, themes=_LIGHT),
    Shot("badges-stocks", _stocks, _LIGHT),
    Shot("badges-all-designs", _all_designs),
    Shot("badges-by-ticket", _by_ticket, _LIGHT),
    Shot("badges-close", _close, _LIGHT, _BIG),
    Shot("badges-more", _more),
    Shot("badges-printer-off", _off),
    Shot("badges-letter", _letter, _LIGHT, _BIG),
    Shot("badges-folded", _folded, _LIGHT, _BIG),
    Shot("badges-roll", _roll, _LIGHT, _BIG),
    Shot("badges-behind", _behind, _LIGHT),
    Shot("badges-photos", _photos, _LIGHT),
    Shot("badges-chosen", _chosen),
    Shot("badges-again", _again, _LIGHT),
    Shot("badges-runs", _runs),
    Shot("badges-going-on", _going_on, _LIGHT),
    Shot("badges-shown", _shown, sizes=_BIG),
    Shot("badges-large", _large, _LIGHT, _BIG),
    Shot("badges-running", _running, sizes=_BIG),
    Shot("badges-jobs", _jobs),
    Shot("badges-jobs-again", _from_a_page, _LIGHT),
    Shot("badges-all-printed", _all_printed),
    Shot("badges-small-labels", _small_labels, _LIGHT, _BIG),
    Shot("badges-empty", _empty, _LIGHT),
]
