"""What scrolls on the import page: the file, its columns, and what is odd about it."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.ui import look
from checkin.ui.importing.card import GroupCard
from checkin.ui.importing.column import Column
from checkin.ui.importing.fileline import FileLine
from checkin.ui.importing.grid import Grid
from checkin.ui.importing.outlook import ROWS, Outlook
from checkin.ui.importing.problems import Problems
from checkin.ui.tokens import GAP, MARGIN
from checkin.ui.widgets.card import scrolled

_NARROW, _LOW = 1000, 720
"""Below these, in px of the page, problems are one list and the preview is short."""
_FEW_ROWS = 3
_GAP = 12
_BAR = 12
"""Width of the bar to scroll up and down."""


class Body(QWidget):
    """Takes what room there is between the sentence and the foot."""

    chosen = Signal(str, str)
    """(heading, field), by the user."""
    mended = Signal(str, object, str)
    """(heading, Cell, what it should say), by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = FileLine()
        self.grid = Grid()
        self.problems = Problems()
        self._rows = 0
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(MARGIN, 0, MARGIN, GAP)
        inside.setSpacing(_GAP)
        inside.addWidget(self.file)
        inside.addWidget(self.grid)
        inside.addWidget(self.problems)
        inside.addStretch(1)
        self._inside = inside
        self._area = scrolled(content)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_margin)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._area)
        self.grid.chosen.connect(self.chosen)
        self.grid.mended.connect(self.mended)
        self.grid.reached.connect(self._reveal)
        self.grid.grown.connect(self._chain)
        self.problems.rebuilt.connect(self._chain)
        self.file.columns_wanted.connect(self._show_grid)

    def begin(self) -> None:
        """For another file."""
        self.grid.clear()
        self.file.close_choices()
        self._area.verticalScrollBar().setValue(0)

    def show_outlook(self, outlook: Outlook, first: bool) -> None:
        """A plan; the `first` one of a file decides whether its columns are shown."""
        self.file.show_outlook(outlook)
        self.grid.show_columns(outlook.columns, outlook.stuck, outlook.focus)
        self.problems.show_groups(outlook.groups)
        self._rows = outlook.rows
        if first or not outlook.familiar:
            self.grid.setVisible(not outlook.familiar)
        self._tell_rows()

    def show_columns(self, outlook: Outlook) -> None:
        """What the user has just said, or wants to see, before it is worked out."""
        self.grid.show_columns(outlook.columns, focus=outlook.focus)
        self._tell_rows()
        self._chain()

    def show_rows(self, outlook: Outlook) -> None:
        """The rows that a card is about; the preview is opened for them."""
        if self.grid.isHidden():
            self.file.columns.click()
        self.show_columns(outlook)

    def edit(self, row: int, heading: str) -> None:
        """Opens a cell of the preview."""
        if column := self.grid.edit(row, heading):
            self._reveal(column.editor or column)

    def take_typed(self) -> None:
        """A line over a cell that is still open is closed, and what it says taken."""
        for column in self.grid.columns:
            if column.editor is not None:
                column.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def questions(self) -> list[Column | GroupCard]:
        """All that is worth a look, in the order of the page."""
        columns = [] if self.grid.isHidden() else self.grid.to_check()
        cards = [card for card in self.problems.cards if card.shown.question]
        return [*columns, *cards]

    def ask(self, question: Column | GroupCard) -> None:
        """Brings a question into view and gives it the focus."""
        if isinstance(question, Column):
            question.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            question.ask()
        self._reveal(question)

    def ask_next(self, stuck: bool) -> None:
        """The question behind the one with the focus, round and round.

        `stuck`: nothing says where the names are, so each column is one.
        """
        questions = [*self.grid.columns] if stuck else self.questions()
        focus = self.window().focusWidget()
        here = [i for i, one in enumerate(questions) if one.isAncestorOf(focus)]
        if questions:
            at = here[0] + 1 if here else 0
            self.ask(questions[at % len(questions)])

    def set_room(self, width: int, height: int) -> None:
        """How large the page is."""
        px = look.look().px
        self.problems.set_narrow(width < px(_NARROW))
        self.grid.show_rows(_FEW_ROWS if height < px(_LOW) else ROWS)
        self._tell_rows()

    def _chain(self) -> None:
        """Tab goes from left to right and down, however late a part was made."""
        columns = [stop for column in self.grid.columns for stop in column.stops()]
        cards = [stop for card in self.problems.cards for stop in card.stops()]
        chain = [*self.file.ways.stops(), *columns, *cards]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _keep_margin(self, _least: int, most: int) -> None:
        """The bar stands in the margin, it takes no room from the cards."""
        right = MARGIN - _BAR if most else MARGIN
        self._inside.setContentsMargins(MARGIN, 0, right, GAP)

    def _show_grid(self, show: bool) -> None:
        self.grid.setVisible(show)
        self._tell_rows()

    def _tell_rows(self) -> None:
        shown = 0 if self.grid.isHidden() else self.grid.rows
        self.file.show_rows(shown, self._rows)

    def _reveal(self, widget: QWidget) -> None:
        self._area.ensureWidgetVisible(widget, 0, GAP)
