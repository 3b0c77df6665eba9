"""The door: scan, see, next. Shows what the door decides; decides nothing itself."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from checkin.model import words
from checkin.model.attendee import Attendee
from checkin.model.entry import Entry
from checkin.model.errors import CheckinError
from checkin.model.i18n import _, ngettext
from checkin.model.verdict import Verdict
from checkin.store.eventfile import Change, EventFile
from checkin.ui import actions
from checkin.ui.context import Context
from checkin.ui.door import deeds
from checkin.ui.door.around import Around, done_words, look_around
from checkin.ui.door.filling import Filling
from checkin.ui.door.finding import Standing, standing_of
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
from checkin.ui.door.topbar import Where
from checkin.ui.door.unsaved import Unsaved
from checkin.ui.door.writing import Saved
from checkin.ui.messages import CLOSING
from checkin.ui.page import Page

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
        self.around: Around | None = None
        self.sounds: Sounds = Speaker(context.settings)
        self._corrected: tuple[Entry, str] | None = None
        """What Ctrl+Z takes back first: a name that was put right here just now."""
        self.parts = Parts(self, self._make_actions(), self._stands)
        parts = self.parts
        first = self.session.file.read.lists()[0]
        self.flow = Flow(context, Where(first.id), self)
        self.greeter = Greeter(context, self)
        self.hearing = Hearing(self, parts.top, self.greeter)
        self.lookup = Lookup(self.session, parts.search, parts.found)
        self.filling = Filling(
            context, self.flow, parts.stage, parts.stack, parts.strip
        )
        self.steps = Steps(context, self.flow, parts.stage, self.filling)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._connect()
        self._saved()

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
            make(self, "door.undo", self.undo),
        )

    def _key_action(self, name: str) -> None:
        actions.action(self, name, lambda: self.steps.key(name))

    def _connect(self) -> None:
        flow, parts = self.flow, self.parts
        flow.shown.connect(self._show)
        flow.told.connect(self._told)
        flow.said.connect(parts.strip.say)
        flow.writings.saving.connect(self._saving)
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
        parts.top.lists.installEventFilter(self)
        self._idle.timeout.connect(self._rest)

    # -- coming and going

    def begin(self, **what: Any) -> None:
        """The keyboard is the scanner's, wherever it was before."""
        self.setFocus()

    def keeps_open(self) -> str:
        n = self.flow.writings.pending
        if not n:
            return ""
        return ngettext("{n} scan is not saved yet", "{n} scans are not saved yet", n)

    def save_again(self) -> None:
        self.flow.writings.retry_now()

    def note_down(self) -> Path | None:
        return self.flow.note_down() if self.keeps_open() else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.parts.top.show_sound(bool(self.context.settings.get("sounds")))
        self.hearing.look()

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
        where, now = self.flow.where.list_id, self.context.clock.now()

        def job(event: EventFile) -> Around:
            return look_around(event, where, now)

        self.session.ask("door.around", job, self._looked_around)
        self.lookup.refresh()
        if change is None or not change.entries:
            self.greeter.refresh()

    def _looked_around(self, around: Around) -> None:
        if not isValid(self):
            return
        before, self.around = self.around, around
        self.parts.counts.show_counts(around.counts)
        self.parts.scans.show_past(around.past)
        self._tell_last()
        if before is None or before.lists != around.lists:
            self.parts.top.show_lists(around.lists, self.flow.where)
        self.filling.walk_in.show_full(around.full_words(self.flow.where.list_id))

    def _tell_last(self) -> None:
        last = self.around.last if self.around else ""
        if self._corrected:
            entry, name = self._corrected
            last = done_words(entry, name, entry.moment.hour_minute())
        self.parts.strip.set_last(last)
        self.parts.undo.why_not("" if last else _("Nothing to undo so far."))
        if last:
            self.parts.undo.setToolTip(_("Takes back: {what}").format(what=last))

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

    def _show_stage(self) -> None:
        if self.filling.form is not self.filling.walk_in:
            self.parts.stack.setCurrentWidget(self.parts.stage)

    def _show_found(self) -> None:
        self.parts.stack.setCurrentWidget(self.parts.found)

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
        self._corrected = None
        self.sounds.play(told.verdict.family)
        self.greeter.greet(told)
        if told.verdict is Verdict.AMBIGUOUS:
            self.lookup.give(told.answer.decision.candidates)
        elif told.verdict is Verdict.QUESTION:
            self.filling.ask_question(told)

    def _unsaved(self, _unsaved: Unsaved) -> None:
        self.sounds.play(self.parts.stage.scene.family)
        self.greeter.moment()
        self._saved()

    def _recovered(self, saved: list[Saved]) -> None:
        """The newest is shown, unless somebody is at something else by now."""
        self._saved()
        stage = self.parts.stage
        if stage.isVisible() and stage.scene.sort is Sort.NOT_SAVED:
            self.flow.show_late(saved[-1].result)

    def _saving(self, slow: bool) -> None:
        if slow:
            self.parts.top.saving()
        else:
            self._saved()

    def _saved(self) -> None:
        waiting = self.flow.writings.waiting
        if not self.keeps_open():
            self.context.messages.withdraw(CLOSING)
        if self.session.read_only:
            self.parts.top.read_only()
        elif waiting:
            self.parts.top.not_saved(waiting)
        else:
            self.parts.top.saved()

    def undo(self) -> None:
        """Takes back the last thing that this desk did at the door."""
        if corrected := self._corrected:
            entry, name = corrected

            def job(event: EventFile) -> deeds.Undone:
                return deeds.undo_entry(event, entry.id, name)
        else:
            job = deeds.undo
        self.session.write(job, self._undone, self._not_undone)

    def _undone(self, undone: deeds.Undone) -> None:
        if not isValid(self):
            return
        self._corrected = None
        self._show(idle())
        self._rest()
        entry = undone.entry
        said = done_words(entry, words.isolate(undone.name), entry.moment.hour_minute())
        self.parts.strip.say(_("Undone: {what}.").format(what=said), False)

    def _not_undone(self, error: Exception) -> None:
        if not isinstance(error, CheckinError):
            raise error
        self.context.messages.problem(error, about="undo")

    def _is_corrected(self, entry: Entry, guest: Attendee) -> None:
        self._corrected = (entry, words.isolate(guest.name))
        self.flow.about(guest)
        said = _("The name is {name} now.").format(name=words.isolate(guest.name))
        self.parts.strip.say(said, False)
        self._tell_last()

    # -- looking up, and other things of the top

    def _stands(self, guest: Attendee) -> Standing:
        now = self.context.clock.now()
        return standing_of(guest, self.flow.where.list_id, now)

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
        self.flow.where = where
        self._rest()
        self.refresh()

    def _toggle_sound(self) -> None:
        on = not self.context.settings.get("sounds")
        self.context.settings.set("sounds", on)
        self.parts.top.show_sound(on)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter typed anywhere looks somebody up."""
        if self._to_search(event) or self.lookup.key(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list of lists would take a letter for the name of a list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._to_search(event)
        return super().eventFilter(watched, event)

    def _to_search(self, event: QKeyEvent) -> bool:
        hotkey = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        text = event.text()
        if hotkey or not text.strip() or not text.isprintable():
            return False
        edit = self.parts.search.edit
        edit.setFocus()
        edit.insert(text)
        return True
