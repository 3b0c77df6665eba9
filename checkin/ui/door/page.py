"""The door: scan, see, next. Shows what the door decides; decides nothing itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.entry import Entry
from checkin.model.i18n import _
from checkin.model.lists import CheckInList
from checkin.model.verdict import Family, Verdict
from checkin.store.eventfile import Change
from checkin.ui import actions
from checkin.ui.context import Context
from checkin.ui.door.beside import Beside
from checkin.ui.door.disk import Disk
from checkin.ui.door.filling import Filling
from checkin.ui.door.finding import Standing, leaving_of, standing_of
from checkin.ui.door.flow import Flow
from checkin.ui.door.greeter import Greeter
from checkin.ui.door.hearing import Hearing
from checkin.ui.door.lookup import Lookup
from checkin.ui.door.parts import DoorActions, Parts
from checkin.ui.door.scene import Scene, Sort
from checkin.ui.door.scenes import idle
from checkin.ui.door.sounds import Sounds, Speaker
from checkin.ui.door.steps import Steps
from checkin.ui.door.told import Told
from checkin.ui.door.topbar import Where, first_place
from checkin.ui.door.undoing import Undoing
from checkin.ui.door.unsaved import Unsaved
from checkin.ui.page import Page

TIME_GOES_ON_MS = 20_000
IDLE_MS = 30_000
"""Somebody admitted makes room for the next one after so long."""
_KEYS = ("door.print", "door.let_in", "door.put_right", "door.call_host")


class DoorPage(Page):
    """The heart of it: a volunteer with a queue."""

    name = "door"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setAccessibleName(_("Door"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.sounds: Sounds = Speaker(context.settings)
        self.parts = Parts(self, self._make_actions(), self._stands)
        parts = self.parts
        lists = self.session.file.read.lists()
        self.flow = Flow(context, first_place(lists), self)
        self.undoing = Undoing(context, self.flow.writings, self)
        self.disk = Disk(context, self.flow.writings, parts.top, self)
        self.greeter = Greeter(context, self)
        self.hearing = Hearing(self, parts.top, self.greeter)
        self.lookup = Lookup(self.session, parts.search, parts.found)
        self.filling = Filling(
            context, self.flow, parts.stage, parts.stack, parts.strip
        )
        self.beside = Beside(
            context, self.flow, self.undoing, parts, self.filling.walk_in, self
        )
        self.steps = Steps(context, self.flow, parts.stage, self.filling)
        self._idle = self._timer(IDLE_MS, self._rest_unless_busy)
        self._idle.setSingleShot(True)
        self._timer(TIME_GOES_ON_MS, self._time_goes_on).start()
        self._connect()

    def _make_actions(self) -> DoorActions:
        make = actions.action
        make(self, "door.find", self._find)
        make(self, "door.clear", self.clear)
        make(self, "door.history", self._history)
        for name in _KEYS:
            self._key_action(name)
        return DoorActions(
            make(self, "door.walk_in", self._walk_in),
            make(self, "door.greeting", self._toggle_greeting),
            make(self, "door.undo", self._undo),
        )

    def _timer(self, ms: int, do: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setInterval(ms)
        made.timeout.connect(do)
        return made

    def _key_action(self, name: str) -> None:
        actions.action(self, name, lambda: self.steps.key(name))

    def _connect(self) -> None:
        flow, parts = self.flow, self.parts
        flow.shown.connect(self._show)
        flow.same.connect(self._show_again)
        flow.told.connect(self._told)
        flow.said.connect(parts.strip.say)
        flow.writings.unsaved.connect(self._unsaved)
        flow.writings.recovered.connect(self._recovered)
        self.hearing.scanned.connect(self._scanned)
        self.lookup.appeared.connect(self._show_found)
        self.lookup.cleared.connect(self._show_stage)
        parts.found.acted.connect(self._admit)
        parts.found.newcomer.connect(self._walk_in)
        self.filling.closed.connect(self.setFocus)
        self.filling.look_up.connect(self._find)
        self.filling.corrected.connect(self._is_corrected)
        self.steps.find.connect(self._find)
        parts.scans.all_wanted.connect(lambda: self.context.go("attendees"))
        parts.top.chosen.connect(self._choose_list)
        parts.top.sound.clicked.connect(self._toggle_sound)
        self.lookup.letters_from(parts.top.lists)
        self.undoing.undone.connect(self._undone)
        self.beside.moved.connect(self._choose_list)
        self.beside.past.connect(self._leave_them)

    # -- coming and going

    def begin(self, **what: Any) -> None:
        """The keyboard is the scanner's, wherever it was before."""
        self.context.print_jobs.find_printers()
        self.setFocus()

    def keeps_open(self) -> str:
        return self.disk.keeps_open

    def save_again(self) -> None:
        self.flow.writings.retry_now()

    def note_down(self) -> Path | None:
        return self.flow.note_down() if self.keeps_open() else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.parts.top.show_sound(bool(self.context.settings.get("sounds")))
        self.hearing.look()
        QTimer.singleShot(0, self, self._load_sounds)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hearing.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.arrange(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.parts.arrange(self.width())

    def refresh(self, change: Change | None = None) -> None:
        """Counts, last scans and Undo, whoever wrote; the stage stays as it is."""
        self.beside.look()
        self.lookup.refresh()
        if change is None or not change.entries:
            self.greeter.refresh()

    # -- the stage

    def _show(self, scene: Scene) -> None:
        """Another scene; forms and results make room, and nothing typed is lost."""
        self.filling.leave()
        self.lookup.clear()
        self._show_stage()
        self.parts.stage.show_scene(scene)
        self._idle.stop()
        if not scene.stays:
            self._idle.start()
        self.setFocus()

    def _show_again(self, scene: Scene, told: Told) -> None:
        """Hands are slow: what was begun since the first of the two scans stays."""
        stage = self.parts.stage
        if stage.scene is scene and stage.isVisible():
            return
        self._show(scene)
        if told.verdict.family is Family.ASK:
            self._told(told)

    def _show_stage(self) -> None:
        if self.filling.form is not self.filling.walk_in:
            self.parts.stack.setCurrentWidget(self.parts.stage)

    def _show_found(self) -> None:
        self.parts.stack.setCurrentWidget(self.parts.found)

    def _rest_unless_busy(self) -> None:
        if self.filling.is_open:
            self._idle.start()
        else:
            self._rest()

    def _leave_them(self) -> None:
        """Whoever was on the stage is not in any more, or is not there any more."""
        self._show(idle())
        self._rest()
        self.greeter.rest()

    def _rest(self) -> None:
        """Ready for the next one."""
        self._idle.stop()
        self.flow.forget()
        self.parts.stage.show_scene(idle(), aloud=False)
        self.parts.strip.say("", True)

    def clear(self) -> None:
        """Esc: one thing after the other, from the newest."""
        parts = self.parts
        if parts.stack.currentWidget() is parts.found:
            self.lookup.clear()
            self._show_stage()
            self.setFocus()
        elif self.filling.is_open:
            self.filling.leave()
        elif parts.search.text():
            self.lookup.clear()
        elif parts.stage.scene.sort is not Sort.IDLE:
            self._rest()
        else:
            self.greeter.close()

    # -- verdicts

    def _scanned(self, text: str) -> None:
        self.flow.scan(text)

    def _admit(self, guest: Attendee) -> None:
        self.flow.admit(guest)

    def _told(self, told: Told) -> None:
        self.undoing.forget()
        self.sounds.play(told.verdict.family)
        self.greeter.greet(told)
        if told.verdict is Verdict.AMBIGUOUS:
            self.lookup.give(told.answer.decision.candidates)
        elif told.verdict is Verdict.QUESTION:
            self.filling.ask_question(told)

    def _unsaved(self, _unsaved: Unsaved) -> None:
        self.sounds.play(self.parts.stage.scene.family)
        self.greeter.moment()

    def _recovered(self, told: list[Told]) -> None:
        """The newest is shown, unless somebody is at something else by now."""
        stage = self.parts.stage
        if stage.isVisible() and stage.scene.sort is Sort.NOT_SAVED:
            self.flow.show_late(told[-1])

    def _undo(self) -> None:
        self.undoing.undo()

    def _undone(self, what: str) -> None:
        self._leave_them()
        self.parts.strip.say(_("Undone: {what}.").format(what=what), False)

    def _is_corrected(self, entry: Entry, guest: Attendee) -> None:
        self.undoing.correct(entry, guest)
        self.flow.about(guest)
        said = _("The name is {name} now.").format(name=words.isolate(guest.name))
        self.parts.strip.say(said, False)
        self.beside.tell_last()

    # -- looking up, and other things of the top

    def _stands(self, guest: Attendee) -> Standing:
        where, around = self.flow.where.list_id, self.beside.around
        door = around.list_of(where) if around else None
        inside = around.counts.inside if around else 0
        now, door = self.context.clock.now(), door or CheckInList(where, "")
        if self.flow.where.leaving:
            return leaving_of(guest, door, now)
        return standing_of(guest, door, now, inside)

    def _find(self) -> None:
        edit = self.parts.search.edit
        edit.setFocus()
        edit.selectAll()

    def _walk_in(self) -> None:
        """The form; the name is filled in if somebody was looked for in vain."""
        name = ""
        if self.parts.stack.currentWidget() is self.parts.found:
            name = self.lookup.text
            self.lookup.clear()
        self.filling.add_somebody(name)

    def _history(self) -> None:
        self.steps.history()

    def _toggle_greeting(self) -> None:
        self.greeter.toggle()

    def _choose_list(self, where: Where) -> None:
        """What was begun at the other list waits; the keyboard is the scanner's."""
        self.flow.where = where
        self.filling.leave()
        self._rest()
        self.setFocus()
        self.refresh()

    def _time_goes_on(self) -> None:
        """The pace falls though nothing happens, and guests see a clock."""
        self.greeter.refresh()
        if self.isVisible():
            self.refresh()

    def _load_sounds(self) -> None:
        """While nobody waits: with the first verdict it would be in the way."""
        self.sounds.load()

    def _toggle_sound(self) -> None:
        on = not self.context.settings.get("sounds")
        self.context.settings.set("sounds", on)
        self.parts.top.show_sound(on)
        self.sounds.load()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere looks somebody up."""
        if self.lookup.letter(event) or self.lookup.key(event):
            event.accept()
        else:
            super().keyPressEvent(event)
