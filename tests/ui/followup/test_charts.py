"""The charts: their figures, as a picture, in words and as a table; where they are."""

import pytest
from PySide6.QtCore import Qt
from windows import at

from checkin.followup.arrivals import histogram
from checkin.followup.statistics import Rate
from checkin.ui import look
from checkin.ui.followup.charts import ArrivalsChart, RatesChart

AT_18_00 = 28_346_040
"""In minutes since 1970."""


def test_the_show_rate_is_that_of_the_guests_who_were_expected(page):
    charts = page.charts
    assert charts.who.title.text() == "35 of 53 came"
    assert (
        charts.who.line.text()
        == "Show rate 66 %. 2 walk-ins besides. 1 other was let in."
    )
    assert charts.rates.accessibleDescription() == (
        "Member: 19 of 28, Guest: 9 of 16, Staff: 3 of 5, Speaker: 4 of 4"
    )


def test_the_busiest_quarter_of_an_hour_stands_above_the_arrivals(page):
    assert page.charts.when.line.text() == (
        "Busiest: 18:25 to 18:40, 27 people\nA bar is 5 minutes"
    )
    assert page.charts.arrivals.accessibleDescription() == (
        "18:15: 3, 18:20: 4, 18:25: 6, 18:30: 9, 18:35: 12, 18:40: 4"
    )


def test_without_guests_the_charts_say_what_they_will_show(breakfast, show):
    page = show(breakfast.path)
    assert page.charts.who.title.text() == "Nobody is expected yet"
    assert not page.charts.who.swap.isVisible()
    assert not page.charts.when.swap.isVisible()
    assert not page.charts.arrivals.isVisible()


def test_before_anybody_came_nobody_of_those_expected_has(breakfast, show):
    breakfast.add("Anna", ticket_type="Member")
    page = show(breakfast.path)
    assert page.charts.who.title.text() == "0 of 1 came"
    assert page.charts.who.line.text() == "Nobody has come yet."


def test_guests_without_a_ticket_type_have_a_bar_too(breakfast, show):
    breakfast.comes(breakfast.add("Anna"))
    page = show(breakfast.path)
    assert page.charts.rates.rates == [Rate("No ticket type", 1, 1)]


def test_a_chart_becomes_a_table_and_a_chart_again(page, qtbot):
    card = page.charts.when
    assert card.swap.text() == "As a table"
    assert card.swap.accessibleName() == "When they came: As a table"
    qtbot.mouseClick(card.swap, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    model = card.table.model()
    cells = [
        [model.index(row, column).data() for column in range(2)]
        for row in range(model.rowCount())
    ]
    assert cells[4] == ["18:35", "12"]
    assert len(cells) == 6
    qtbot.keyClick(card.swap, Qt.Key.Key_Space)
    assert card.chart.isVisible()


def test_the_table_can_be_read_with_the_arrow_keys_and_left_with_tab(page, qtbot):
    card = page.charts.who
    card.swap.click()
    card.table.setFocus()
    qtbot.keyClick(card.table, Qt.Key.Key_Down)
    qtbot.keyClick(card.table, Qt.Key.Key_Right)
    assert card.table.currentIndex().data() is not None
    qtbot.keyClick(card.table, Qt.Key.Key_Tab)
    assert page.window().focusWidget() is page.charts.when.swap


@pytest.mark.parametrize(
    ("minutes", "busiest", "bar"),
    [
        (60, "Busiest: 18:40 to 18:55, 2 people", "A bar is 5 minutes"),
        (300, "Busiest: 18:40 to 18:55, 2 people", "A bar is 30 minutes"),
        (720, "Busiest: Thu 23 Nov, 18:40 to 18:55, 2 people", "A bar is 1 hour"),
        (2880, "Busiest: Thu 23 Nov, 18:40 to 18:55, 2 people", "A bar is 6 hours"),
        (40_000, "Busiest: Thu 23 Nov, 18:40 to 18:55, 2 people", "A bar is 4 days"),
    ],
)
def test_a_long_event_has_longer_bars_and_says_so(
    breakfast, show, clock, minutes, busiest, bar
):
    people = [breakfast.add(name) for name in ("Ada", "Bo", "Cy")]
    breakfast.comes(people[0])
    breakfast.comes(people[1])
    clock.at = at(clock, minutes)
    breakfast.comes(people[2])
    page = show(breakfast.path)
    assert page.charts.when.line.text().split("\n") == [busiest, bar]
    assert len(page.charts.arrivals.histogram.counts) <= 20


# -- where they are


def test_f9_puts_the_focus_on_the_charts_where_they_are_to_be_seen(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert page.window().focusWidget() is page.charts.who.swap
    assert page.window().ring.isVisible()
    assert page.chosen.isVisible()


def test_in_a_narrow_window_f9_puts_the_charts_where_the_list_was(page, qtbot):
    page.window().resize(1024, 700)
    assert not page.charts.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F9)
    assert page.charts.isVisible()
    assert not page.chosen.isVisible()
    assert page.toggle_button.text() == "Back to the list"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.chosen.isVisible()
    assert not page.charts.isVisible()
    assert page.toggle_button.text() == "Overview"


def test_a_window_that_grows_shows_both(page, qtbot):
    page.window().resize(1024, 700)
    qtbot.keyClick(page, Qt.Key.Key_F9)
    page.window().resize(1280, 800)
    assert page.charts.isVisible()
    assert page.chosen.isVisible()


# -- how they are painted


@pytest.fixture
def arrivals(qtbot, qapp):
    """Paints arrivals so many a step; gives the picture."""
    chart = ArrivalsChart()
    qtbot.addWidget(chart)
    chart.resize(254, 300)

    def paint(*counts):
        moments = [
            AT_18_00 + n * 5 for n, many in enumerate(counts) for _ in range(many)
        ]
        chart.show_histogram(histogram(moments))
        return chart.grab().toImage()

    return paint


def columns(picture, token):
    """Where a colour is, as (first, last) x of each run, on the line above the axis."""
    wanted, y = look.colour(token), picture.height() - look.look().px(26) - 2
    inside = [x for x in range(picture.width()) if picture.pixelColor(x, y) == wanted]
    runs = []
    for x in inside:
        if runs and x == runs[-1][1] + 1:
            runs[-1][1] = x
        else:
            runs.append([x, x])
    return runs


def test_the_highest_bar_is_in_accent_and_the_others_are_not(arrivals):
    picture = arrivals(2, 3, 5, 11, 7)
    (peak,) = columns(picture, "accent")
    others = columns(picture, "chart2")
    assert len(others) == 4
    assert [run for run in others if run[0] > peak[1]] == [others[3]]


def test_of_two_highest_bars_the_earlier_is_the_peak(arrivals):
    picture = arrivals(4, 1, 4)
    assert columns(picture, "accent")[0][0] < columns(picture, "chart2")[0][0]


def test_every_bar_has_its_number_above_it(arrivals):
    picture = arrivals(2, 3, 5, 11, 7)
    ground = picture.pixelColor(0, 0)
    for start, end in columns(picture, "chart2") + columns(picture, "accent"):
        middle = (start + end) // 2
        base = picture.height() - look.look().px(26) - 2
        fill = picture.pixelColor(middle, base)
        top = next(
            y for y in range(base, 0, -1) if picture.pixelColor(middle, y) != fill
        )
        above = {
            picture.pixelColor(x, y).rgb()
            for x in range(start, end)
            for y in range(top - 16, top - 3)
        }
        assert len(above - {ground.rgb()}) > 2


def test_long_numbers_stand_on_end_instead_of_running_into_each_other(arrivals):
    few, many = arrivals(*[9] * 14), arrivals(*[1234] * 14)

    def ink(picture):
        """Rows with ink in them, above the bars."""
        ground = picture.pixelColor(0, 0)
        first = columns(picture, "accent")[0][0]
        fill = look.colour("accent")
        tall = 0
        for y in range(picture.height() - 40):
            line = {picture.pixelColor(x, y).rgb() for x in range(first, first + 10)}
            if fill.rgb() in line:
                break
            tall += bool(line - {ground.rgb()})
        return tall

    assert ink(few) < 16
    assert ink(many) > 24


def test_a_rate_is_as_long_as_its_part(qtbot):
    chart = RatesChart()
    qtbot.addWidget(chart)
    chart.show_rates([Rate("Member", 25, 50), Rate("Staff", 0, 3), Rate("Guest", 3, 3)])
    chart.resize(200, chart.sizeHint().height())
    picture, accent = chart.grab().toImage(), look.colour("accent")
    tall = chart.height() // 3
    lengths = [
        sum(picture.pixelColor(x, n * tall + tall - 9) == accent for x in range(200))
        for n in range(3)
    ]
    assert lengths == [pytest.approx(100, abs=3), 0, pytest.approx(200, abs=3)]
