"""Answers and a list's other columns: hundreds of them in one piece of text."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from checkin.ui import look
from checkin.ui.attendees.facts import Fact
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import LEFT, breakable

_GAP = 8


class OtherFacts(QLabel):
    """Looks as rows of facts do; 200 rows of widgets would take half a second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: list[Fact] = []
        self.setProperty("t", Role.BODY.value)
        self.setProperty("tone", "ink")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(LEFT | Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, shown: Sequence[Fact]) -> None:
        """Shows these."""
        if list(shown) != self.shown:
            self.shown = list(shown)
            self._write()
            words = "; ".join(f"{fact.heading}: {fact.text}" for fact in shown)
            self.setAccessibleName(words)
        self.setVisible(bool(shown))

    def _write(self) -> None:
        small = look.look().font(Role.SMALL).pixelSize()
        heading = f"color: {look.colour('ink2').name()}; font-size: {small}px"
        self.setText("".join(_paragraph(fact, heading) for fact in self.shown))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.shown:
            self._write()


def _paragraph(fact: Fact, heading: str) -> str:
    above, below = (_plain(text) for text in (fact.heading, fact.text))
    return (
        f'<p style="margin: 0 0 {_GAP}px 0"><span style="{heading}">{above}</span>'
        f"<br>{below}</p>"
    )


def _plain(text: str) -> str:
    return escape(breakable(text)).replace("\n", "<br>")
