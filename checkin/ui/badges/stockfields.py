"""Fields for the measures of one's own sheet: in rows, a sentence below each."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.badges.faults import Fault
from checkin.badges.lengths import write_length
from checkin.badges.measuring import PAIRS, Part, Typed
from checkin.badges.ownstocks import PAPERS
from checkin.model.i18n import N_, _
from checkin.settings import Unit
from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.card import column, held, row
from checkin.ui.widgets.choices import Choice, Pills
from checkin.ui.widgets.fields import ComboBox, Field
from checkin.ui.widgets.text import Elided, Label

_LABELS = {
    Part.NAME: N_("Name"),
    Part.PAPER_WIDTH: N_("Paper width"),
    Part.PAPER_HEIGHT: N_("Paper height"),
    Part.WIDTH: N_("Width"),
    Part.HEIGHT: N_("Height"),
    Part.CORNER: N_("Corner radius"),
    Part.COLUMNS: N_("Columns"),
    Part.ROWS: N_("Rows"),
    Part.LEFT: N_("Left margin"),
    Part.TOP: N_("Top margin"),
    Part.ACROSS: N_("Across"),
    Part.DOWN: N_("Down"),
}
_EXPLAINED = {
    Part.WIDTH: N_("Width of one badge"),
    Part.HEIGHT: N_("Height of one badge"),
    Part.CORNER: N_("Radius of the rounded corners"),
    Part.LEFT: N_("From the left edge of the paper to the first badge"),
    Part.TOP: N_("From the top edge of the paper to the first badge"),
}
"""Where the label is short because of its heading."""
_GAPS = (N_("Gap across"), N_("Gap down"))
_EDGES = (N_("From edge to edge, across"), N_("From edge to edge, down"))
_MESSAGE = 18
"""px of the line below a row: always there, so that nothing jumps."""


class _Row(QWidget):
    """Fields side by side, and what is wrong with one of them."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self.message = Elided("", Role.SMALL, "stop_ink")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        side = row(gap=10)
        for field in fields:
            side.addWidget(field, 1)
        box.addLayout(side)
        box.addWidget(self.message)
        self._measure()

    def _measure(self) -> None:
        self.message.setFixedHeight(look.look().px(_MESSAGE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()


class MeasureFields(QWidget):
    """All that is asked for; knows nothing of what is right."""

    changed = Signal(object)
    """The Part that was typed; None: the paper."""
    current = Signal(object)
    """The Part whose field has the focus; None: none has."""
    unit_chosen = Signal(object)
    gap_chosen = Signal(bool)
    entered = Signal()
    """Enter in a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self._unit = Unit.MM
        self.fields: dict[Part, Field] = {}
        self._rows: dict[Part, _Row] = {}
        self.name = self._row(Part.NAME)
        self.paper = ComboBox(_("Paper"))
        self.paper.on_choice(self._paper_chosen)
        self.unit = Pills(_("Measured in"))
        self.unit.on_choice(self.unit_chosen.emit)
        self.own_paper = self._row(Part.PAPER_WIDTH, Part.PAPER_HEIGHT)
        self.badge = self._row(Part.WIDTH, Part.HEIGHT, Part.CORNER)
        self.grid = self._row(Part.COLUMNS, Part.ROWS, Part.LEFT, Part.TOP)
        self.by = Pills(_("To the next badge"))
        self.by.on_choice(self.gap_chosen.emit)
        self.apart = self._row(Part.ACROSS, Part.DOWN)
        self._lay_out()

    def _row(self, *parts: Part) -> _Row:
        for part in parts:
            field = self.fields[part] = Field(_(_LABELS[part]))
            field.edit.setAccessibleName(_(_EXPLAINED.get(part, _LABELS[part])))
            field.edit.setMinimumWidth(1)
            field.edit.textChanged.connect(lambda _text, p=part: self.changed.emit(p))
            field.edit.returnPressed.connect(self.entered)
            field.edit.installEventFilter(self)
        made = _Row(*(self.fields[part] for part in parts))
        for part in parts:
            self._rows[part] = made
        return made

    def _lay_out(self) -> None:
        label = Label(_("Paper"), Role.SMALL_BOLD, "ink2")
        label.setBuddy(self.paper)
        paper = row(self.paper, gap=10)
        paper.setStretch(0, 1)
        paper.addWidget(self.unit)
        parts = (
            self.name, held(column(label, held(paper), gap=4)), 12, self.own_paper,
            _heading(_("One badge")), self.badge,
            _heading(_("On the sheet")), self.grid,
            held(row(_heading(_("To the next badge")), None, self.by)), self.apart,
        )  # fmt: skip
        self.setLayout(column(*parts, gap=4))

    # -- what stands in them

    def typed(self, *, by_gap: bool) -> Typed:
        """As it stands there now."""
        texts = {part: field.edit.text() for part, field in self.fields.items()}
        return Typed(texts, self.paper.currentData() or "", self._unit, by_gap)

    def show_typed(self, typed: Typed) -> None:
        """Other measures, without telling anybody that they changed."""
        self._unit = typed.unit
        self.unit.show_choices(
            [Choice(Unit.MM, _("mm")), Choice(Unit.INCH, _("inches"))], typed.unit
        )
        self.by.show_choices(
            [Choice(False, _("Edge to edge")), Choice(True, _("Gap"))], typed.by_gap
        )
        papers = [(name, name) for name in PAPERS]
        self.paper.fill([*papers, (_("Own size…"), "")], typed.paper)
        for part in self.fields:
            self._put(part, typed.texts[part])
        self._name_distances(by_gap=typed.by_gap)
        self._show_paper()

    def _put(self, part: Part, text: str) -> None:
        edit = self.fields[part].edit
        blocked = edit.blockSignals(True)
        edit.setText(text)
        edit.setCursorPosition(0)
        edit.blockSignals(blocked)

    def _name_distances(self, *, by_gap: bool) -> None:
        """What the last two fields ask for; their heading says it to those who see."""
        said = zip(PAIRS["pitch"], _GAPS if by_gap else _EDGES, strict=True)
        for part, words in said:
            self.fields[part].edit.setAccessibleName(_(words))

    def _show_paper(self) -> None:
        self.own_paper.setVisible(not self.paper.currentData())

    def _paper_chosen(self, _name: Any) -> None:
        if size := PAPERS.get(self.paper.currentData()):
            for part, side in zip(PAIRS["paper_size"], size, strict=True):
                self._put(part, write_length(side, self._unit))
        self._show_paper()
        self.changed.emit(None)

    # -- what is wrong with it

    def show_faults(self, found: Sequence[Fault]) -> None:
        """Marks the fields, and says below each row what the matter is."""
        wrong = {fault.part: fault.words for fault in found}
        said: dict[_Row, str] = dict.fromkeys(self._rows.values(), "")
        for part in reversed(Part):
            words = wrong.get(part, "")
            if words:
                said[self._rows[part]] = words
            _mark(self.fields[part], words)
        for made, words in said.items():
            made.message.setText(words)

    def show_needed(self, needed: Mapping[Part, bool], why: str) -> None:
        """Takes away what makes no sense now: the distance to a second row of one."""
        for part, is_needed in needed.items():
            edit = self.fields[part].edit
            edit.setEnabled(is_needed)
            edit.setToolTip("" if is_needed else why)

    def focus(self, part: Part) -> None:
        """Goes to a field, with all of it chosen."""
        self.fields[part].edit.setFocus()
        self.fields[part].edit.selectAll()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            came = event.type() == QEvent.Type.FocusIn
            part = next(p for p, f in self.fields.items() if f.edit is watched)
            self.current.emit(part if came else None)
        return super().eventFilter(watched, event)


def _heading(words: str) -> Label:
    return Label(words, Role.BODY_BOLD)


def _mark(field: Field, words: str) -> None:
    """A red edge; the sentence is told to screen readers with the field."""
    if field.edit.property("wrong") != bool(words):
        field.edit.setProperty("wrong", bool(words))
        field.edit.style().unpolish(field.edit)
        field.edit.style().polish(field.edit)
    field.edit.setAccessibleDescription(words)
