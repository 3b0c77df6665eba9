"""What is known of somebody, as fields to read and copy."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.model.attendee import Attendee
from checkin.model.code import readable
from checkin.model.i18n import N_, _
from checkin.model.permission import Answer, Purpose
from checkin.model.words import isolate
from checkin.ui.attendees.dossier import Dossier
from checkin.ui.tokens import Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import column
from checkin.ui.widgets.text import Label, breakable

_COPIED_MS = 2000
_NOTE = 400
"""Letters of a note that stand above the history; more of it stands below."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A heading and what stands below it."""

    heading: str
    text: str
    copied: str = ""
    """What its button copies; empty for no button."""
    code: bool = False
    """In letters of one width."""


def facts(known: Dossier) -> list[Fact]:
    """What one looks for, in the order of the panel; nothing that is not known."""
    guest, said = known.guest, known.guest.details
    found = [
        Fact(_("E-mail"), said.email, said.email),
        Fact(_("Badge code"), readable(guest.code), guest.code, code=True),
        Fact(_("Printed badge"), _old_name(guest)),
        Fact(_("Phone"), said.phone, said.phone),
        Fact(_("Brings"), said.plus_one),
        Fact(_("Note"), _begun(said.note)),
        Fact(_("May we write?"), may_we_write(guest)),
    ]
    return [fact for fact in found if fact.text]


def more_facts(known: Dossier) -> list[Fact]:
    """What is looked for less often, to be read below the history."""
    guest, said = known.guest, known.guest.details
    found = [
        Fact(_("Job title"), said.job_title),
        Fact(_("Online"), said.handle, said.handle),
        Fact(_("Ticket code"), said.external_code, said.external_code),
        Fact(_("Interested in"), ", ".join(guest.interests)),
    ]
    return [fact for fact in found if fact.text]


def other_facts(known: Dossier) -> list[Fact]:
    """Answers, and the list's other columns: they may be hundreds."""
    guest, note = known.guest, known.guest.details.note
    asked = {q.key: q.text for one in known.lists for q in one.rules.questions}
    found = [
        Fact(_("The whole note"), note if _begun(note) != note else ""),
        *(Fact(asked.get(key, key), said) for key, said in guest.answers.items()),
        *(Fact(heading, value) for heading, value in known.extra.items()),
    ]
    return [fact for fact in found if fact.text]


def _begun(note: str) -> str:
    """A note of many pages must not hide what stands below it."""
    return note if len(note) <= _NOTE else f"{note[:_NOTE].rstrip()}…"


def _old_name(guest: Attendee) -> str:
    """What has to be said of a badge that is out of date; empty for nothing."""
    if not guest.badge_changed:
        return ""
    if guest.printed_name == guest.name:
        return _("What else stands on it has changed since. Print a new one.")
    return _("It still says “{name}”. Print a new one.").format(
        name=isolate(guest.printed_name)
    )


_HOST = {
    Answer.YES: N_("Yes, host news."),
    Answer.NO: N_("No."),
    Answer.NOT_ASKED: N_("Not asked."),
}
_OTHERS = {
    Answer.YES: N_("Yes for co-hosts."),
    Answer.NO: N_("Not for co-hosts."),
    Answer.NOT_ASKED: N_("Not asked for co-hosts."),
}
_PICTURES = {
    Answer.YES: N_("Pictures are fine."),
    Answer.NO: N_("No pictures."),
    Answer.NOT_ASKED: "",
}


def may_we_write(guest: Attendee) -> str:
    """What they said to being written to, in a line; silence is no yes."""
    host, others = guest.may(Purpose.CONTACT), guest.may(Purpose.SHARE)
    words = [_(_HOST[host])]
    if host is not Answer.NOT_ASKED or others is not Answer.NOT_ASKED:
        words.append(_(_OTHERS[others]))
    if pictures := _PICTURES[guest.may(Purpose.PHOTOS)]:
        words.append(_(pictures))
    return " ".join(words)


class CopyButton(Button):
    """Copies a text, and shows for a moment that it has."""

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        words = _("Copy {what}").format(what=fact.heading)
        super().__init__(
            words, Kind.QUIET, icon="copy", size=Size.SMALL, icon_only=True,
            parent=parent,
        )  # fmt: skip
        self._words = words
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._show("copy", self._words))
        self.clicked.connect(lambda: self._copy(fact.copied))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._show("check", _("Copied"))
        self._timer.start(_COPIED_MS)

    def _show(self, icon: str, words: str) -> None:
        self.set_icon(icon)
        self.setToolTip(words)


class Facts(QWidget):
    """Rows of facts; only rebuilt where they have changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Fact] = []
        self._rows: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)

    def show_facts(self, shown: Sequence[Fact]) -> None:
        """Shows these."""
        if list(shown) == self.shown:
            return
        self.shown = list(shown)
        for old in self._rows:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_row(fact) for fact in shown]
        for row in self._rows:
            self._box.addWidget(row)

    @property
    def copy_buttons(self) -> list[CopyButton]:
        """From the top."""
        return [b for row in self._rows for b in row.findChildren(CopyButton)]


def _row(fact: Fact) -> QWidget:
    made = QWidget()
    made.setProperty("ground", "none")
    text = Label(fact.text, Role.CODE if fact.code else Role.BODY, wrap=True)
    if breakable(fact.text) == fact.text and not fact.copied:
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    text.setAccessibleName(f"{fact.heading}: {fact.text}")
    box = QHBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    box.addLayout(column(Label(fact.heading, Role.SMALL, "ink2"), text, gap=1), 1)
    if fact.copied:
        box.addWidget(CopyButton(fact))
    return made
