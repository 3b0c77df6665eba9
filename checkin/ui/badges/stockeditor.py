"""One's own sheet: fields on the left, the drawing that follows them on the right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from checkin.badges.faults import Fault, doubts, faults
from checkin.badges.measuring import Part, Typed, read_typed, written
from checkin.badges.ownstocks import as_stock, is_folded
from checkin.model.i18n import _
from checkin.settings import OwnStock, Unit
from checkin.ui import look
from checkin.ui.badges.stockdrawing import StockDrawing
from checkin.ui.badges.stockfields import MeasureFields
from checkin.ui.tokens import GAP, PAD, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, Line, column, held, row, scrolled
from checkin.ui.widgets.header import PageHeader
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Label

_WIDE = 400
_DOUBT = 40
"""px below the drawing, kept for what may be odd: two lines."""


class StockEditor(QWidget):
    """Holds the measures while they are typed; saves nothing itself."""

    saved = Signal(object, str)
    """An OwnStock, and the name of the one in whose place it comes; empty: none."""
    given_up = Signal()
    removed = Signal(str)
    """The name of the one that is to go."""

    def __init__(self, own: OwnStock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.own = own
        """The measures as far as they can be read."""
        self._begun, self._old = written(own), ""
        self._taken: list[str] = []
        self._named = False
        """Whether it is time to miss a name."""
        self._latest: Part | None = None
        self.remove = Button(_("Delete"), Kind.DANGER, icon="trash-2")
        self.header = PageHeader(_("Your own sheet"), self.remove)
        self.fields = MeasureFields()
        self.drawing = StockDrawing(own)
        self.doubt = Label("", Role.SMALL, "again", wrap=True)
        self.save = Button(
            _("Save and use"), Kind.PRIMARY, icon="check", keys=_("Enter")
        )
        self.cancel = Button(_("Cancel"), Kind.QUIET, keys=_("Esc"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.fields.setContentsMargins(0, 0, 0, 0)
        inner = column(self.fields, None, margin=PAD)
        self._left = Card(pad=0, gap=0)
        self._room = scrolled(held(inner))
        self._left.box.addWidget(self._room, 1)
        self._left.box.addWidget(Line())
        foot = row(self.save, self.cancel, None, gap=4)
        foot.setContentsMargins(PAD, 12, PAD, 12)
        self._left.box.addLayout(foot)
        right = Card("sunken", pad=12, gap=4)
        right.box.addWidget(self.drawing, 1)
        self._mark = Icon("triangle-alert", "again_mark", 16)
        self._below = held(row(self._mark, self.doubt, gap=8))
        right.box.addWidget(self._below)
        sides = row(self._left, gap=GAP)
        sides.addWidget(right, 1)
        page = column(self.header, gap=GAP)
        page.addLayout(sides, 1)
        self.setLayout(page)
        self._measure()

    def _connect(self) -> None:
        self.fields.changed.connect(self._typed)
        self.fields.current.connect(self._at)
        self.fields.unit_chosen.connect(self._use_unit)
        self.fields.gap_chosen.connect(self._use_gap)
        self.fields.entered.connect(self.try_to_save)
        self.save.clicked.connect(self.try_to_save)
        self.cancel.clicked.connect(self.given_up)
        self.remove.clicked.connect(lambda: self.removed.emit(self._old))

    def _measure(self) -> None:
        self._left.setFixedWidth(look.look().px(_WIDE))
        self._below.setFixedHeight(look.look().px(_DOUBT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    # -- beginning

    def begin(self, own: OwnStock, taken: Sequence[str], old: str = "") -> None:
        """Shows these measures.

        Args:
            own: what to begin with.
            taken: names of the user's other sheets.
            old: the name of the one that is changed; empty for a new one.
        """
        self.own, self._taken, self._old = own, list(taken), old
        self._named, self._latest = bool(own.name), None
        self._begun = written(own)
        self.fields.show_typed(self._begun)
        self.remove.setVisible(bool(old))
        words = _("Change your sheet") if old else _("Your own sheet")
        self.header.title.setText(words)
        self.header.show_state(_("Measure it with a ruler. It stays on this computer."))
        self._show()
        self.fields.focus(Part.NAME)

    def bring_back(self, typed: Typed) -> None:
        """What was typed before and given up."""
        self.fields.show_typed(typed)
        self._typed(None)

    def typed(self) -> Typed:
        """What stands in the fields."""
        return self.fields.typed(by_gap=self.own.by_gap)

    @property
    def dirty(self) -> bool:
        """Whether anything was changed."""
        return self.typed() != self._begun

    @property
    def old(self) -> str:
        """The name of the one that is changed; empty for a new one."""
        return self._old

    # -- while it is typed

    def _typed(self, part: Part | None) -> None:
        self._latest = part
        self._named = self._named or part is Part.NAME
        self._show()

    def _at(self, part: Part | None) -> None:
        """The cursor is there: it is to be seen, and its measure in the drawing."""
        self.drawing.show_current(part)
        if part is not None:
            self._room.ensureWidgetVisible(self.fields.fields[part], 0, PAD)

    def _show(self) -> None:
        """Reads the fields; drawing and sentences follow."""
        found = self._read()
        shown = [f for f in found if f.part is not Part.NAME or self._named]
        self.fields.show_faults(shown)
        self.fields.show_needed(
            {Part.ACROSS: self.own.columns != 1, Part.DOWN: self.own.rows != 1},
            _("There is only one: it has no neighbour."),
        )
        self.drawing.show_measures(self.own, shown, folded=is_folded(self.own))
        self._say_doubt("" if shown else doubts(self.own))

    def _read(self) -> list[Fault]:
        self.own, unread = read_typed(self.typed(), self.own)
        return faults(self.own, unread, self._taken, self._latest)

    def _say_doubt(self, words: str) -> None:
        self.doubt.setText(words)
        self._mark.setVisible(bool(words))

    def _use_unit(self, unit: Unit) -> None:
        """The same lengths in the other unit."""
        self._rewrite(replace(self.own, unit=unit))

    def _use_gap(self, by_gap: bool) -> None:
        """The same sheet, measured the other way."""
        self._rewrite(replace(self.own, by_gap=by_gap))

    def _rewrite(self, own: OwnStock) -> None:
        self.own = own
        self.fields.show_typed(replace(written(own), paper=own.paper))
        self._show()

    # -- the end

    def try_to_save(self) -> None:
        """Tells the measures, or goes to the first field that is wrong."""
        self._named = True
        found = self._read()
        if found:
            self._show()
            self.fields.focus(found[0].part)
            return
        as_stock(self.own)  # what has no fault is a stock
        self.saved.emit(self.own, self._old)
