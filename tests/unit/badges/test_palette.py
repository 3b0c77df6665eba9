"""Colours: legible, and each ticket type its own."""

import pytest

from checkin.badges import design, designs
from checkin.badges.palette import contrast, read_colour

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
