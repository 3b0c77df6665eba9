"""The right column: how many came, and when, as charts or as tables."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.followup.arrivals import Histogram
from checkin.model.i18n import _, ngettext
from checkin.ui.followup.asking import Overview
from checkin.ui.followup.charts import ArrivalsChart, Chart, RatesChart
from checkin.ui.followup.figures import FiguresTable
from checkin.ui.tokens import GAP, Role
from checkin.ui.widgets.button import Button, Kind, Size
from checkin.ui.widgets.card import Card
from checkin.ui.widgets.empty import IconDisc
from checkin.ui.widgets.ring import focus_by_key
from checkin.ui.widgets.text import Label

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_HOUR, _DAY = 60, 24 * 60


class ChartCard(Card):
    """Title, a line in words, the chart, and a button that makes it a table."""

    def __init__(self, chart: Chart, table: FiguresTable, nothing: str) -> None:
        super().__init__(pad=18, gap=2)
        self.title = Label("", Role.H3, wrap=True)
        self.line = Label("", Role.SMALL, "ink2", wrap=True)
        self.chart, self.table = chart, table
        self.swap = Button("", Kind.QUIET, size=Size.SMALL)
        self.swap.clicked.connect(self._swap)
        self.stack = QStackedWidget()
        for part in (chart, table, _nothing_yet(nothing)):
            self.stack.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addLayout(head)
        self.box.addWidget(self.line)
        self.box.addSpacing(8)
        self.box.addWidget(self.stack, 1)
        self._dress()

    def say(self, title: str, line: str, *, empty: bool) -> None:
        """The words above; without figures there is nothing to swap."""
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.swap.setVisible(not empty)
        if empty:
            self.stack.setCurrentIndex(2)
        elif self.stack.currentIndex() == 2:
            self.stack.setCurrentWidget(self.chart)
            self._dress()

    def _swap(self) -> None:
        table = self.stack.currentWidget() is self.chart
        self.stack.setCurrentWidget(self.table if table else self.chart)
        self._dress()

    def _dress(self) -> None:
        chart = self.stack.currentWidget() is self.chart
        words = _("As a table") if chart else _("As a chart")
        self.swap.set_icon("table-2" if chart else "chart-column")
        self.swap.setText(words)
        self.swap.setAccessibleName(f"{self.chart.accessibleName()}: {words}")


def _nothing_yet(words: str) -> QWidget:
    made = QWidget()
    text = Label(words, Role.SMALL, "ink2", wrap=True)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    box = QVBoxLayout(made)
    box.addStretch(1)
    box.addWidget(IconDisc("chart-column", 56), 0, _CENTRE)
    box.addSpacing(8)
    box.addWidget(text)
    box.addStretch(1)
    return made


class OverviewColumn(QWidget):
    """Both cards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rates, self.arrivals = RatesChart(), ArrivalsChart()
        rates = FiguresTable(
            self.rates.accessibleName(), (_("Ticket type"), _("Came"), _("Expected"))
        )
        times = FiguresTable(self.arrivals.accessibleName(), (_("From"), _("Came in")))
        self.who = ChartCard(self.rates, rates, _("Shows each ticket type."))
        self.when = ChartCard(
            self.arrivals, times, _("Shows when the first guest is in.")
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addWidget(self.who)
        box.addWidget(self.when, 1)

    def show_overview(self, now: Overview) -> None:
        """The figures of this moment."""
        self.rates.show_rates(now.rates)
        self.who.table.show_rows(
            [(r.name, f"{r.came:,}", f"{r.expected:,}") for r in now.rates]
        )
        self.who.say(_came_title(now), _came_line(now), empty=not now.rates)
        arrivals = now.histogram
        self.arrivals.show_histogram(arrivals)
        bars = zip(arrivals.labels, arrivals.counts, strict=True)
        self.when.table.show_rows([(label, f"{count:,}") for label, count in bars])
        self.when.say(
            _("When they came"), _busiest_line(arrivals), empty=not arrivals.counts
        )

    def take_focus(self) -> None:
        """Puts the focus on the first thing here, if there is any."""
        for card in (self.who, self.when):
            if card.swap.isVisibleTo(self):
                focus_by_key(card.swap)
                return


def _came_title(now: Overview) -> str:
    if not now.stats.expected:
        if not now.stats.attended:
            return _("Nobody is expected yet")
        return ngettext("{n:,} person came", "{n:,} people came", now.stats.attended)
    return _("{came} of {expected} came").format(
        came=f"{now.stats.came:,}", expected=f"{now.stats.expected:,}"
    )


def _came_line(now: Overview) -> str:
    numbers = now.stats
    if not numbers.attended:
        return _("Nobody has come yet.") if numbers.expected else ""
    said = []
    if numbers.show_rate is not None:
        rate = round(100 * numbers.show_rate)
        said.append(_("Show rate {rate} %.").format(rate=rate))
    if numbers.walk_ins:
        n = numbers.walk_ins
        said.append(ngettext("{n:,} walk-in besides.", "{n:,} walk-ins besides.", n))
    if numbers.others:
        n = numbers.others
        said.append(ngettext("{n:,} other was let in.", "{n:,} others were let in.", n))
    return " ".join(said)


def _busiest_line(arrivals: Histogram) -> str:
    if not arrivals.counts:
        return ""
    return f"{arrivals.busiest_words}\n{_bar_words(arrivals.step)}"


def _bar_words(minutes: int) -> str:
    """What a bar stands for."""
    if minutes % _DAY == 0:
        return ngettext("A bar is {n} day", "A bar is {n} days", minutes // _DAY)
    if minutes % _HOUR == 0:
        n = minutes // _HOUR
        return ngettext("A bar is {n} hour", "A bar is {n} hours", n)
    return ngettext("A bar is {n} minute", "A bar is {n} minutes", minutes)
