"""The Badges page: what is chosen left, the sheet in the middle, the deed right."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.badges import Place, Remark, RemarkKind, place_of
from checkin.model.errors import CheckinError
from checkin.model.i18n import _
from checkin.model.ids import AttendeeId
from checkin.model.kinds import Kind as Fact
from checkin.model.prints import Run
from checkin.store.eventfile import Change
from checkin.ui import actions
from checkin.ui.badges import memory, states
from checkin.ui.badges.columns import Columns
from checkin.ui.badges.designs import picture_width
from checkin.ui.badges.gallery import Drawer
from checkin.ui.badges.jobs import JobsCard
from checkin.ui.badges.left import Left
from checkin.ui.badges.making import Maker
from checkin.ui.badges.marks import marks
from checkin.ui.badges.people import People, gathered
from checkin.ui.badges.pictures import Sheet
from checkin.ui.badges.previewing import Previewer
from checkin.ui.badges.printers import PrinterChoice
from checkin.ui.badges.putright import PutRight
from checkin.ui.badges.remarks import ByBadge, by_badge
from checkin.ui.badges.runs import RunsPanel
from checkin.ui.badges.saving import ask_where
from checkin.ui.badges.side import Side
from checkin.ui.badges.stockowning import OwnStocks
from checkin.ui.badges.well import Well
from checkin.ui.badges.wish import Who, Wish
from checkin.ui.context import Context, event_line
from checkin.ui.page import Page
from checkin.ui.printing import known_designs
from checkin.ui.tokens import GAP, MARGIN
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import column, held
from checkin.ui.widgets.header import PageHeader

_AT_THE_DOOR = frozenset(
    {Fact.CHECKIN_ADMITTED, Fact.CHECKIN_REFUSED, Fact.CHECKIN_LEFT}
)
"""Nothing of a badge changes by these."""


class BadgesPage(Page):
    """Holds the wish; everything else follows from it and from the people."""

    name: ClassVar[str] = "badges"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._event = self.session.file.read.event().id
        self.wish = memory.remembered(context.settings, self._event)
        self.people: People | None = None
        self.number = 1
        """Of the sheet that is shown."""
        self.back = False
        """Whether it is seen from behind."""
        self._remarks: ByBadge = {}
        self.known = known_designs(context.settings)
        self._make_columns(context)
        self._make_printing(context)
        self._lay_out()
        self._connect_choices()
        self._connect_sheets()
        self._connect_printing()
        self._show_wish()

    # -- laying out

    def _make_columns(self, context: Context) -> None:
        earlier = actions.action(self, "badges.runs", self.show_runs)
        self.earlier = Button.of(earlier, Kind.QUIET)
        self.header = PageHeader(_("Badges"), self.earlier)
        self.left = Left(self.session, self.wish, self.known)
        self.well = Well(self.wish.stock, self)
        self.side = Side(
            self.wish,
            actions.action(self, "badges.print", self.print),
            actions.action(self, "badges.test", self.print_test_sheet),
            actions.action(self, "badges.save", self.choose_file),
        )
        self.esc = actions.action(self, "badges.back", self._back)
        self.runs = RunsPanel(self.session, context.clock)
        self.side.hold(self.runs)

    def _make_printing(self, context: Context) -> None:
        self.printer = PrinterChoice(context.print_jobs, context.settings)
        self.wish = replace(self.wish, printer=self.printer.name)
        self.jobs = JobsCard(context.print_jobs)
        self.side.add_printing(self.printer, self.jobs)
        self.maker = Maker(context, self)
        self.put_right = PutRight(context, self.printer, self.maker, self.side)
        self.previewer = Previewer(self.session, self)
        self.drawer = Drawer(self.session, self)

    def _lay_out(self) -> None:
        columns = Columns(self.left, self.well, self.side)
        page = column(self.header, gap=GAP)
        page.addWidget(columns, 1)
        self.work = held(page)
        self.empty = states.no_people(lambda: self.context.go("attendees"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.work)
        self.stack.addWidget(self.empty)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        self.own = OwnStocks(self.context, self.left, self.stack, self)
        box.addWidget(self.own)

    def _connect_choices(self) -> None:
        self.left.stock_chosen.connect(lambda stock: self.change(stock=stock))
        self.own.chosen.connect(lambda stock: self.change(stock=stock))
        self.own.closed.connect(self._show_people)
        self.left.design_chosen.connect(lambda one: self.change(design=one))
        self.left.tickets.chosen.connect(lambda pairs: self.change(by_ticket=pairs))
        self.left.who.chosen.connect(lambda who: self.change(who=who))
        self.left.who.people_chosen.connect(lambda ids: self.change(chosen=ids))
        photos, again = self.left.photos, self.left.who.again
        photos.logo_chosen.connect(lambda path: self.change(logo=path))
        photos.photos_chosen.connect(lambda path: self.change(photos=path))
        again.reason_chosen.connect(lambda reason: self.change(reason=reason))
        again.new_codes_chosen.connect(lambda on: self.change(new_codes=on))
        self.side.how.order_chosen.connect(lambda order: self.change(order=order))
        self.side.how.verify_chosen.connect(lambda on: self.change(verify=on))
        self.side.how.choices.changed.connect(self._take)
        self.printer.chosen.connect(lambda name: self.change(printer=name))

    def _connect_sheets(self) -> None:
        self.drawer.drawn.connect(self.left.show_picture)
        self.side.look.show_badge.connect(self.show_badge)
        self.well.turned.connect(self.turn)
        self.well.flipped.connect(self.flip)
        self.well.view.toggled.connect(self.toggle_used)
        self.well.view.resized.connect(
            lambda: self.previewer.resize(self.well.view.picture_size())
        )
        self.previewer.sheet_made.connect(self._sheet_made)
        self.previewer.redrawn.connect(self.well.view.show_picture)
        self.previewer.looking.connect(self._looking)
        self.previewer.looked.connect(self._looked)

    def _connect_printing(self) -> None:
        self.side.running.cancelled.connect(self.maker.cancel)
        off = self.side.how.choices.off
        off.clicked.connect(lambda: self.put_right.open(self.wish.stock, off))
        self.jobs.undo_wanted.connect(self.maker.undo)
        self.runs.left.connect(self.side.back)
        self.runs.again_wanted.connect(self._print_these)
        self.runs.undo_wanted.connect(self.maker.undo)
        self.runs.go_on_wanted.connect(self._go_on)
        self.maker.began.connect(self.side.begin_work)
        self.maker.progressed.connect(self.side.running.show_progress)
        self.maker.ended.connect(self.side.end_work)
        self.maker.printed.connect(self._printed)

    # -- coming here

    def begin(self, **what: Any) -> None:
        """`chosen`: the ids of those who are to get a badge."""
        self.printer.look()
        if chosen := what.get("chosen"):
            self._print_these(tuple(chosen))

    def refresh(self, change: Change | None = None) -> None:
        """Reads again who is to be printed."""
        if change and change.entries:
            kinds = {entry.kind for entry in change.entries}
            if kinds <= _AT_THE_DOOR:
                return
        self.header.show_event(event_line(self.session))
        self._gather()
        self._draw_designs()
        if self.side.panel is self.runs:
            self.runs.refresh()
        if self.wish.who is Who.CHOSEN:
            self.left.who.chooser.refresh()

    # -- the wish

    def change(self, **what: Any) -> None:
        """Another wish; all follows from it."""
        self._take(replace(self.wish, **what))

    def _take(self, wish: Wish) -> None:
        before = self.wish
        if wish.who is not before.who:  # a reason is one for these people
            wish = replace(wish, reason="", new_codes=False)
        self.wish = wish
        if self.wish.stock is not before.stock:
            self.wish = replace(self.wish, used=frozenset())
        if self.wish == before:
            return
        memory.keep(self.context.settings, self._event, self.wish)
        self.well.view.ring(0)
        self._show_wish()
        chosen = (self.wish.who, self.wish.order, self.wish.chosen)
        if chosen != (before.who, before.order, before.chosen):
            self.number = 1
            self.previewer.wait()
            self._gather()
        else:
            self._show_people()
        drawn = (self.wish.stock, self.wish.logo, self.wish.photos)
        if drawn != (before.stock, before.logo, before.photos):
            self._draw_designs()

    def toggle_used(self, place: int) -> None:
        """A place of the first sheet is gone, or is there after all."""
        self.change(used=self.wish.used ^ {place})

    def _show_wish(self) -> None:
        self.left.show_wish(self.wish, self.people)
        self.side.how.show_wish(self.wish)
        self.put_right.follow(self.wish.stock)

    # -- the people

    def _gather(self) -> None:
        wish = self.wish
        self.session.ask(
            "badges.people",
            lambda event: gathered(event, wish),
            self._gathered,
        )

    def _gathered(self, people: People) -> None:
        self.people = people
        self.stack.setCurrentWidget(self.work if people.anybody else self.empty)
        self.header.show_state(states.state_words(people.counts))
        self.left.who.show_counts(people.counts)
        self._show_wish()
        self._show_people()

    def _show_people(self) -> None:
        """Sums and sheet, for this wish and these people."""
        people, wish = self.people, self.wish
        if people is None:
            return
        badges = len(people.queue)
        self.side.buttons.show_sums(wish, badges, read_only=self.session.read_only)
        total = wish.sheets(badges)
        self.number = max(1, min(self.number, total))
        size = self.well.view.picture_size()
        self.back = self.back and wish.has_backs
        self.previewer.show(wish, people, self.number, size, int(self.back))
        if badges:
            self._show_marks()
        else:
            self.side.look.show_nothing()
            self.well.show_instead(states.nothing_to_print(wish, people, self._again))

    def _show_marks(self) -> None:
        """What stands on the sheet, beside the picture of it."""
        assert self.people is not None
        here = self.session, self.people, self.wish, self.number, self._remarks
        self.well.show_sheet(marks(*here, back=self.back))

    def _again(self) -> None:
        """Those who have a badge get another one."""
        self.change(who=Who.ALL)

    # -- the preview

    def turn(self, by: int) -> None:
        """Goes on by so many sheets."""
        self.number += by
        self.well.view.ring(0)
        self._show_people()

    def flip(self) -> None:
        """The other side of a two-sided sheet."""
        if self.wish.has_backs and self.people:
            self.back = not self.back
            self._show_people()

    def show_badge(self, own: AttendeeId) -> None:
        """Goes to its sheet and rings it."""
        at = self.people.queue.position(own) if self.people else None
        if self.people and at is not None:
            place = place_of(at, len(self.people.queue), self.wish.sheeting)
            self.number, self.back = place.sheet, False
            self._show_people()
            self.well.ring(place.cell)

    def _sheet_made(self, made: Sheet) -> None:
        if made.problem is not None:
            self.well.show_instead(states.problem(made.problem))
        elif made.number == self.number:
            self.well.view.show_picture(made.picture)

    def _looking(self) -> None:
        self._remarks = {}
        self.side.look.wait()

    def _looked(self, found: Sequence[Remark] | CheckinError) -> None:
        if isinstance(found, CheckinError):
            self.side.look.show_problem(found)
            return
        self.side.look.show_remarks(found)
        self._remarks = by_badge(found)
        self._show_found(found)
        if self.well.instead is None:
            self._show_marks()

    def _show_found(self, found: Sequence[Remark]) -> None:
        """How many of those who are on the sheets have a photo."""
        if self.people and self.wish.photos and self.wish.shows_photos:
            missing = sum(one.kind is RemarkKind.NO_PHOTO for one in found)
            self.left.photos.show_found(missing, len(self.people.queue))

    def _draw_designs(self) -> None:
        self.drawer.draw(self.wish, self.known, picture_width())

    # -- the deed

    def print(self) -> None:
        """Makes the sheets, notes them, shows them."""
        badges = len(self.people.queue) if self.people else 0
        if badges and not self.session.read_only:
            self.maker.print(self.wish, badges, self.printer.printer)

    def print_test_sheet(self) -> None:
        """To hold against the labels, and to measure how the printer prints."""
        self.maker.test_sheet(self.wish.stock, self.printer.printer)

    def choose_file(self) -> None:
        """Asks where the sheets are to be kept; nothing stops meanwhile."""
        if not self.people or not self.people.queue or self.maker.busy:
            return
        ask_where(self, self.session, self.context.clock.now(), self.save_to)

    def save_to(self, out: Path) -> None:
        """Keeps the sheets there."""
        if self.people and self.people.queue:
            self.maker.save(self.wish, len(self.people.queue), out)

    def _print_these(self, chosen: tuple[AttendeeId, ...]) -> None:
        """These people and nobody else."""
        self.left.who.chooser.tick(chosen)
        self.change(who=Who.CHOSEN, chosen=chosen)

    # -- earlier prints

    def show_runs(self) -> None:
        """What was printed, in the place of the cards; again: the cards."""
        if self.side.panel is self.runs:
            self.side.back()
        else:
            self.side.open(self.runs, self.earlier, alone=True)
            self.runs.begin()

    def _go_on(self, run: Run, first: Place, badges: int) -> None:
        """The rest of a run that stopped."""
        if not self.session.read_only:
            self.maker.go_on(self.wish, run, first, badges, self.printer.printer)

    def _printed(self) -> None:
        """The sheet that was begun is full now, or in the bin."""
        self.change(used=frozenset(), reason="", new_codes=False)

    def _back(self) -> None:
        """Esc: out of what one is in."""
        if self.maker.busy:
            self.maker.cancel()
        elif self.own.editing:
            self.own.give_up()
        elif self.left.choosing:
            self.left.back()
        elif self.side.panel is self.runs and self.runs.asking:
            self.runs.back()
        elif self.side.panel is not None:
            self.side.back()
        else:
            self.well.set_large(large=False)
