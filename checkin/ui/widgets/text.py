"""Text on a page: its role gives the size, its tone the colour."""

import re
from html import escape

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from checkin.ui import look
from checkin.ui.tokens import Role

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
"""Names written from the right stand at the left like the others."""
MIDDLE = LEFT | Qt.AlignmentFlag.AlignVCenter


def tip(text: str) -> str:
    """A text as a tooltip shows it letter for letter: a name is no markup."""
    return f"<p>{escape(text)}</p>" if "<" in text else text


class Label(QLabel):
    """A piece of text; wraps to its width where `wrap` is set."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: str = "ink",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._said = ""
        self.setProperty("t", role.value)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(MIDDLE)
        self.setWordWrap(wrap)
        self.setText(text)
        if wrap:
            policy = QSizePolicy(
                QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred
            )
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: str) -> None:
        """Another colour: ink, ink2, ink3, accent, ok, again or stop."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def text(self) -> str:
        """As it was given."""
        return self._said

    def setText(self, text: str) -> None:
        """As QLabel; a wrapped text asks for the height that it needs.

        There a very long word is broken: else it would make a whole page wider.
        """
        self._said = text
        super().setText(breakable(text) if self.wordWrap() else text)
        self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_height()

    def _keep_height(self) -> None:
        """A box next to a stretch would else cut all lines but the first."""
        if self.wordWrap() and self.width() > 1:
            self.setMinimumHeight(0)  # the height for a width is never less than this
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def breakable(text: str) -> str:
    """With places to break, that are not to be seen, in words of 25 letters or more.

    Where there are hyphens lines break anyway.
    """
    return _LONG.sub(lambda word: _BREAK.join(_PIECES.findall(word[0])), text)


_LONG = re.compile(r"[^\s\u2010-\u2014-]{25,}")
_PIECES = re.compile(r"\S{1,8}")
_BREAK = "\u200b"


class Elided(QWidget):
    """One line that ends in “…” where it is too long; the whole is in the tooltip."""

    def __init__(
        self,
        text: str = "",
        role: Role = Role.BODY,
        tone: str = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._role, self._tone = "", role, tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Shows another text."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._told()
        self.update()

    def set_tone(self, tone: str) -> None:
        """Another colour, by the name of its token."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        metrics = look.look().metrics(self._role)
        return QSize(
            round(metrics.horizontalAdvance(self._text)) + 2, round(metrics.height())
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(40), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._told()

    def _told(self) -> None:
        cut = self.sizeHint().width() > self.width() + 2
        self.setToolTip(tip(self._text) if cut else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(look.colour(self._tone))
        draw_line(painter, QRectF(self.rect()), self._text, self._role)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


def draw_line(
    painter: QPainter,
    box: QRectF,
    text: str,
    role: Role,
    flags: Qt.AlignmentFlag = MIDDLE,
) -> None:
    """One line of text in a box, ending in “…” where it has to; pen as it is."""
    font = look.look().font(role)
    painter.setFont(font)
    metrics = look.look().metrics(role)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), cut)
