"""The two charts, painted: how many of those expected came, and when they came."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.followup.arrivals import Histogram
from checkin.followup.statistics import Rate
from checkin.model.i18n import _
from checkin.ui import look
from checkin.ui.tokens import Role
from checkin.ui.widgets.text import draw_line

_RATE, _BAR = 38, 8
_LEAST_CHART = 150
_WIDEST_PITCH = 72
_AXIS, _VALUE = 26, 20
"""Below and above the bars."""
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class Chart(QWidget):
    """A picture of figures, which a screen reader is told in words."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)

    def tell(self, figures: str) -> None:
        """What it shows, in words; paints it anew."""
        self.setAccessibleDescription(figures)
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()


class RatesChart(Chart):
    """A bar for each ticket type: how many of those expected came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Who came, by ticket type"), parent)
        self.rates: Sequence[Rate] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rates(self, rates: Sequence[Rate]) -> None:
        """Shows these, in this order."""
        self.rates = rates
        self.tell(", ".join(f"{rate.name}: {rate.words}" for rate in rates))

    def sizeHint(self) -> QSize:
        px = look.look().px
        return QSize(px(200), len(self.rates) * px(_RATE))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(140), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tall = look.look().px(_RATE)
        for n, rate in enumerate(self.rates):
            self._draw(painter, rate, QRectF(0, n * tall, self.width(), tall))
        painter.end()

    def _draw(self, painter: QPainter, rate: Rate, box: QRectF) -> None:
        px = look.look().px
        metrics = look.look().metrics(Role.BODY_BOLD)
        figures = metrics.horizontalAdvance(rate.words)
        upper = QRectF(box.left(), box.top(), box.width(), box.height() - px(14))
        painter.setPen(look.colour("ink"))
        painter.setFont(look.look().font(Role.BODY_BOLD))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, right, rate.words)
        upper.setRight(upper.right() - figures - px(12))
        draw_line(painter, upper, rate.name, Role.BODY)
        track = QRectF(box.left(), box.bottom() - px(14) + 1, box.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("sunken"))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if rate.came and rate.expected:
            track.setWidth(max(_BAR, track.width() * rate.came / rate.expected))
            painter.setBrush(look.colour("accent"))
            painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)


class ArrivalsChart(Chart):
    """A bar for each step of time; the highest in accent, its number on every bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("When they came"), parent)
        self.histogram: Histogram | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_histogram(self, histogram: Histogram) -> None:
        """Shows these arrivals."""
        self.histogram = histogram
        bars = zip(histogram.labels, histogram.counts, strict=True)
        self.tell(", ".join(f"{label}: {count:,}" for label, count in bars))

    def sizeHint(self) -> QSize:
        return QSize(look.look().px(200), look.look().px(_LEAST_CHART))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.look().px(140), look.look().px(_LEAST_CHART))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.histogram is None or not self.histogram.counts:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        counts = self.histogram.counts
        peak = counts.index(max(counts))
        bars = self._bars(counts)
        for n, bar in enumerate(bars):
            _draw_bar(painter, bar, "accent" if n == peak else "chart2")
        self._draw_values(painter, bars, counts, peak)
        base = self.height() - look.look().px(_AXIS)
        painter.fillRect(QRectF(0, base, self.width(), 1), look.colour("line"))
        self._draw_axis(painter, bars, peak)
        painter.end()

    # -- geometry

    def _pitch(self, many: int) -> float:
        """From one bar to the next; few bars don't become planks."""
        return min(self.width() / max(many, 1), look.look().px(_WIDEST_PITCH))

    def _bars(self, counts: Sequence[int]) -> list[QRectF]:
        px, pitch = look.look().px, self._pitch(len(counts))
        top = self._value_room(counts)
        base = self.height() - px(_AXIS)
        left = (self.width() - pitch * len(counts)) / 2
        wide = max(3.0, pitch - max(px(3), pitch * 0.25))
        tallest = max(counts)
        found = []
        for n, count in enumerate(counts):
            tall = (base - top) * count / tallest
            if count:
                tall = max(tall, 2.0)
            x = left + n * pitch + (pitch - wide) / 2
            found.append(QRectF(x, base - tall, wide, tall))
        return found

    def _upright(self, counts: Sequence[int]) -> bool:
        """Whether the numbers must stand on end to have room."""
        metrics = look.look().metrics(Role.KEY)
        widest = max(metrics.horizontalAdvance(f"{count:,}") for count in counts)
        return widest > self._pitch(len(counts)) - 2

    def _value_room(self, counts: Sequence[int]) -> float:
        if not self._upright(counts):
            return look.look().px(_VALUE)
        metrics = look.look().metrics(Role.KEY)
        return metrics.horizontalAdvance(f"{max(counts):,}") + look.look().px(8)

    # -- words

    def _draw_values(
        self,
        painter: QPainter,
        bars: Sequence[QRectF],
        counts: Sequence[int],
        peak: int,
    ) -> None:
        painter.setFont(look.look().font(Role.KEY))
        upright, tall = self._upright(counts), look.look().px(_VALUE)
        for n, (bar, count) in enumerate(zip(bars, counts, strict=True)):
            if not count:
                continue
            painter.setPen(look.colour("ink" if n == peak else "ink2"))
            if upright:
                _draw_on_end(painter, bar, f"{count:,}")
            else:
                box = QRectF(bar.center().x() - 40, bar.top() - tall, 80, tall)
                painter.drawText(box, _MIDDLE, f"{count:,}")

    def _draw_axis(self, painter: QPainter, bars: Sequence[QRectF], peak: int) -> None:
        """The times of the peak, the first and the last bar, where there is room."""
        assert self.histogram is not None
        metrics = look.look().metrics(Role.KEY)
        painter.setFont(look.look().font(Role.KEY))
        painter.setPen(look.colour("ink2"))
        top = self.height() - look.look().px(_AXIS) + look.look().px(4)
        taken: list[QRectF] = []
        for n in dict.fromkeys((peak, 0, len(bars) - 1)):
            label = self.histogram.labels[n]
            wide = metrics.horizontalAdvance(label) + 2
            left = min(max(0.0, bars[n].center().x() - wide / 2), self.width() - wide)
            box = QRectF(left, top, wide, look.look().px(20))
            if not any(box.adjusted(-8, 0, 8, 0).intersects(old) for old in taken):
                painter.drawText(box, _MIDDLE, label)
                taken.append(box)


def _draw_bar(painter: QPainter, bar: QRectF, colour: str) -> None:
    """Round at the top, flat on the ground."""
    radius = min(3.0, bar.width() / 2, bar.height())
    path = QPainterPath()
    path.moveTo(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + radius)
    path.quadTo(bar.topLeft(), bar.topLeft() + QPointF(radius, 0))
    path.lineTo(bar.topRight() - QPointF(radius, 0))
    path.quadTo(bar.topRight(), bar.topRight() + QPointF(0, radius))
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    painter.fillPath(path, look.colour(colour))


def _draw_on_end(painter: QPainter, bar: QRectF, text: str) -> None:
    painter.save()
    painter.translate(bar.center().x(), bar.top() - 4)
    painter.rotate(-90)
    tall = look.look().px(_VALUE)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(0, -tall / 2, 200, tall), flags, text)
    painter.restore()
