"""The middle: what the file of the chosen list holds, and the button that saves it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin.followup.formats import Format, format_named
from checkin.followup.mailing import Survey
from checkin.model.attendee import Attendee
from checkin.model.i18n import _, ngettext
from checkin.ui.followup.lists import FollowUpList, save_words
from checkin.ui.followup.preview import FirstRows, Remark, Remarks, left_out
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card, Line, column, held, row
from checkin.ui.widgets.empty import EmptyState
from checkin.ui.widgets.fields import ComboBox
from checkin.ui.widgets.progress import Meter, ProgressCard
from checkin.ui.widgets.text import Label

_PAD = 24


class ChosenList(Card):
    """One list, what is in its file, and Save."""

    def __init__(self, save: QAction, parent: QWidget | None = None) -> None:
        super().__init__(pad=_PAD, gap=0, parent=parent)
        self.shown: FollowUpList | None = None
        self._made_for: dict[str, str] = {}
        self._survey: Survey | None = None
        self._ready = True
        self.title = Label("", Role.HEADLINE, wrap=True)
        self.figure = Label("", Role.BIG)
        self.what = Label("", Role.BODY_BOLD)
        self.of = Label("", Role.BODY, "ink2", wrap=True)
        self.meter = Meter(_("In this file"), "ok_mark")
        self.left_out = Label("", Role.SMALL_BOLD, "ink2", wrap=True)
        self.remarks = Remarks()
        self.first = FirstRows()
        self.waiting = EmptyState(
            "clock",
            _("Ready once somebody has come"),
            _("Come back when the doors are open, or the morning after."),
            small=True,
        )
        self.empty = EmptyState(
            "users",
            _("Nobody is on the list yet"),
            _("Import a guest list first; then its files are made here."),
            small=True,
        )
        self.combo = ComboBox(_("Made for"))
        self.combo.on_choice(self._choose_format)
        self.button = Button.of(save, Kind.PRIMARY, size=Size.BIG)
        self.button.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        )
        self._save = save
        self.progress = ProgressCard("download")
        self.progress.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        words = column(None, self.what, self.of, None, gap=0)
        number = QHBoxLayout()
        number.setSpacing(14)
        number.addWidget(self.figure)
        number.addLayout(words, 1)
        content = QVBoxLayout()
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addLayout(number)
        for part in (8, self.meter, 14, self.left_out, 2, self.remarks, 10, Line()):
            if isinstance(part, int):
                content.addSpacing(part)
            else:
                content.addWidget(part)
        content.addSpacing(8)
        content.addWidget(self.first, 1)
        self.stack = QStackedWidget()
        self._figures = held(content)
        self.stack.addWidget(self._figures)
        self.stack.addWidget(self.waiting)
        self.stack.addWidget(self.empty)
        label = Label(_("Made for"), Role.BODY, "ink2")
        label.setBuddy(self.combo)
        made_for = row(label, self.combo, gap=12)
        made_for.setStretch(1, 1)
        self.form = held(column(held(made_for), self.button, gap=10))
        self.box.addWidget(self.title)
        self.box.addSpacing(6)
        self.box.addWidget(self.stack, 1)
        self.box.addSpacing(16)
        self.box.addWidget(self.form)
        self.box.addWidget(self.progress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While it is being saved, how far it is stands in the place of the button."""
        if watched is self.progress and event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self.form.setHidden(self.progress.isVisibleTo(self))
        return super().eventFilter(watched, event)

    def end_progress(self) -> None:
        """The button is back in its place, and in focus if Cancel was."""
        was_here = self.progress.isAncestorOf(self.window().focusWidget())
        self.progress.hide()
        if was_here:
            self.button.setFocus()

    # -- what it shows

    @property
    def made_for(self) -> Format:
        """What the file will be."""
        return format_named(self.combo.currentData())

    def show_list(
        self, shown: FollowUpList, survey: Survey | None, *, anybody_came: bool
    ) -> None:
        """Another list, or the same one with other figures."""
        self._survey = survey
        self._ready = anybody_came or shown.ready_at_once
        if shown is not self.shown:
            self.shown = shown
            self.title.setText(_(shown.title))
            formats = [(_(one.words), one.name) for one in shown.formats()]
            self.combo.fill(formats, self._made_for.get(shown.audience))
            self.show_rows(())
        self.stack.setCurrentWidget(self._what_to_show())
        if survey is not None:
            self._show_figures(shown, survey)
        self._show_button()

    def show_rows(self, people: Sequence[Attendee]) -> None:
        """The first people in the file."""
        self.first.show_people(people)

    def _what_to_show(self) -> QWidget:
        if not self._ready:
            return self.waiting
        nobody = self._survey is not None and not self._survey.people
        if nobody and self.shown is not None and not self.shown.mailing:
            return self.empty
        return self._figures

    def _show_figures(self, shown: FollowUpList, survey: Survey) -> None:
        n = shown.size(survey)
        self.figure.setText(f"{n:,}")
        self.what.setText(ngettext("person in this file", "people in this file", n))
        self.of.setText(shown.of(survey.people))
        part = n / survey.people if survey.people else 0
        self.meter.show_value(part, f"{n:,} {shown.of(survey.people)}")
        heading, remarks = _said_of(shown, survey)
        self.left_out.setText(heading)
        self.remarks.show_remarks(remarks)
        self.first.say_nobody(self._why_not())

    def _show_button(self) -> None:
        if self.shown is None:
            return
        n = self.shown.size(self._survey) if self._survey else 0
        self._save.setText(save_words(self.shown, self.made_for, n))
        self.button.setText(self._save.text())
        why_not = self._why_not()
        self._save.setEnabled(not why_not)
        self.button.why_not(why_not)

    def _why_not(self) -> str:
        """Why there is nothing to save; empty if there is."""
        if not self._ready:
            return _("Ready once somebody has come.")
        if self._survey is None or self.shown is None:
            return _("The guests are still being counted.")
        if not self._survey.people:
            return _("Nobody is on this list.")
        if not self.shown.size(self._survey):
            return _("Nobody on this list may be written to.")
        return ""

    def _choose_format(self, name: Any) -> None:
        if self.shown is not None:
            self._made_for[self.shown.audience] = name
            self._show_button()


def _said_of(shown: FollowUpList, survey: Survey) -> tuple[str, list[Remark]]:
    """A heading, and remarks on who is in the file and who is not."""
    if not shown.mailing:
        words = _("No permission is needed: it is not for writing to people.")
        return _("For running the event"), [Remark("shield-check", "", words, words)]
    remarks = left_out(survey)
    if remarks:
        return _("Left out, so nobody gets mail they did not ask for"), remarks
    if not survey.people:
        return "", []
    words = _("all of them said that we may write")
    return _("Nobody is left out"), [Remark("circle-check", "", words, words)]
