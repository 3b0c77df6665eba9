"""One badge as it is painted: where, and which way up."""

from contextlib import closing

import pypdfium2

from checkin.badges import BadgeText, Side, design, stock
from checkin.badges.paint import Painter
from checkin.badges.units import MM
from checkin.typeset import new_canvas, save

ANNA = BadgeText(
    b"1", "BCDFGHJKLNPRSTVXBCDF", "Anna Li", "Anna", "Li", ticket_type="Member"
)


def picture(folder, side=Side.FRONT, *, turned=False):
    """The first place of a sheet, as grey pixels."""
    out, sheet = folder / "one.pdf", stock()
    canvas = new_canvas(210 * MM, 297 * MM, title="")
    Painter(canvas, sheet, design(), {}).paint(ANNA, sheet.cell(1), side, turned=turned)
    canvas.showPage()
    save(canvas, out)
    left, top = sheet.cell(1)
    with closing(pypdfium2.PdfDocument(out)) as pdf:
        whole = pdf[0].render(scale=10 / MM, grayscale=True).to_pil().convert("L")
    box = left, top, left + 80, top + 50
    return whole.crop([round(10 * side) for side in box])


def test_a_turned_badge_is_the_same_upside_down_in_the_same_place(tmp_path):
    upright = picture(tmp_path).rotate(180).resize((160, 100))
    turned = picture(tmp_path, turned=True).resize((160, 100))
    pairs = zip(upright.tobytes(), turned.tobytes(), strict=True)
    assert sum(abs(one - other) for one, other in pairs) / 16_000 < 4
    assert upright.getextrema()[0] < 50


def test_the_back_of_a_design_without_one_is_empty(tmp_path):
    assert not design().has_back
    assert picture(tmp_path, Side.BACK).getextrema() == (255, 255)
