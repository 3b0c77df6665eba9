"""Fronts and backs lie upon each other, whichever way the printer turns the sheet."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageOps

from checkin.badges import (
    BadgeText,
    Duplex,
    Fill,
    Fold,
    Looks,
    Sheeting,
    Side,
    design,
    feeding_words,
    stock,
    write_sheets,
)
from checkin.badges.stock import Point, Size
from checkin.badges.units import MM

SCALE = 1.5
UPRIGHT = replace(
    stock(), first=Point(10, 20), badge_size=Size(70, 40), pitch=Size(80, 50), columns=2
)
"""All four margins are different."""
LANDSCAPE = replace(
    UPRIGHT, paper_size=Size(297, 210), columns=3, rows=3, first=Point(10, 25)
)
LAYOUTS = tuple(replace(one, back=one.front) for one in design().layouts)
TWO_SIDED = replace(design(), name="two", layouts=LAYOUTS)


class Strips:
    """Paints a strip along the top, and one along the left edge of the front.

    Seen through the paper, the one of the back is along its right edge.
    """

    def __init__(self, canvas, sheet, *_more):
        self._canvas, self._paper = canvas, sheet.paper_size
        self._size = sheet.panel_size

    def paint(self, badge, cell, side=Side.FRONT, *, turned=False):
        (width, height), strip = self._size, 6 + badge.attendee[0]
        at_left = (side is Side.FRONT) != turned
        x = cell.left if at_left else cell.left + width - strip
        y = cell.top + height - 10 if turned else cell.top
        self._fill(x, cell.top, strip, height)
        self._fill(cell.left, y, width, 10)
        return []

    def back(self, _badge):
        return []

    def _fill(self, left, top, width, height):
        bottom = self._paper.height - top - height
        box = (one * MM for one in (left, bottom, width, height))
        self._canvas.rect(*box, stroke=0, fill=1)


@pytest.fixture
def strips(monkeypatch):
    """No remarks are made on strips."""
    monkeypatch.setattr("checkin.badges.press.Painter", Strips)
    monkeypatch.setattr("checkin.badges.notes.Notes.note", lambda *_args: None)


def badges(count, ticket=""):
    return [
        BadgeText(bytes([n]), "", f"Anna {n}", ticket_type=ticket) for n in range(count)
    ]


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [
        page.render(scale=SCALE, grayscale=True).to_pil().copy() for page in document
    ]
    document.close()
    return found


def differ(one: Image.Image, other: Image.Image) -> bool:
    """By more than what rounding to pixels does."""
    odd = ImageChops.difference(one, other).point(lambda v: 255 if v > 200 else 0)
    return odd.getbbox() is not None


LONG, SHORT = Duplex.LONG_EDGE, Duplex.SHORT_EDGE


@pytest.mark.usefixtures("strips")
@pytest.mark.parametrize(
    ("sheet", "duplex", "turn"),
    [
        (UPRIGHT, LONG, ImageOps.mirror),
        (UPRIGHT, SHORT, ImageOps.flip),
        (LANDSCAPE, LONG, ImageOps.flip),
        (LANDSCAPE, SHORT, ImageOps.mirror),
    ],
    ids=["portrait, long", "portrait, short", "landscape, long", "landscape, short"],
)
@pytest.mark.parametrize("fill", Fill)
def test_held_up_to_the_light_backs_are_behind_their_fronts(
    tmp_path, sheet, duplex, turn, fill
):
    out = tmp_path / "two.pdf"
    on = Sheeting(sheet, frozenset({2}), fill=fill, duplex=duplex)
    report = write_sheets(out, badges(sheet.places + 3), on, Looks(TWO_SIDED))
    first, behind, second, behind_it = pages(out)
    assert report.pages == (1, 0, 2, 0)
    assert (report.sheets, report.badges) == (2, sheet.places + 3)
    assert not differ(first, turn(behind))
    assert not differ(second, turn(behind_it))
    assert differ(first, behind)


@pytest.mark.usefixtures("strips")
def test_backs_apart_follow_all_fronts_in_the_same_order(tmp_path):
    out, on = tmp_path / "two.pdf", Sheeting(UPRIGHT, duplex=Duplex.APART)
    report = write_sheets(out, badges(13), on, Looks(TWO_SIDED))
    first, second, behind, behind_it = pages(out)
    assert report.pages == (1, 2, 0, 0)
    assert not differ(first, ImageOps.mirror(behind))
    assert not differ(second, ImageOps.mirror(behind_it))


@pytest.mark.usefixtures("strips")
def test_fronts_alone_have_no_pages_behind_them(tmp_path):
    out = tmp_path / "one.pdf"
    fronts = Sheeting(UPRIGHT, duplex=Duplex.FRONTS)
    assert write_sheets(out, badges(3), fronts, Looks(TWO_SIDED)).pages == (1,)
    assert write_sheets(out, badges(3), Sheeting(UPRIGHT), Looks(design())).pages == (
        1,
    )
    assert len(pages(out)) == 1


@pytest.mark.usefixtures("strips")
def test_of_two_designs_only_the_two_sided_one_has_backs_but_all_sheets_do(tmp_path):
    out = tmp_path / "two.pdf"
    looks = Looks(design(), (("Crew", TWO_SIDED),))
    given = [*badges(10), *badges(1, "Crew")]
    report = write_sheets(out, given, Sheeting(UPRIGHT), looks)
    _first, behind, second, behind_it = pages(out)
    assert report.pages == (1, 0, 2, 0)
    assert ImageOps.invert(behind).getbbox() is None
    assert not differ(second, ImageOps.mirror(behind_it))


def panels(pdf, sheet, place=1):
    """The near half of a folded badge, and the far one turned upright."""
    (page,) = pages(pdf)
    width, height = (round(side * MM * SCALE) for side in sheet.panel_size)
    found = []
    for left, top in (sheet.front(place), sheet.folded_back(place)):
        x, y = round(left * MM * SCALE), round(top * MM * SCALE)
        found.append(page.crop((x, y, x + width, y + height)))
    return found[0], found[1].rotate(180)


TENT = next(one for one in [stock("CR80 tent 4-up")] if one.fold is Fold.TOP)


def test_both_halves_of_a_folded_badge_show_the_front_one_upside_down(tmp_path):
    out = tmp_path / "tent.pdf"
    anna = BadgeText(b"1", "BCDFGHJKLNPRSTVXBBBB", "Anna Berger", "Anna", "Berger")
    report = write_sheets(out, [anna], Sheeting(TENT), Looks(design()))
    near, far = panels(out, TENT)
    assert near.size == far.size
    odd = ImageChops.difference(near.reduce(9), far.reduce(9))
    assert odd.getextrema()[1] < 60  # both halves fall between pixels, each otherwise
    assert ImageChops.difference(near, far.rotate(180)).getextrema()[1] > 200
    assert ImageOps.invert(near).getbbox() is not None
    assert report.pages == (1,)


@pytest.mark.usefixtures("strips")
def test_the_far_half_shows_the_back_if_there_is_one(tmp_path):
    out = tmp_path / "tent.pdf"
    on = Sheeting(TENT, duplex=LONG)
    assert write_sheets(out, badges(1), on, Looks(TWO_SIDED)).pages == (1,)
    near, far = panels(out, TENT)
    assert not differ(near, ImageOps.mirror(far))


def test_the_agenda_is_on_the_back_as_text(tmp_path):
    out = tmp_path / "a.pdf"
    anna = BadgeText(b"1", "", "Anna Berger", "Anna", more={"agenda": "18:00 Talk"})
    write_sheets(out, [anna], Sheeting(stock()), Looks(design("agenda")))
    document = pypdfium2.PdfDocument(out)
    front, back = (page.get_textpage().get_text_bounded() for page in document)
    document.close()
    assert "Talk" in back
    assert "Talk" not in front


def test_a_printer_that_gets_all_pages_has_to_run_empty_before_the_backs():
    looks = Looks(TWO_SIDED)
    apart = Sheeting(UPRIGHT, duplex=Duplex.APART)
    assert "just 5 sheets" in feeding_words(apart, looks, 5)
    assert feeding_words(Sheeting(UPRIGHT), looks, 5) == ""
    assert feeding_words(apart, Looks(design()), 5) == ""
