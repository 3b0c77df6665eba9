"""Keeps the sheets that the user measured: new, copied, changed, gone; with undo."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget

from checkin.badges import Stock, all_stocks
from checkin.badges.measuring import Typed
from checkin.badges.ownstocks import as_stock, copy_of
from checkin.badges.stocks import plain
from checkin.model.i18n import _
from checkin.settings import OwnStock
from checkin.ui.badges.left import Left
from checkin.ui.badges.stockeditor import StockEditor
from checkin.ui.context import Context, event_line
from checkin.ui.messages import Offer
from checkin.ui.printing import usual_stock

_ABOUT = "badges.own_stock"


class OwnStocks(QStackedWidget):
    """The page as it is, or the editor of one's own sheet in its place."""

    chosen = Signal(object)
    """The Stock that is to be used from now on."""
    closed = Signal()
    """The page is seen again."""

    def __init__(
        self, context: Context, left: Left, page: QWidget, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context, self._left, self._page = context, left, page
        self._owner = parent
        self._resting: list[QAction] = []
        self.editor = StockEditor(copy_of(usual_stock()))
        self.addWidget(page)
        self.addWidget(self.editor)
        self.editor.saved.connect(self._save)
        self.editor.given_up.connect(self.give_up)
        self.editor.removed.connect(self._remove)
        left.stocks.known = lambda: all_stocks(context.settings)
        left.stocks.measure_wanted.connect(self.measure)
        left.stocks.copy_wanted.connect(self.copy)
        left.stocks.change_wanted.connect(self.change)

    @property
    def editing(self) -> bool:
        """Whether the editor is open."""
        return self.currentWidget() is self.editor

    # -- opening

    def measure(self) -> None:
        """A new one; the usual sheet is what it begins with."""
        self._open(self._copy(usual_stock(), name=""))

    def copy(self, stock: Stock) -> None:
        """A new one that begins as another is."""
        name = _("My {part}").format(part=stock.part)
        self._open(self._copy(stock, name=self._free(name)))

    def change(self, stock: Stock) -> None:
        """One of the user's own."""
        if (own := self._own(stock.part)) is not None:
            self._open(own, old=own.name)

    def _copy(self, stock: Stock, name: str) -> OwnStock:
        known = self._own(stock.part) if stock.own else None
        return replace(known or copy_of(stock), name=name)

    def _own(self, name: str) -> OwnStock | None:
        known = self._context.settings.own_stocks()
        return next((one for one in known if one.name == name), None)

    def _free(self, name: str) -> str:
        """That name, or one with a number behind it."""
        taken = {plain(one) for one in self._names()}
        tries = [name, *(f"{name} {n}" for n in range(2, len(taken) + 3))]
        return next(one for one in tries if plain(one) not in taken)

    def _names(self, but: str = "") -> list[str]:
        known = self._context.settings.own_stocks()
        return [one.name for one in known if one.name != but]

    def _open(self, own: OwnStock, old: str = "") -> None:
        self._context.messages.withdraw(_ABOUT)
        self.editor.header.show_event(event_line(self._context.session))
        self.setCurrentWidget(self.editor)
        self.editor.begin(own, self._names(but=old), old)
        self._rest(resting=True)

    def _rest(self, *, resting: bool) -> None:
        """Meanwhile only Esc of the page's keys does anything: nothing is printed."""
        if resting:
            own = [a for a in self._owner.actions() if a.objectName() != "badges.back"]
            self._resting = [a for a in own if a.isEnabled()]
        for action in self._resting:
            action.setEnabled(not resting)
        if not resting:
            self._resting = []

    # -- closing

    def _close(self) -> None:
        self._rest(resting=False)
        self.setCurrentWidget(self._page)
        self.closed.emit()

    def give_up(self) -> None:
        """To the list of sheets; what was typed can be brought back."""
        lost = (self.editor.own, self.editor.typed(), self.editor.old)
        dirty = self.editor.dirty
        self._close()
        self._left.choose_stock()
        if dirty:
            self._context.messages.info(
                _("Your sheet is not saved"),
                "",
                Offer(_("Bring it back"), lambda: self._bring_back(*lost), "undo-2"),
                about=_ABOUT,
            )

    def _bring_back(self, own: OwnStock, typed: Typed, old: str) -> None:
        self._open(own, old)
        self.editor.bring_back(typed)

    def _save(self, own: OwnStock, old: str) -> None:
        before, used = self._own(old) if old else None, self._left.stock.stock
        self._context.settings.keep_stock(own, instead_of=old)
        self._close()
        self._left.back()
        self.chosen.emit(as_stock(own))
        words = (
            _("{name} is changed").format(name=own.name)
            if before
            else _("{name} is one of your sheets now").format(name=own.name)
        )
        self._tell(words, lambda: self._restore(own, before, used))

    def _remove(self, name: str) -> None:
        gone, used = self._own(name), self._left.stock.stock
        if gone is None:
            return
        self._context.settings.forget_stock(name)
        self._close()
        if used.own and used.part == name:
            self.chosen.emit(usual_stock())
        self._left.choose_stock()
        words = _("{name} is deleted").format(name=name)
        self._tell(words, lambda: self._restore(None, gone, used))

    def _tell(self, words: str, undo: Callable[[], object]) -> None:
        offer = Offer(_("Undo"), undo, "undo-2")
        self._context.messages.ok(words, "", offer, about=_ABOUT)

    def _restore(
        self, new: OwnStock | None, before: OwnStock | None, used: Stock
    ) -> None:
        """As it was before `new` took the place of `before`; `used` is used again."""
        settings = self._context.settings
        if new is not None:
            settings.forget_stock(new.name)
        if before is not None:
            settings.keep_stock(before)
        self.chosen.emit(used)
        self._context.messages.withdraw(_ABOUT)
        if self._left.currentWidget() is self._left.stocks:
            self._left.choose_stock()
