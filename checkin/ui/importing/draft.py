"""The list that somebody looks at: what was said of it, and what comes of that."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from checkin.importing.read_as import ReadAs
from checkin.importing.recalled import Memory
from checkin.ui.importing.bench import Bench
from checkin.ui.importing.choosing import retaken, said_with
from checkin.ui.importing.outlook import Outlook, Wish
from checkin.ui.importing.preview import showing

_SETTLED_MS = 250
"""After the last choice, before all of it is worked out anew."""


class Draft(QObject):
    """One file at a time; whatever is said of it is worked out after a moment."""

    unsettled = Signal()
    """Something was said: it is being worked out what will happen."""
    retaken = Signal(object)
    """An Outlook with another choice on top of its columns, not worked out yet."""
    seen = Signal(object)
    """An Outlook of the first rows of a long list, which is still being read."""
    looked = Signal(object)
    """An Outlook: this is what will happen."""
    read_again = Signal(object)
    """An Outlook, after `looked`: the file was read once more, as the user wanted."""

    def __init__(
        self, bench: Bench, memory: Callable[[], Memory], parent: QObject
    ) -> None:
        """`memory` knows columns from elsewhere."""
        super().__init__(parent)
        self.wish: Wish | None = None
        """What the user has said so far."""
        self.outlook: Outlook | None = None
        """What comes of it."""
        self._bench, self._memory = bench, memory
        self._plain: Wish | None = None
        """Before anything was said."""
        self._good: Wish | None = None
        """With which the file could be read, while it is read once more."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED_MS)
        self._timer.timeout.connect(self._work_out)
        bench.looked.connect(self._looked)
        bench.seen.connect(self._seen)

    # -- one file after the other

    def read(self, wish: Wish) -> None:
        """Another file takes the place of the one before."""
        self.forget()
        self.wish = wish
        self._bench.read(wish, self._memory())

    def resume(self, left: Wish) -> None:
        """A file that was left; what was said of it holds again."""
        self.read(Wish(left.path, left.how, left.source))
        self._good = left

    def forget(self) -> None:
        """Nothing is looked at any more."""
        self._timer.stop()
        self.wish = self.outlook = self._plain = self._good = None

    @property
    def left(self) -> Wish | None:
        """What would be lost if it were left now; None if nothing was said."""
        if self.outlook is None:
            return self._good
        said = self._good or self.wish
        return said if _unseen(said) != _unseen(self._plain) else None

    # -- what the user says

    def read_as(self, how: ReadAs) -> None:
        """The same file again, as the user says; the page stays as it is meanwhile."""
        if self.wish and self.outlook:
            self._good = self._good or self.wish
            self.wish = Wish(self.wish.path, how, self.wish.source)
            self.settle()

    def take_list(self, source: str) -> None:
        """It is a version of that list; of a name that is new, a list of its own."""
        if self.wish:
            self.wish = replace(self.wish, source=source)
            self.settle()

    def take_column(self, heading: str, field: str) -> None:
        """A column is something else than it was taken for."""
        if self.wish and self.outlook:
            said = said_with(self.wish.said, heading, field)
            self.wish = replace(self.wish, said=said)
            columns = retaken(self.outlook.columns, heading, field)
            self.outlook = replace(self.outlook, columns=columns)
            self.retaken.emit(self.outlook)
            self.settle()

    def start_afresh(self) -> None:
        """The file has changed: what was said of its cells and columns fits no more."""
        if self.wish:
            self.wish = replace(self.wish, said={}, mended=())

    # -- working it out

    @property
    def working(self) -> bool:
        """Whether it is being worked out what will happen."""
        return self._timer.isActive() or self._bench.busy

    def settle(self) -> None:
        """Works everything out anew, once nothing more is said for a moment."""
        self.unsettled.emit()
        self._timer.start()

    def as_before(self) -> bool:
        """It can't be read as the user wanted; False: nor as it was read before."""
        again = bool(self._good and self.wish and self.wish.how != self._good.how)
        if again and self._good:
            self.read_as(self._good.how)
        return again

    @property
    def rereading(self) -> Wish | None:
        """While a file is read once more: what was said of it until then."""
        return self._good

    def _work_out(self) -> None:
        if self.wish is None:
            return
        if self._good is None:
            self._bench.plan(self.wish)
        else:  # what was said of the columns meanwhile was about others
            self.wish = Wish(self.wish.path, self.wish.how, self.wish.source)
            self._bench.read(self.wish, self._memory())

    def _looked(self, outlook: Outlook) -> None:
        if self._timer.isActive() or self.wish is None:
            return
        self.wish = replace(self.wish, source=outlook.source, said=outlook.said)
        self._plain = self._plain or self.wish
        self.outlook = outlook = self._shown_again(outlook)
        self.looked.emit(outlook)
        if good := self._good:
            self._good = None
            self.read_again.emit(outlook)
            if self.wish.how == good.how and self.wish != good:
                self.wish = good  # read as before, all that was said holds again
                self.settle()

    def _seen(self, outlook: Outlook) -> None:
        if self.wish and self.outlook is None:
            self.seen.emit(outlook)

    def _shown_again(self, outlook: Outlook) -> Outlook:
        """A new plan, the preview as it was when it was last asked for."""
        if self.outlook is None or self.wish is None or not self.wish.shown:
            return outlook
        return showing(outlook, self.wish.shown, self.outlook.focus)


def _unseen(wish: Wish | None) -> Wish | None:
    """Without what was only looked at."""
    return wish and replace(wish, shown=())
