"""What stands around the stage, kept as it is now: lists, counts, last scans, Undo."""

from PySide6.QtCore import QObject, Signal

from checkin.model.i18n import _
from checkin.store.eventfile import EventFile
from checkin.ui.context import Context
from checkin.ui.door.around import Around, look_around
from checkin.ui.door.flow import Flow
from checkin.ui.door.parts import Parts
from checkin.ui.door.told import Told
from checkin.ui.door.topbar import Where, first_place, places
from checkin.ui.door.undoing import Undoing
from checkin.ui.door.walkin import WalkInForm


class Beside(QObject):
    """Asks the event, whoever wrote, and shows what it says."""

    moved = Signal(object)
    """A Where: the list that people were scanned for is not there any more."""
    past = Signal()
    """What the stage says holds no longer: undone since, or its guest is gone."""

    def __init__(
        self,
        context: Context,
        flow: Flow,
        undoing: Undoing,
        parts: Parts,
        walk_in: WalkInForm,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._flow, self._undoing = context, flow, undoing
        self._parts, self._walk_in = parts, walk_in
        self.around: Around | None = None

    def look(self) -> None:
        """How things are now; shown as soon as it is known."""
        where, now = self._flow.where.list_id, self._context.clock.now()
        told = self._flow.now

        def job(event: EventFile) -> Around:
            return look_around(event, where, now, told)

        self._context.session.ask(
            "door.around", job, lambda around: self._show(around, told)
        )

    def _show(self, around: Around, told: Told | None) -> None:
        before, self.around = self.around, around
        self._parts.counts.show_counts(around.counts)
        self._parts.scans.show_past(around.past)
        self.tell_last()
        if before is None or before.lists != around.lists:
            self._show_lists(before, around)
        self._walk_in.show_full(around.full_words(self._flow.where.list_id))
        if around.past_it and self._flow.now is told:
            self.past.emit()

    def tell_last(self) -> None:
        """What Undo would take back."""
        last = self._undoing.last(self.around.last if self.around else "")
        self._parts.strip.set_last(last)
        self._parts.undo.why_not("" if last else _("Nothing to undo so far."))
        if last:
            self._parts.undo.setToolTip(_("Takes back: {what}").format(what=last))

    def _show_lists(self, before: Around | None, around: Around) -> None:
        where = self._flow.where
        if where not in (known for _name, known in places(around.lists)):
            self._move(before.name_of(where.list_id) if before else "", around)
        self._parts.top.show_lists(around.lists, self._flow.where)

    def _move(self, gone: str, around: Around) -> None:
        """To another list, aloud: else people would be counted where they are not."""
        where: Where = first_place(around.lists)
        self.moved.emit(where)
        self._context.messages.warn(
            _("“{list}” is not there any more").format(list=gone),
            _("You scan for “{list}” now. Choose another one at the top.").format(
                list=around.name_of(where.list_id)
            ),
            about="list",
        )
