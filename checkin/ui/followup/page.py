"""The Follow-up page: lists at the left, the chosen one beside it, charts at the right.

In a narrow window the charts take the place of the chosen list when asked for (F9).
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.followup.mailing import Survey
from checkin.model.i18n import _
from checkin.store.eventfile import Change
from checkin.ui import actions, look
from checkin.ui.context import Context, event_line
from checkin.ui.followup.asking import Asking, Overview
from checkin.ui.followup.cards import ListCards
from checkin.ui.followup.chosen import ChosenList
from checkin.ui.followup.lists import REGISTER, THANKS, FollowUpList
from checkin.ui.followup.overview import OverviewColumn
from checkin.ui.followup.saving import Saving
from checkin.ui.page import Page
from checkin.ui.tokens import GAP, MARGIN, Role
from checkin.ui.widgets.button import Button
from checkin.ui.widgets.card import column, held, scrolled
from checkin.ui.widgets.header import PageHeader
from checkin.ui.widgets.text import Label

_LISTS, _CHARTS, _CHOSEN = 332, 292, 400
"""Widths of the columns, the last one the least; in px at 100 %."""


class FollowUpPage(Page):
    """Who came, who may be written to, and a file of each list."""

    name: ClassVar[str] = "follow-up"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._surveys: Mapping[str, Survey] | None = None
        self._overview: Overview | None = None
        self._charts_instead = False
        save = actions.action(self, "follow_up.save", self.save)
        self._toggle = actions.action(self, "follow_up.overview", self.show_charts)
        self._cancel = actions.action(self, "follow_up.cancel", self._go_back)
        self.cards = ListCards(self._chosen)
        self.chosen = ChosenList(save)
        self.charts = OverviewColumn()
        self.toggle_button = Button.of(self._toggle)
        self.header = PageHeader(_("Follow-up"), self.toggle_button)
        self.header.show_state(_("Each list is one file for your mail tool"))
        self.saving = Saving(context, self.chosen.progress, self)
        self.saving.changed.connect(self._saving_changed)
        self.asking = Asking(self.session, self)
        self.asking.overview.connect(self._show_overview)
        self.asking.surveyed.connect(self._show_surveys)
        self.asking.rows.connect(self.chosen.show_rows)
        self._lay_out()

    def _lay_out(self) -> None:
        heading = Label(_("Lists"), Role.SMALL_BOLD, "ink2")
        self._lists = held(column(heading, scrolled(self.cards), gap=6))
        self._chart_column = scrolled(self.charts)
        columns = QHBoxLayout()
        columns.setSpacing(GAP)
        columns.addWidget(self._lists)
        columns.addWidget(self.chosen, 1)
        columns.addWidget(self._chart_column, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, MARGIN)
        box.setSpacing(12)
        box.addWidget(self.header)
        box.addLayout(columns, 1)
        self._arrange()
        self._show_what_esc_does()

    # -- asking and showing

    def begin(self, **_what: Any) -> None:
        self.cards.take_focus()

    def refresh(self, change: Change | None = None) -> None:
        if change is None:
            self.header.show_event(event_line(self.session))
        self.asking.soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.asking.pause():
            self._stale = True

    def _show_overview(self, now: Overview) -> None:
        self._overview = now
        self.charts.show_overview(now)
        if self.chosen.shown is None:
            self.cards.choose(THANKS if self._anybody_came else REGISTER)
        self._show_counts()

    def _show_surveys(self, surveys: Mapping[str, Survey]) -> None:
        self._surveys = surveys
        self._show_counts()

    @property
    def _anybody_came(self) -> bool:
        return self._overview is not None and self._overview.stats.attended > 0

    def _show_counts(self) -> None:
        self.cards.show_surveys(self._surveys, self._anybody_came)
        if self.chosen.shown is not None:
            self._show_chosen(self.chosen.shown)

    def _show_chosen(self, shown: FollowUpList) -> None:
        survey = self._surveys[shown.audience] if self._surveys else None
        self.chosen.show_list(shown, survey, anybody_came=self._anybody_came)

    def _chosen(self, shown: FollowUpList) -> None:
        self._show_chosen(shown)
        self.asking.show_rows_of(shown)

    # -- saving

    def save(self) -> None:
        """Asks where, and saves the chosen list."""
        if self.chosen.shown is not None and not self.saving.busy:
            self.saving.ask(self.chosen.shown, self.chosen.made_for)

    def _go_back(self) -> None:
        """Esc: stops saving; else from the charts back to the list."""
        if self.saving.busy:
            self.saving.cancel()
        else:
            self.show_charts()

    def _saving_changed(self) -> None:
        self._show_what_esc_does()
        if not self.saving.busy:
            self.chosen.end_progress()

    def _show_what_esc_does(self) -> None:
        self._cancel.setEnabled(self.saving.busy or self._instead)

    # -- columns

    @property
    def _wide(self) -> bool:
        """Whether there is room for the charts beside the list."""
        px = look.look().px
        return self.width() >= px(_LISTS + _CHOSEN + _CHARTS) + 2 * GAP + 2 * MARGIN

    @property
    def _instead(self) -> bool:
        """Whether the charts are where the list would be."""
        return self._charts_instead and not self._wide

    def show_charts(self) -> None:
        """F9: goes to the charts; where they took the place of the list, back to it."""
        if not self._wide:
            self._charts_instead = not self._charts_instead
            self._arrange()
            self._show_what_esc_does()
        if self._wide or self._instead:
            self.charts.take_focus()
        else:
            self.cards.take_focus()

    def _arrange(self) -> None:
        px, wide = look.look().px, self._wide
        self._lists.setFixedWidth(px(_LISTS))
        self._chart_column.setMaximumWidth(px(_CHARTS) if wide else _NO_LIMIT)
        self._chart_column.setMinimumWidth(px(_CHARTS) if wide else 0)
        self.chosen.setVisible(not self._instead)
        self._chart_column.setVisible(wide or self._instead)
        self.toggle_button.setText(
            _("Back to the list") if self._instead else self._toggle.text()
        )

    def minimumSizeHint(self) -> QSize:
        """Without the charts, which go elsewhere in a narrow window."""
        px = look.look().px
        width = (
            px(_LISTS) + GAP + max(px(_CHOSEN), self.chosen.minimumSizeHint().width())
        )
        head = self.header.minimumSizeHint().height() + 12
        height = head + self.chosen.minimumSizeHint().height()
        return QSize(width + 2 * MARGIN, height + 2 * MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._show_what_esc_does()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()


_NO_LIMIT = 16_777_215
"""As Qt writes it: QWIDGETSIZE_MAX."""
