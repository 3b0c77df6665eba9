"""Where the photos and the logo come from, for designs that show some."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from checkin.model.i18n import _
from checkin.ui import printing
from checkin.ui.badges.wish import Wish
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, column, row
from checkin.ui.widgets.text import Elided, Label

_IMAGES = "*.png *.jpg *.jpeg"


class _Source(QWidget):
    """One of the two: what it is, where it comes from, Choose and Clear."""

    chosen = Signal(object)
    """A Path, or None."""

    def __init__(self, title: str, none: str, ask: Callable[["_Source"], object]):
        super().__init__()
        self.setProperty("ground", "none")
        self._none = none
        self.where = Elided(none, Role.SMALL, "ink2")
        self.choose = Button(_("Choose…"), Kind.QUIET, size=Size.SMALL)
        self.choose.setAccessibleName(_("{what}: choose…").format(what=title))
        self.choose.clicked.connect(lambda: ask(self))
        self.clear = Button(
            _("Without {what}").format(what=title.lower()),
            Kind.QUIET,
            icon="x",
            size=Size.SMALL,
            icon_only=True,
        )
        self.clear.clicked.connect(lambda: self.chosen.emit(None))
        words = column(Label(title, Role.BODY), self.where, gap=0)
        box = row(gap=0)
        box.addLayout(words, 1)
        box.addWidget(self.clear)
        box.addWidget(self.choose)
        self.setLayout(box)
        self.show_path(None)

    def show_path(self, path: Path | None) -> None:
        """Where it comes from."""
        self.where.setText(path.name if path else self._none)
        self.clear.setVisible(path is not None)


class PhotosCard(Card):
    """The folder of photos and the logo; each only where a design shows it."""

    logo_chosen = Signal(object)
    photos_chosen = Signal(object)
    """A Path, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(pad=16, gap=8, parent=parent)
        self.box.setContentsMargins(16, 12, 8, 12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.logo = _Source(_("Logo"), _("None chosen"), self._ask_logo)
        self.photos = _Source(_("Photos"), _("No folder chosen"), self._ask_photos)
        self.found = Label("", Role.SMALL, "ink2", wrap=True)
        self.logo.chosen.connect(self.logo_chosen)
        self.photos.chosen.connect(self.photos_chosen)
        for part in (self.logo, self.photos, self.found):
            self.box.addWidget(part)
        self.found.hide()

    def show_wish(self, wish: Wish) -> None:
        """What is chosen, as far as a design shows it."""
        self.logo.show_path(wish.logo)
        self.logo.setVisible(wish.shows_logo)
        self.photos.show_path(wish.photos)
        self.photos.setVisible(wish.shows_photos)
        self.setVisible(wish.shows_logo or wish.shows_photos)
        if wish.photos is None or not wish.shows_photos:
            self.found.hide()

    def show_found(self, missing: int, badges: int) -> None:
        """How many guests have a photo, once all were looked through."""
        words = _("{n:,} of {total:,} guests have a photo there.")
        self.found.setText(words.format(n=badges - missing, total=badges))
        self.found.setVisible(not self.photos.isHidden())

    def _ask_logo(self, source: _Source) -> None:
        dialog = self._dialog(_("Choose a logo"), source)
        dialog.setNameFilter(_("Pictures ({kinds})").format(kinds=_IMAGES))
        dialog.open()

    def _ask_photos(self, source: _Source) -> None:
        dialog = self._dialog(_("Choose the folder of the photos"), source)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def _dialog(self, title: str, source: _Source) -> QFileDialog:
        made = QFileDialog(self, title, str(printing.documents()))
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.fileSelected.connect(lambda name: source.chosen.emit(Path(name)))
        return made
