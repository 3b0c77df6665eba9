"""Each module of a code is a whole number of the printer's dots, all the same."""

from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from checkin.badges import (
    BadgeText,
    Calibration,
    Looks,
    Marks,
    Point,
    Sheeting,
    WrongSheeting,
    design,
    qr,
    stock,
    write_sheets,
)
from checkin.badges.dots import LEAST, Grid, on_whole_dots
from checkin.badges.units import MM

CODES = ["BCDFGHJKLNPRSTVXB" + end for end in ("BBB", "BCD", "XVT")]
OFF = Calibration(Point(0.7, -0.4), (99.6, 100.3))
LONG = "https://tickets.example.org/check-in/4029457100293847112345-0001"


def badges(codes=CODES):
    return [
        BadgeText(c.encode(), c, "Anna", "Anna", ticket_type="Guest") for c in codes
    ]


def one_bit(pdf, dots):
    """Each page as rows of 1 and 0 as a printer of that many dots makes them."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        picture = page.render(scale=dots / 72, grayscale=True).to_pil().copy()
        yield picture.point(lambda grey: 0 if grey < 128 else 255)
    document.close()


def dots_a_module(picture, code, *, turned=False):
    """How many dots wide and high every module is; fails if they are not the same."""
    rows = qr.rows(code)
    if turned:
        rows = [row[::-1] for row in rows[::-1]]
    (found,) = [one for one in zxingcpp.read_barcodes(picture) if one.text == code]
    spots = (
        found.position.top_left, found.position.top_right,
        found.position.bottom_left, found.position.bottom_right,
    )  # fmt: skip
    left, right = min(p.x for p in spots), max(p.x for p in spots)
    top = min(p.y for p in spots)
    n = round((right - left) / len(rows))
    side = n * len(rows)
    wanted = b"".join(
        bytes(0 if dark == "1" else 255 for dark in row for _dot in range(n)) * n
        for row in rows
    )
    for x in range(left - 3, left + 4):
        for y in range(top - 3, top + 4):
            if picture.crop((x, y, x + side, y + side)).tobytes() == wanted:
                return n
    raise AssertionError(f"the modules of {code} are not all {n} dots")


@pytest.mark.parametrize(
    "calibration", [Calibration(), OFF], ids=["as it is", "put right"]
)
@pytest.mark.parametrize("dots", [203, 300, 600])
@pytest.mark.parametrize("part", ["62 mm roll", "4x3 in roll", "30857", "CR80"])
def test_every_module_is_so_many_dots_wide_and_high(tmp_path, part, dots, calibration):
    out, sheet = tmp_path / "roll.pdf", stock(part)
    on = Sheeting(sheet, calibration=calibration, resolution=dots)
    write_sheets(out, badges(), on, Looks(design()))
    for code, picture in zip(CODES, one_bit(out, dots), strict=True):
        assert dots_a_module(picture, code) * 25.4 / dots > 0.7


def test_a_roll_knows_its_dots_by_itself(tmp_path):
    out = tmp_path / "roll.pdf"
    for part, dots in (("62 mm roll", 300), ("4x3 in roll", 203)):
        write_sheets(out, badges(CODES[:1]), Sheeting(stock(part)), Looks(design()))
        (picture,) = one_bit(out, dots)
        assert dots_a_module(picture, CODES[0])
    assert Sheeting(stock()).dots is None


@pytest.mark.parametrize("part", ["L4785", "CR80 tent 4-up"])
def test_on_sheets_too_all_places_and_what_is_turned(tmp_path, part):
    out, sheet = tmp_path / "sheet.pdf", stock(part)
    codes = [f"BCDFGHJKLNPRSTVX{a}{b}BB" for a in "BCD" for b in "FGHJ"][: sheet.places]
    on = Sheeting(sheet, resolution=203, calibration=OFF)
    write_sheets(out, badges(codes), on, Looks(design()))
    (page,) = one_bit(out, 203)
    for place, code in enumerate(codes, 1):
        panels = [(sheet.front(place), False)]
        panels += [(sheet.cell(place), True)] if sheet.fold else []
        for (left, top), turned in panels:
            width, height = sheet.panel_size
            sides = (left - 2, top - 2, left + width + 2, top + height + 2)
            box = tuple(round(side * MM * 203 / 72) for side in sides)
            assert dots_a_module(page.crop(box), code, turned=turned) in (6, 7)


def test_a_long_code_gets_larger_modules_into_its_quiet_zone_if_it_must(tmp_path):
    out = tmp_path / "roll.pdf"
    write_sheets(
        out, badges([LONG * 2]), Sheeting(stock("4x6 in roll")), Looks(design())
    )
    (picture,) = one_bit(out, 203)
    assert dots_a_module(picture, LONG * 2) * 25.4 / 203 >= 0.3


def test_the_same_comes_out_as_the_same_bytes(tmp_path):
    on = Sheeting(stock("62 mm roll"), calibration=OFF, marks=Marks.OUTLINE)
    for name in ("a.pdf", "b.pdf"):
        write_sheets(tmp_path / name, badges(), on, Looks(design()))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("dots", [0, 50, 5000])
def test_no_printer_has_so_few_or_so_many(dots):
    with pytest.raises(WrongSheeting):
        Sheeting(stock(), resolution=dots or 1)


@pytest.mark.parametrize("dots", [203, 300])
@pytest.mark.parametrize("side", [61.98, 101.6, 210.0])
def test_a_page_is_a_whole_number_of_dots_and_hardly_larger_than_the_paper(dots, side):
    size = on_whole_dots(
        replace(stock(), columns=1).paper_size._replace(width=side), dots
    )
    counted = size.width / 25.4 * dots
    assert counted == pytest.approx(round(counted), abs=0.003)
    assert counted < round(counted)
    assert -0.01 < size.width - side < 25.4 / dots


grids = st.builds(
    lambda dots, x, y, across, down: Grid.of(
        dots, Calibration(Point(x, y), (across, down))
    ),
    st.sampled_from([203, 300, 600]),
    st.floats(-3, 3), st.floats(-3, 3), st.floats(99, 101), st.floats(99, 101),
)  # fmt: skip


@given(
    grids, st.floats(0, 300), st.floats(0, 300), st.floats(40, 90),
    st.sampled_from([21, 25, 37, 57]), st.sampled_from([0, 0.5, 1]), st.booleans(),
)  # fmt: skip
def test_a_code_falls_on_dots_and_stays_within_its_place_and_quiet_zone(
    grid, left, top, side, modules, hold, turned
):
    here = grid.on_badge(17.3, 41.9, 200, 120, turned=turned)
    quiet = side * 4 / 21
    fit = here.fit(left, top, side, modules, quiet=quiet, hold=hold)
    for at, origin, dot in (
        (fit.left, here.left, here.across), (fit.top, here.top, here.down),
    ):  # fmt: skip
        assert (at - origin) / dot == pytest.approx(
            round((at - origin) / dot), abs=1e-6
        )
    assert fit.across == pytest.approx(fit.dots * here.across)
    assert fit.down == pytest.approx(fit.dots * here.down)
    own = 4 * max(fit.across, fit.down) - max(here.across, here.down)
    dot = max(here.across, here.down)
    for at, module, start in ((fit.left, fit.across, left), (fit.top, fit.down, top)):
        assert at - own >= start - quiet - dot
        assert at + modules * module + own <= start + side + quiet + dot
    smaller = modules * fit.across <= side * 1.001
    assert smaller or (fit.dots - 1) * dot < LEAST
