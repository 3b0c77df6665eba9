"""What is typed of one's own sheet, and what is said where it can't be."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.badges import stock, stocks
from checkin.badges.faults import doubts, faults, rest
from checkin.badges.measuring import Part, read_typed, written
from checkin.badges.ownstocks import as_stock, copy_of
from checkin.settings import OwnStock, Unit

GOOD = OwnStock("Tray 2", "A4", (210, 297), (80, 50), 2, 5, (17.5, 13.5), (95, 55), 4)


def said(own=GOOD, latest=None, **typed):
    """The faults of what stands in the fields, after these were changed."""
    fields = written(own)
    texts = dict(fields.texts) | {Part(part): text for part, text in typed.items()}
    measures, unread = read_typed(replace(fields, texts=texts), own)
    return {
        fault.part: fault.words for fault in faults(measures, unread, latest=latest)
    }


def words(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("by_gap", [False, True])
def test_what_was_written_into_the_fields_is_read_as_the_same(unit, by_gap):
    own = replace(GOOD, unit=unit, by_gap=by_gap)
    measures, unread = read_typed(written(own), own)
    assert not unread
    assert not faults(measures)
    assert measures.pitch == pytest.approx(own.pitch, abs=0.02)
    assert measures.badge_size == pytest.approx(own.badge_size, abs=0.02)
    assert measures.name == "Tray 2"


def test_a_good_sheet_has_no_faults_and_becomes_a_stock():
    assert faults(GOOD) == []
    made = as_stock(GOOD)
    assert (made.title, made.places, made.own) == ("Tray 2", 10, True)
    assert made.cell(10) == (112.5, 233.5)


@pytest.mark.parametrize(
    ("typed", "part", "sentence"),
    [
        ({"width": "80 x"}, Part.WIDTH, "Type a length, such as 80 or 17.5."),
        ({"width": ""}, Part.WIDTH, "Type a length, such as 80 or 17.5."),
        ({"columns": "two"}, Part.COLUMNS, "Type a whole number, such as 2."),
        ({"height": "0"}, Part.HEIGHT, "It has to be more than 0."),
        ({"rows": "0"}, Part.ROWS, "1 to 50."),
        ({"left": "-1"}, Part.LEFT, "It can’t be less than 0."),
        ({"across": "75"}, Part.ACROSS, "The badges overlap by 5 mm: at least 80 mm."),
        ({"down": "49,5"}, Part.DOWN, "The badges overlap by 0.5 mm: at least 50 mm."),
        ({"rows": "6"}, Part.ROWS, "The last row ends 41.5 mm beyond the paper."),
        ({"corner": "26"}, Part.CORNER, "At most 25 mm, half of the shorter side."),
        ({"name": "-"}, Part.NAME, "Give it a name, such as what stands on the pack."),
        ({"name": "l4785"}, Part.NAME, "Avery L4785 is called that already."),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_words_at_its_field(typed, part, sentence):
    found = said(**typed)
    assert {part: words(text) for part, text in found.items()} == {part: sentence}


def test_the_field_that_was_changed_last_is_blamed_where_several_could_be():
    assert set(said(left="40")) == {Part.COLUMNS}
    assert set(said(left="40", latest=Part.LEFT)) == {Part.LEFT}
    assert set(said(left="40", latest=Part.TOP)) == {Part.COLUMNS}


def test_two_sheets_can_not_have_one_name():
    (fault,) = faults(GOOD, taken=["tray-2"])
    assert fault.words == "You have a sheet of that name already."


@pytest.mark.parametrize("known", stocks(), ids=lambda known: known.title)
def test_every_shipped_stock_can_be_copied_as_it_is(known):
    assert faults(replace(copy_of(known), name="Mine")) == []


def test_a_folded_badge_has_room_for_the_corners_of_its_panels_only():
    folded = replace(copy_of(stock("A4 tent 8-up")), name="Mine", corner=19)
    (fault,) = faults(folded)
    assert words(fault.words).startswith("At most 18.5 mm")


EDGES = [-1, -0.011, -0.01, -0.009, -0.005, *[-0.004, 0, 0.01, 10] * 5]
"""mm that badges are apart, or that are left of the paper: around what may be."""


@st.composite
def measured(draw):
    """A sheet that can be, or only just not."""
    counts = [draw(st.integers(1, 4)) for _axis in "xy"]
    badge = [draw(st.integers(2000, 9000)) / 100 for _axis in "xy"]
    first = [draw(st.integers(0, 3000)) / 100 for _axis in "xy"]
    pitch = [side + draw(st.sampled_from(EDGES)) for side in badge]
    paper = [
        at + (n - 1) * apart + side + draw(st.sampled_from(EDGES))
        for at, n, apart, side in zip(first, counts, pitch, badge, strict=True)
    ]
    corner = draw(st.sampled_from([0, 3, min(badge) / 2, min(badge) / 2 + 0.01]))
    like = draw(st.sampled_from(["", "A7 tent 4-up", "Brother DK-1202", "gone"]))
    return OwnStock(
        "Mine", "", tuple(paper), tuple(badge), *counts, tuple(first), tuple(pitch),
        corner, like=like,
    )  # fmt: skip


@given(own=measured())
@settings(max_examples=500)
def test_whatever_is_measured_has_a_fault_or_is_a_stock(own):
    if not faults(own):
        assert as_stock(own).places == own.columns * own.rows
    assert isinstance(doubts(own), str)


@given(own=measured(), data=st.data())
@settings(max_examples=200)
def test_whatever_is_typed_is_read_or_told(own, data):
    fields = written(own)
    typed = {part: data.draw(st.text(max_size=8)) for part in Part}
    texts = {p: data.draw(st.sampled_from([fields.texts[p], typed[p]])) for p in Part}
    read, unread = read_typed(replace(fields, texts=texts), own)
    if not faults(read, unread):
        as_stock(read)


def test_gaps_are_added_to_the_badges():
    own = replace(GOOD, by_gap=True)
    fields = written(own)
    assert (fields.texts[Part.ACROSS], fields.texts[Part.DOWN]) == ("15", "5")
    typed = replace(fields, texts={**fields.texts, Part.ACROSS: "10"})
    measures, _unread = read_typed(typed, own)
    assert measures.pitch == (90, 55)
    assert "a gap can’t be less than 0" in said(own, across="-1")[Part.ACROSS]


def test_a_single_row_needs_no_distance_to_the_next():
    one = replace(GOOD, rows=1)
    assert said(one, down="") == {}
    assert said(one, down="3") == {}


def test_what_can_not_be_read_stays_as_it_was_for_the_drawing():
    fields = written(GOOD)
    typed = replace(fields, texts={**fields.texts, Part.WIDTH: "8O"})
    measures, unread = read_typed(typed, GOOD)
    assert measures.badge_size == (80, 50)
    assert unread == {Part.WIDTH}


def test_one_s_own_paper_is_measured_too():
    own = replace(GOOD, paper="", paper_size=(200, 290))
    fields = written(own)
    assert fields.texts[Part.PAPER_WIDTH] == "200"
    measures, _unread = read_typed(fields, own)
    assert (measures.paper, measures.paper_size) == ("", (200, 290))
    assert as_stock(measures).paper == "Own paper"


def test_uneven_margins_are_doubted_though_they_can_be():
    assert doubts(GOOD) == ""
    assert rest(GOOD) == (17.5, 13.5)
    uneven = replace(GOOD, first=(10, 13.5))
    assert faults(uneven) == []
    assert words(doubts(uneven)) == (
        "The margin is 10 mm on the left, but 25 mm on the right."
        " Most sheets are even: measure once more."
    )


@pytest.mark.parametrize("part", ["L4785", "CR80 tent 4-up", "DK-1202", "4x6 in roll"])
def test_a_copy_is_what_it_was_copied_from_but_for_its_name(part):
    known = stock(part)
    made = as_stock(replace(copy_of(known), name="Mine"))
    same = ("paper_size", "badge_size", "columns", "rows", "first", "pitch", "corner",
            "kind", "fold", "across", "continuous", "dots")  # fmt: skip
    for name in same:
        assert getattr(made, name) == getattr(known, name)
    assert made.title == "Mine"
