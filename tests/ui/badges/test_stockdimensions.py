"""The measures on the drawing of a sheet."""

from dataclasses import replace

from checkin.badges.measuring import Part
from checkin.settings import OwnStock, Unit
from checkin.ui.badges.stockdimensions import dimensions

OWN = OwnStock("Tray", "A4", (210, 297), (80, 50), 2, 5, (17.5, 13.5), (95, 55))


def across(own):
    """The numbers above and below the paper, by what they belong to."""
    return {d.part: d.number for d in dimensions(own) if d.across}


def test_every_measure_has_its_number_and_what_is_left_too():
    assert across(OWN) == {
        Part.LEFT: "17.5", Part.WIDTH: "80", Part.ACROSS: "95",
        Part.PAPER_WIDTH: "210", None: "17.5",
    }  # fmt: skip


def test_a_gap_stands_between_two_badges():
    (gap,) = [d for d in dimensions(replace(OWN, by_gap=True)) if d.part is Part.DOWN]
    assert (gap.start, gap.end, gap.number, gap.level) == (63.5, 68.5, "5", 0)


def test_inches_are_written_as_inches():
    assert across(replace(OWN, unit=Unit.INCH))[Part.WIDTH] == "3.15"


def test_a_single_badge_has_no_neighbour_and_nothing_is_left_beyond_the_paper():
    assert Part.ACROSS not in across(replace(OWN, columns=1))
    assert None not in across(replace(OWN, first=(60, 13.5)))
