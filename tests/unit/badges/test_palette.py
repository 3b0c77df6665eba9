"""Colours: legible, and each ticket type its own."""

import pytest

from checkin.badges import design, designs
from checkin.badges.elements import Band, Text
from checkin.badges.palette import Tint, contrast, darkened, read_colour

PALETTE = design().palette
SMALL_TEXT = 4.5
"""The contrast that WCAG 2.2 asks for, level AA."""


EVERY_DESIGN = pytest.mark.parametrize("name", designs())


@EVERY_DESIGN
def test_the_words_on_every_band_can_be_read(name):
    palette = design(name).palette
    for fill in (*palette.tickets, palette.plain):
        assert contrast(palette.text_on(fill), fill) >= SMALL_TEXT


@EVERY_DESIGN
def test_the_words_on_white_can_be_read(name):
    palette = design(name).palette
    for ink in (palette.ink, palette.muted):
        assert contrast(ink, palette.white) >= SMALL_TEXT


def test_black_on_white_has_the_largest_contrast():
    assert contrast(read_colour("#000000"), read_colour("#ffffff")) == pytest.approx(21)


def test_text_on_a_light_band_is_dark():
    assert PALETTE.text_on(read_colour("#ffe08a")) == PALETTE.ink


def test_as_many_ticket_types_as_colours_have_colours_of_their_own():
    types = [f"type {number}" for number in range(len(PALETTE.tickets))]
    assert len(set(PALETTE.of_tickets(types).values())) == len(types)


def test_the_order_of_the_types_does_not_matter():
    types = ["Member", "Guest", "Speaker", "Volunteer"]
    assert PALETTE.of_tickets(types) == PALETTE.of_tickets(reversed(types))


def test_a_type_has_its_colour_however_it_is_written():
    chosen = PALETTE.of_tickets(["Member"])
    assert PALETTE.of_ticket(" MEMBER ", chosen) == PALETTE.of_ticket("Member", chosen)


def test_nobody_without_a_ticket_type_looks_like_one_with():
    assert PALETTE.of_ticket("", {}) == PALETTE.plain
    assert PALETTE.plain not in PALETTE.tickets


def test_more_types_than_colours_still_have_colours():
    types = [f"type {number}" for number in range(30)]
    assert len(PALETTE.of_tickets(types)) == 30


def grounds_and_inks(name):
    """The names of colours of all words of a design, and of what they stand on."""
    for layout in design(name).layouts:
        for element in (*layout.front, *layout.back):
            if isinstance(element, Text):
                for line in element.lines:
                    yield line.ink, line.fill or element.on
            elif isinstance(element, Band):
                yield "white", element.fill


@EVERY_DESIGN
def test_all_words_can_be_read_on_what_they_stand_on(name):
    palette = design(name).palette
    for ticket in (*palette.tickets, palette.plain):
        tint = Tint(palette, ticket)
        for ink, ground in grounds_and_inks(name):
            assert contrast(tint.text(ink, ground), tint.fill(ground)) >= SMALL_TEXT


GREYS = [f"#{level:02x}{level:02x}{level:02x}" for level in range(256)]


@pytest.mark.parametrize("grey", GREYS[::5])
def test_a_fill_that_neither_white_nor_ink_can_be_read_on_gets_darker(grey):
    given, texts = read_colour(grey), (PALETTE.white, PALETTE.ink)
    fill = darkened(given, *texts)
    assert max(contrast(text, fill) for text in texts) >= SMALL_TEXT
    if max(contrast(text, given) for text in texts) >= SMALL_TEXT:
        assert fill == given
    else:
        assert fill.luminance() < given.luminance()


def test_a_pale_colour_of_tickets_gets_darker_as_ink_on_white():
    pale = design("quiet").palette
    tint = Tint(pale, pale.tickets[0])
    ink = tint.text("ticket", "white")
    assert contrast(ink, pale.white) >= SMALL_TEXT
    assert ink.blue > ink.red


def test_a_fill_that_nothing_can_be_read_on_becomes_black():
    black = read_colour("#000000")
    assert darkened(read_colour("#808080"), read_colour("#333333")) == black
    assert darkened(black, black) == black
