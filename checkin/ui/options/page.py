"""The settings page: the event itself, and what belongs to this computer."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from checkin.model.i18n import _
from checkin.store import acts
from checkin.store.eventfile import Change
from checkin.ui import look
from checkin.ui.catalogue import Catalogue
from checkin.ui.context import Context, event_line
from checkin.ui.event_form import EventForm
from checkin.ui.messages import Offer
from checkin.ui.page import Page
from checkin.ui.tokens import GAP, MARGIN, Role
from checkin.ui.widgets.button import Button, Kind
from checkin.ui.widgets.card import Card, Line, column, held, row, scrolled
from checkin.ui.widgets.header import PageHeader
from checkin.ui.widgets.text import Elided, Label

_SIDE_BY_SIDE = 860
"""Narrower than this the cards stand one below the other."""


class OptionsPage(Page):
    """Two cards: this event, this computer."""

    name = "settings"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header = PageHeader(_("Settings"))
        self.form = EventForm()
        self.save_button = Button(_("Save changes"), Kind.PRIMARY, icon="check")
        self.save_button.clicked.connect(self._save)
        self.catalogue = Catalogue(context.settings)
        inside = QWidget()
        cards = self._cards = QHBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(GAP)
        top = Qt.AlignmentFlag.AlignTop
        cards.addWidget(self._event_card(), 1, top)
        cards.addWidget(self._computer_card(), 1, top)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        box.setSpacing(GAP)
        box.addWidget(self.header)
        box.addWidget(scrolled(inside), 1)

    def _event_card(self) -> Card:
        card = Card(pad=24, gap=16)
        card.box.addWidget(Label(_("This event"), Role.H3))
        card.box.addWidget(self.form)
        card.box.addLayout(row(None, self.save_button))
        card.box.addWidget(Line())
        card.box.addLayout(self._file_buttons())
        return card

    def _file_buttons(self) -> QVBoxLayout:
        known = self.context.actions
        where = Elided(str(self.session.path), Role.SMALL, "ink2")
        names = ("window.save_copy", "window.open", "window.close_event")
        buttons = [Button.of(known[name], Kind.QUIET) for name in names]
        return column(
            Label(_("The file"), Role.BODY_BOLD),
            where,
            *(held(row(button, None)) for button in buttons),
            gap=4,
        )

    def _computer_card(self) -> Card:
        card = Card(pad=24, gap=16)
        card.box.addWidget(Label(_("This computer"), Role.H3))
        card.box.addWidget(self.catalogue)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < look.look().px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(way if narrow else QBoxLayout.Direction.LeftToRight)

    def refresh(self, change: Change | None = None) -> None:
        self.header.show_event(event_line(self.session))
        if not self.form.isAncestorOf(self.window().focusWidget()):
            self.form.show_event(self.session.file.read.event())
        reason = _("This event can only be read.") if self.session.read_only else ""
        self.save_button.why_not(reason)

    def _save(self) -> None:
        fields = self.form.values()
        if fields is not None:
            wanted: Mapping[str, str] = fields
            self.session.write(lambda event: acts.set_event(event, wanted), self._saved)

    def _saved(self, entry: object) -> None:
        if entry is None:
            self.context.messages.info(_("Nothing had changed"), about="event")
            return
        entry_id = entry.id  # type: ignore[attr-defined]
        undo = Offer(_("Undo"), lambda: self._undo(entry_id), "undo-2", primary=False)
        self.context.messages.ok(_("The event is changed"), "", undo, about="event")

    def _undo(self, entry: bytes) -> None:
        self.session.write(
            lambda event: acts.undo_named(event, entry), lambda _r: self.refresh()
        )
