"""One column of the preview: what it is taken for, how sure that is, and its rows."""

from collections.abc import Container, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QStandardItemModel,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from checkin.importing import Certainty
from checkin.importing.columns_meaning import EXTRA, IGNORE
from checkin.ui import look
from checkin.ui.importing.cell import NOTHING, PAD, CellButton, CellEditor
from checkin.ui.importing.column_paint import (
    EDGE,
    GROUND,
    ROW,
    TOP,
    draw_band,
    draw_cell,
    draw_head,
    heading_begins,
    height_of,
    is_cut,
    mark_of,
    rows_begin,
)
from checkin.ui.importing.field_choice import CHOICE, NARROWEST, FieldChoice
from checkin.ui.importing.outlook import Cell, ColumnShown
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import tip

_WIDEST = 208


class Column(QWidget):
    """The choice is a combo box, odd cells are buttons; the rest is painted."""

    chosen = Signal(object, str)
    """(this column, field), by the user."""
    reached = Signal(object)
    mended = Signal(object, object, str)
    """(this column, Cell, what it should say), by the user."""

    def __init__(
        self, shown: ColumnShown, model: QStandardItemModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.shown = shown
        self._rows: Sequence[int] = range(len(shown.cells))
        self._spare = 0
        self._needed = 0
        """Its width, once measured."""
        self._last = False
        self._focus: Container[int] = ()
        self.buttons: dict[int, CellButton] = {}
        """Those to put right, by row."""
        self.editor: CellEditor | None = None
        self.choice = FieldChoice(shown.heading, model, self)
        self.choice.on_choice(lambda field: self.chosen.emit(self, field))
        self.choice.reached.connect(lambda: self.reached.emit(self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_column(shown)

    def show_column(self, shown: ColumnShown) -> None:
        """Other contents for the same column."""
        self.shown = shown
        self._needed = 0
        at = self.choice.findData(shown.field)
        self.choice.setCurrentIndex(max(0, at))
        quiet = shown.field in (EXTRA, IGNORE)
        check = shown.certainty is Certainty.CHECK
        self.choice.set_tone("check" if check else "extra" if quiet else "")
        certainty = mark_of(shown)[2]
        self.choice.setAccessibleDescription(certainty)
        cells = "; ".join(cell.odd or cell.text or NOTHING for cell in shown.cells)
        self.setAccessibleName(f"{shown.heading}: {certainty}")
        self.setAccessibleDescription(cells)
        self.updateGeometry()
        self.update()

    def show_rows(self, rows: Sequence[int], focus: Container[int] = ()) -> None:
        """Only these of its cells, from 0; `focus` are the rows it is all about."""
        self._rows, self._focus = rows, focus
        self._make_buttons()
        self.updateGeometry()
        self.update()

    def spread(self, spare: int, last: bool) -> None:
        """So many px more than it needs; no line behind the last column."""
        if (spare, last) != (self._spare, self._last):
            self._spare, self._last = spare, last
            self.updateGeometry()
            self.update()

    def stops(self) -> list[QWidget]:
        """What can be reached by Tab, from top to bottom."""
        return [self.choice, *(self.buttons[row] for row in sorted(self.buttons))]

    # -- cells that are put right

    def edit(self, row: int) -> None:
        """Opens a line over the cell of a row that is to be seen."""
        found = (i for i in self._rows if self.shown.cells[i].row == row)
        place = next(found, None)
        if place is None or self.editor is not None:
            return
        cell = self.shown.cells[place]
        editor = CellEditor(cell, self.shown.heading, self)
        editor.taken.connect(lambda text: self._take(cell, text))
        editor.left.connect(lambda: self._close(row))
        self.editor = editor
        self._place()
        editor.show()
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take(self, cell: Cell, text: str) -> None:
        self._close(cell.row)
        if text != cell.text:
            self.mended.emit(self, cell, text)

    def _close(self, row: int) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        if editor.hasFocus() and row in self.buttons:
            self.buttons[row].setFocus(Qt.FocusReason.ShortcutFocusReason)
        editor.hide()
        editor.deleteLater()

    def _make_buttons(self) -> None:
        """One for each cell that is odd or was; the others are painted."""
        cells = [self.shown.cells[i] for i in self._rows]
        wanted = {c.row: c for c in cells if c.odd or c.was is not None}
        for row in [row for row in self.buttons if row not in wanted]:
            button = self.buttons.pop(row)
            button.hide()
            button.deleteLater()
        for row, cell in wanted.items():
            if row not in self.buttons:
                self.buttons[row] = CellButton(cell, self.shown.heading, self)
                self.buttons[row].clicked.connect(lambda _c=False, n=row: self.edit(n))
                self.buttons[row].show()
            self.buttons[row].show_cell(cell)
        self._place()

    def _ground(self, at: int) -> QRect:
        """Where the cell of the `at`th row is."""
        px = look.look().px
        top = rows_begin() + at * px(ROW)
        wide = self.width() - 2 * px(EDGE)
        return QRect(px(EDGE), top + px(3), wide, px(GROUND))

    # -- measures

    def sizeHint(self) -> QSize:
        px = look.look().px
        return QSize(self.needed() + self._spare, px(height_of(len(self._rows))))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def needed(self) -> int:
        """Its width, as far as there is no room to spare."""
        self._needed = self._needed or self._measured()
        return self._needed

    def _measured(self) -> int:
        px, metrics = look.look().px, look.look().metrics
        cells = [(c.text, c.odd or c.was is not None) for c in self.shown.cells]
        advance = metrics(Role.BODY).horizontalAdvance
        texts = [advance(text) + (px(22) if marked else 0) for text, marked in cells]
        heading = metrics(Role.SMALL_BOLD).horizontalAdvance(self.shown.heading)
        field = metrics(Role.BODY).horizontalAdvance(self.choice.currentText())
        longest = max(*texts, heading, field + px(28), 0.0)
        wanted = longest + px(2 * (EDGE + PAD))
        return round(min(max(wanted, px(NARROWEST)), px(_WIDEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        px = look.look().px
        wide = self.width() - 2 * px(EDGE)
        self.choice.setGeometry(px(EDGE), px(TOP), wide, px(CHOICE))
        for at, place in enumerate(self._rows):
            row, box = self.shown.cells[place].row, self._ground(at)
            if row in self.buttons:
                self.buttons[row].setGeometry(box)
            if self.editor and self.editor.row == row:
                tall = self.editor.sizeHint().height()
                top = box.center().y() - tall // 2
                self.editor.setGeometry(box.left(), top, box.width(), tall)
                self.editor.raise_()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._needed = 0
            self.updateGeometry()
            self._place()
            self.update()

    # -- what is cut

    def event(self, event: QEvent) -> bool:
        """The whole of a heading or a cell, where only its beginning has room."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos().y()), self)
            return True
        return bool(super().event(event))

    def told_at(self, y: int) -> str:
        """What is painted at that height, where it is cut; else nothing."""
        first = rows_begin()
        at = (y - first) // look.look().px(ROW)
        if heading_begins() <= y < first:
            text, role = self.shown.heading, Role.SMALL_BOLD
        elif 0 <= at < len(self._rows):
            text, role = self.shown.cells[self._rows[at]].text, Role.BODY
        else:
            return ""
        return tip(text) if is_cut(text, role, self.width()) else ""

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = look.look().px
        line = look.colour("line")
        if not self._last:
            painter.fillRect(self.width() - 1, px(6), 1, self.height() - px(12), line)
        draw_head(painter, self.shown, self.width())
        y = rows_begin()
        for place in self._rows:
            cell = self.shown.cells[place]
            if cell.row in self._focus:
                draw_band(painter, y, self.width())
            if cell.row not in self.buttons:
                draw_cell(painter, self.shown, cell, y, self.width())
            y += px(ROW)
        painter.end()
