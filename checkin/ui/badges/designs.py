"""The designs as pictures of a real badge: a few at once, or all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QWidget

from checkin.badges import Design, Stock
from checkin.model.i18n import _
from checkin.ui.badges.designtile import WIDTH, DesignTile
from checkin.ui.badges.pictures import BadgePicture
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size, close_button
from checkin.ui.widgets.card import Card, column, held, row, scrolled
from checkin.ui.widgets.text import Label

_FINENESS = 4
_FEW = 6
"""So many are shown beside the other choices, half of them in a small window."""


class DesignGrid(QWidget):
    """Some designs, two in a row or one; one of them is chosen."""

    chosen = Signal(object)
    """A Design."""

    def __init__(self, designs: Sequence[Design]) -> None:
        super().__init__()
        self.setProperty("ground", "none")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda tile: self.chosen.emit(tile.design))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._columns = 2
        self.tiles = [DesignTile(design, self) for design in designs]
        for tile in self.tiles:
            self._group.addButton(tile)
        self._most = len(self.tiles)
        self._arrange()

    @property
    def shown(self) -> list[DesignTile]:
        """Those that are to be seen: the first ones, and the chosen one anyway."""
        few = self.tiles[: self._most]
        chosen = [tile for tile in self.tiles if tile.isChecked()]
        if chosen and chosen[0] not in few:
            few[-1] = chosen[0]
        return few

    def set_columns(self, columns: int, most: int | None = None) -> None:
        """How many stand in a row, and how many in all."""
        self._columns = columns
        self._most = min(most or len(self.tiles), len(self.tiles))
        self._arrange()

    def _arrange(self) -> None:
        shown = self.shown
        for tile in self.tiles:
            self._grid.removeWidget(tile)
            tile.setHidden(tile not in shown)
        middle = Qt.AlignmentFlag.AlignHCenter
        for number, tile in enumerate(shown):
            at = divmod(number, self._columns)
            self._grid.addWidget(tile, *at, middle)

    def show_stock(self, stock: Stock) -> None:
        """For badges of another shape."""
        for tile in self.tiles:
            tile.show_shape(stock)

    def show_chosen(self, design: Design) -> None:
        """Ticks one."""
        for tile in self.tiles:
            tile.setChecked(tile.design.name == design.name)
        if any(tile.isChecked() and tile.isHidden() for tile in self.tiles):
            self._arrange()

    def show_picture(self, found: BadgePicture) -> None:
        """The badge in one design."""
        for tile in self.tiles:
            if tile.design.name == found.design.name:
                tile.show_picture(found)


def picture_width() -> int:
    """Of a badge's picture, in pixels: more than the screen has, see `Fine`."""
    return WIDTH * _FINENESS


class DesignCard(Card):
    """A few designs; the ways to all of them, and to those for ticket types."""

    all_wanted = Signal()
    tickets_wanted = Signal()

    def __init__(
        self, designs: Sequence[Design], stock: Stock, parent: QWidget | None = None
    ) -> None:
        super().__init__(pad=12, gap=2, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.setContentsMargins(10, 6, 10, 4)
        self.grid = DesignGrid(designs)
        self.all = Button(
            _("All {n:,}").format(n=len(designs)), Kind.QUIET, size=Size.SMALL
        )
        self.all.set_trailing("chevron-right")
        self.all.setAccessibleName(_("All {n:,} designs").format(n=len(designs)))
        self.all.clicked.connect(self.all_wanted)
        title = Label(_("Design"), Role.SMALL_BOLD, "ink2")
        title.setContentsMargins(4, 0, 0, 0)
        self.others = Label("", Role.SMALL, "ink2", wrap=True)
        self.others.setContentsMargins(4, 0, 0, 0)
        self.others.hide()
        self.by_ticket = Button(
            _("Another for a ticket type…"), Kind.QUIET, icon="tag", size=Size.SMALL
        )
        self.by_ticket.clicked.connect(self.tickets_wanted)
        self.box.addLayout(row(title, None, self.all))
        self.box.addWidget(self.grid)
        self.box.addWidget(self.others)
        self.box.addLayout(row(self.by_ticket, None))
        self.grid.show_stock(stock)
        self.set_columns(2)

    def set_columns(self, columns: int) -> None:
        """How many stand in a row; three rows at most."""
        self.grid.set_columns(columns, _FEW * columns // 2)
        self.all.setVisible(len(self.grid.shown) < len(self.grid.tiles))

    def show_others(self, by_ticket: Sequence[tuple[str, Design]]) -> None:
        """Which ticket types have a design of their own."""
        words = [
            _("{ticket_type}: {design}").format(ticket_type=name, design=_(one.title))
            for name, one in by_ticket
        ]
        self.others.setText(" · ".join(words))
        self.others.setVisible(bool(words))


class Gallery(Card):
    """All designs, in the place of the left column; the sheet follows at once."""

    left = Signal()

    def __init__(
        self, designs: Sequence[Design], stock: Stock, parent: QWidget | None = None
    ) -> None:
        super().__init__(pad=12, gap=8, parent=parent)
        self.grid = DesignGrid(designs)
        self.grid.show_stock(stock)
        self.about = Label("", Role.SMALL, "ink2", wrap=True)
        self.about.setContentsMargins(4, 0, 4, 0)
        cross = close_button()
        cross.clicked.connect(self.left)
        title = Label(_("Designs"), Role.H3)
        title.setContentsMargins(4, 0, 0, 0)
        self.ground = scrolled(held(column(held(row(None, self.grid, None)), None)))
        self.box.addLayout(row(title, None, cross))
        self.box.addWidget(self.about)
        self.box.addWidget(self.ground, 1)

    def set_columns(self, columns: int) -> None:
        """How many stand in a row."""
        self.grid.set_columns(columns)

    def show_chosen(self, design: Design) -> None:
        """Ticks one, and says what it is for."""
        self.grid.show_chosen(design)
        self.about.setText(_(design.about))

    def begin(self) -> None:
        """The chosen one has the focus, and is to be seen."""
        for tile in self.grid.tiles:
            if tile.isChecked():
                tile.setFocus()
                self.ground.ensureWidgetVisible(tile)
