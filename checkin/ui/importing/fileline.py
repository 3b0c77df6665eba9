"""The line about the file: its name, how it was read, and what it is a version of."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.importing.differently import Differently
from checkin.ui.importing.field_choice import WideList
from checkin.ui.importing.outlook import Outlook
from checkin.ui.importing.words import columns_counted, rows_counted, rows_shown
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import column, row
from checkin.ui.widgets.chip import Chip
from checkin.ui.widgets.icon import Icon
from checkin.ui.widgets.text import Elided, Label

_SAYS = 184
"""px for “A newer version…”."""
_LEAST = 96
"""Fewer px say nothing of how a file was read."""


class FileLine(QWidget):
    """Choices only where there is something to choose."""

    how_chosen = Signal(object)
    """A ReadAs: the file should be read like that."""
    source_chosen = Signal(str)
    """The name of the list; a new one for a list of its own."""
    columns_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "none")
        self.name = Elided("", Role.BODY_BOLD)
        self.name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.system = Chip()
        self.system.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.how = Elided("", Role.BODY, "ink2")
        self.rows = Label("", Role.SMALL, "ink2")
        self.source = _Source(_("Which list this is"))
        self.source.on_choice(self.source_chosen.emit)
        self.differently = _toggle(_("Read it differently…"), "sliders-horizontal")
        self.differently.clicked.connect(self._toggle_ways)
        self.columns = _toggle(_("Show the columns"), "table-2")
        self.columns.clicked.connect(self._toggle_columns)
        self._columns_shown = False
        self.ways = Differently()
        self.ways.chosen.connect(self.how_chosen)
        self.ways.hide()
        line = row(
            Icon("file-spreadsheet", "accent_ink", 24), 2, self.name, self.system
        )
        line.addWidget(self.how, 1)
        line.addStretch(0)  # takes its place where there is no room for it
        for part in (self.source, self.differently, self.columns, self.rows):
            line.addWidget(part)
        box = column(gap=8)
        box.addLayout(line)
        box.addWidget(self.ways)
        self.setLayout(box)

    def show_outlook(self, outlook: Outlook) -> None:
        """What is known of the file."""
        self.name.setText(outlook.file)
        words = _("Looks like {system}").format(system=outlook.looks_like)
        self.system.show_words(words, "accent")
        self.system.setVisible(bool(outlook.looks_like))
        self.how.setText(outlook.how)
        self.name.setToolTip(f"{outlook.file}: {outlook.how}")
        self.source.setVisible(bool(outlook.lists))
        self.source.fill(_sources(outlook), outlook.source)
        self.how.setToolTip(outlook.how)
        self.ways.show_ways(outlook.ways)
        self.columns.setVisible(outlook.familiar)
        self._make_room()

    def show_rows(self, shown: int, rows: int) -> None:
        """How many of all rows are in the preview; 0 while it is not to be seen."""
        self.rows.setText(rows_shown(shown, rows) if shown else "")
        self._make_room()

    def open_ways(self) -> None:
        """How else the file could be read."""
        self._show_ways(True)

    def close_choices(self) -> None:
        """For another file."""
        self._show_ways(False)
        self._say_columns(False)

    def tell_read(self, outlook: Outlook) -> None:
        """It was read again, as the user wanted; what came of it."""
        columns = len(outlook.columns)
        self.ways.tell(
            _("Read again: {rows}, {columns}.").format(
                rows=rows_counted(outlook.rows), columns=columns_counted(columns)
            )
        )

    def _make_room(self) -> None:
        """How it was read is told only where the other parts leave room for it."""
        parts = (self.name, self.system, self.source, self.differently, self.columns)
        shown = [part for part in (*parts, self.rows) if not part.isHidden()]
        taken = sum(part.sizeHint().width() + 8 for part in shown)
        left = self.width() - taken - look.look().px(24 + 18)
        self.how.setVisible(left >= look.look().px(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _toggle_ways(self) -> None:
        self._show_ways(self.ways.isHidden())

    def _show_ways(self, show: bool) -> None:
        self.ways.setVisible(show)
        self.ways.told.setText(_("The file is read again whenever you choose."))
        self.differently.set_trailing("chevron-up" if show else "chevron-down")

    def _toggle_columns(self) -> None:
        self._say_columns(not self._columns_shown)
        self.columns_wanted.emit(self._columns_shown)

    def _say_columns(self, shown: bool) -> None:
        self._columns_shown = shown
        self.columns.setText(_("Hide the columns") if shown else _("Show the columns"))


class _Source(WideList):
    """Beside a long file name it still says whether it is a newer version."""

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(_SAYS), super().minimumSizeHint().height())


def _toggle(words: str, icon: str) -> Button:
    return Button(words, Kind.QUIET, icon=icon, size=Size.SMALL)


def _sources(outlook: Outlook) -> list[tuple[str, str]]:
    """(words, name): a newer version of a known list, or a list of its own."""
    newer = _("A newer version of {name}")
    known = [(newer.format(name=name), name) for name in outlook.lists]
    own = outlook.source
    if own in outlook.lists:
        own = _fresh(outlook)
    return [*known, (_("A list of its own"), own)]


def _fresh(outlook: Outlook) -> str:
    """The file's name, numbered until no list is called so."""
    stem = outlook.file.rpartition(".")[0] or outlook.file
    taken = {name.casefold() for name in outlook.lists}
    name, number = stem, 2
    while name.casefold() in taken:
        name = f"{stem} ({number})"
        number += 1
    return name
