"""What the start page shows: the first time, with recent events, and the settings."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin import __version__
from checkin.model.i18n import _
from checkin.settings import Settings
from checkin.ui import icons, look
from checkin.ui.catalogue import Catalogue
from checkin.ui.rail import draw_mark
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, row, scrolled
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.text import Label

FORMATS = (
    "Excel, CSV, or an export from Eventbrite, Meetup, Luma, pretix, Google Forms…"
)

Actions = Mapping[str, QAction]


class _Drawn(QWidget):
    """A drawing that says nothing: the mark, a lock, an icon beside words."""

    def __init__(self, draw: Callable[[QPainter], object], side: int) -> None:
        super().__init__()
        self._draw = draw
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter)
        painter.end()


def _icon(name: str, colour: str, side: int) -> _Drawn:
    box = QRectF(0, 0, side, side)
    return _Drawn(lambda p: icons.draw(p, name, box, look.colour(colour)), side)


def _head(known: Actions) -> QHBoxLayout:
    mark = _Drawn(lambda painter: draw_mark(painter, QRectF(0, 2, 40, 40)), 48)
    help_button = Button.of(known["help"], Kind.QUIET)
    settings = Button.of(known["settings"], Kind.QUIET, icon_only=True)
    return row(mark, Label("Checkin", Role.HEADLINE), None, help_button, settings)


def _foot() -> QHBoxLayout:
    promise = Label(
        _("Everything stays on this computer. No account, no internet."),
        Role.BODY,
        "ink2",
    )
    version = Label(f"Checkin {__version__}", Role.SMALL, "ink2")
    return row(_icon("lock", "ink2", 18), promise, None, version)


def frame(view: QWidget, known: Actions, content: QWidget, width: int) -> None:
    """A column of a certain width in the middle, with head and foot."""
    inner = QWidget()
    inner.setProperty("ground", "none")
    inner.setMaximumWidth(width)
    box = QVBoxLayout(inner)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    box.addLayout(_head(known))
    box.addWidget(content, 1)
    box.addLayout(_foot())
    outer = QHBoxLayout(view)
    outer.setContentsMargins(32, 24, 32, 20)
    outer.addStretch(0)
    outer.addWidget(inner, 1)
    outer.addStretch(0)


class FirstTime(QWidget):
    """The drop zone is the page."""

    def __init__(self, known: Actions) -> None:
        super().__init__()
        self.choose = Button.of(known["choose"], Kind.PRIMARY)
        zone = EmptyState(
            "file-spreadsheet",
            _("Drop a guest list here"),
            _(FORMATS),
            [self.choose],
            dashed=True,
            small=True,
        )
        zone.widen(600)
        zone.setMinimumHeight(280)
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addStretch(2)
        title = Label(_("Welcome. Let’s get your door ready."), Role.HERO, wrap=True)
        box.addWidget(title)
        box.addWidget(
            Label(
                _("Drop in your guest list and Checkin works out the rest. "
                  "You can undo everything."),
                Role.BODY, "ink2", wrap=True,
            )
        )  # fmt: skip
        box.addSpacing(8)
        box.addWidget(zone)
        box.addLayout(self._cards(known))
        box.addStretch(3)
        frame(self, known, content, 760)
        self.setFocusProxy(self.choose)

    def _cards(self, known: Actions) -> QHBoxLayout:
        demo = _card(
            _("Just looking?"),
            _("A networking evening with 60 invented guests. Nothing real, nothing "
              "to break."),
            Button.of(known["demo"]), "sparkles",
        )  # fmt: skip
        new = _card(
            _("No list yet?"),
            _("Start with an empty event and add guests by hand or later."),
            Button.of(known["new"]),
            "calendar-days",
        )
        both = row(demo, new, gap=16)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        return both


def _card(title: str, text: str, button: Button, icon: str) -> Card:
    card = Card(gap=8)
    drawn = _icon(icon, "accent_ink", 24)
    card.box.addLayout(row(drawn, Label(title, Role.BODY_BOLD), None, gap=12))
    card.box.addWidget(Label(text, Role.BODY, "ink2", wrap=True))
    card.box.addLayout(row(button, None))
    return card


class SettingsView(QWidget):
    """The settings of this computer, before an event is open."""

    closed = Signal()

    def __init__(self, known: Actions, settings: Settings) -> None:
        super().__init__()
        back = Button(_("Back"), Kind.QUIET, icon="arrow-left", keys=_("Esc"))
        back.clicked.connect(self.closed)
        card = Card(pad=32)
        card.box.addWidget(Catalogue(settings))
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 24, 0, 16)
        box.setSpacing(16)
        box.addLayout(row(back, None))
        box.addWidget(Label(_("Settings"), Role.H1))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(card)
        rows.addStretch(1)
        box.addWidget(scrolled(inside), 1)
        frame(self, known, content, 760)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
