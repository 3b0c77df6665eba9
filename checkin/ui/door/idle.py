"""Paints the stage while nothing has been scanned: ready, and three hints."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from checkin.model.i18n import N_, _
from checkin.ui import actions, fonts, icons, look
from checkin.ui.door.scene import Scene
from checkin.ui.door.shapes import Wrapped, draw_cut, shrunk
from checkin.ui.tokens import Role
from checkin.ui.widgets.keycap import cap_width, draw_cap, plain_cap

CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_HINTS = 112
"""Height of the hints and what is around them, px."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What to do where scanning is not the answer."""

    icon: str
    question: str
    action: str
    """Whose key it shows; empty for letters."""
    answer: str


HINTS = (
    Hint("search", N_("No ticket?"), "", N_("Just type two letters of the name.")),
    Hint("user-plus", N_("Not on the list?"), "door.walk_in",
         N_("Add them in 20 seconds.")),
    Hint("undo-2", N_("Wrong person?"), "door.undo", N_("Take the last scan back.")),
)  # fmt: skip


def draw_idle(
    painter: QPainter, box: QRectF, scene: Scene, px: Callable[[float], int]
) -> None:
    """Disc, words and hints."""
    disc = px(112)
    block = disc + px(28 + 56 + 36)
    top = max(px(24), (box.height() - px(_HINTS) - block) / 2 + px(8))
    ring = QRectF((box.width() - disc) / 2, top, disc, disc)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent_soft"))
    painter.drawEllipse(ring)
    inner = ring.adjusted(disc / 4, disc / 4, -disc / 4, -disc / 4)
    icons.draw(painter, scene.icon, inner, look.colour("accent_ink"), 2.5)
    y = ring.bottom() + px(24)
    room = box.width() - 2 * px(28)
    painter.setPen(look.colour("ink"))
    font = shrunk(scene.word, px(44), px(24), 700, room)
    draw_cut(painter, QRectF(px(28), y, room, px(56)), scene.word, font, CENTRE)
    painter.setPen(look.colour("ink2"))
    below = Wrapped(scene.reason, fonts.sized(px(18), 400), room, centred=True)
    below.draw(painter, px(28), y + px(62))
    _draw_hints(painter, box, px)


def _draw_hints(painter: QPainter, box: QRectF, px: Callable[[float], int]) -> None:
    side, gap = px(32 if box.width() >= px(720) else 24), px(20)
    wide = (box.width() - 2 * side - 2 * gap) / len(HINTS)
    top = box.height() - px(_HINTS) + px(20)
    drawn = all(px(28) + _width(hint, px) <= wide for hint in HINTS)
    for number, hint in enumerate(HINTS):
        x = side + number * (wide + gap)
        if number:
            line = QRectF(x - gap / 2 - 1, top, 1, px(64))
            painter.fillRect(line, look.colour("line"))
            x += gap / 2
        _draw_hint(painter, hint, QRectF(x, top, wide - gap / 2, px(64)), px, drawn)


def _width(hint: Hint, px: Callable[[float], int]) -> float:
    advance = look.look().metrics(Role.BODY_BOLD).horizontalAdvance(_(hint.question))
    return advance + px(20) + cap_width(_cap(hint))


def _cap(hint: Hint) -> str:
    if hint.action:
        return actions.keys_words(actions.spec(hint.action).keys)
    return _("A–Z")


def _draw_hint(
    painter: QPainter,
    hint: Hint,
    box: QRectF,
    px: Callable[[float], int],
    drawn: bool,
) -> None:
    middle, question, cap = box.top() + px(11), _(hint.question), _cap(hint)
    x, behind = box.left(), cap_width(cap) + px(8)
    if drawn:
        icons.draw_at(painter, hint.icon, x, middle, px(20), look.colour("ink2"))
        x += px(28)
    painter.setPen(look.colour("ink"))
    role = Role.BODY_BOLD
    if look.look().metrics(role).horizontalAdvance(question) > box.right() - x - behind:
        role = Role.SMALL_BOLD
    advance = look.look().metrics(role).horizontalAdvance(question)
    words = QRectF(x, box.top(), min(advance + 1, box.right() - x - behind), px(22))
    draw_cut(painter, words, question, look.look().font(role))
    draw_cap(painter, words.right() + px(8), middle, cap, plain_cap())
    painter.setPen(look.colour("ink2"))
    answer = Wrapped(_(hint.answer), look.look().font(Role.BODY), box.width())
    answer.draw(painter, box.left(), box.top() + px(26))
