"""However sheets are filled and marked: no ink outside the badges, no badge missing."""

import pypdfium2
import pytest
import zxingcpp
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.badges import (
    BadgeText,
    Calibration,
    Duplex,
    Fill,
    Looks,
    Marks,
    Point,
    Sheeting,
    design,
    designs,
    stocks,
    write_sheets,
)
from checkin.badges.cutting import crop_marks, fold_ticks
from checkin.badges.errors import BadgesDoNotFit
from checkin.badges.sides import on_back
from checkin.badges.units import MM

SCALE = 2
AS_IT_IS, OFF = Calibration(), Calibration(Point(1.5, -1), (99.5, 100.4))
LETTERS = "BCDFGHJKLNPRSTVX"
THAT_FIT = [
    (sheet, look)
    for sheet in stocks()
    for look in map(design, designs())
    if min(sheet.panel_size) > 30
]


def badges(count):
    return [
        BadgeText(
            bytes([n]),
            "BCDFGHJKLNPRSTVXBB" + LETTERS[n // 16] + LETTERS[n % 16],
            f"Anna-Maximiliane Number{n}",
            "Anna-Maximiliane",
            f"Number{n}",
            organisation="Gesellschaft zur Förderung der Hafenkultur",
            ticket_type="Guest",
            event_name="Evening",
        )
        for n in range(count)
    ]


sheetings = st.builds(
    lambda pair, used, **more: (
        Sheeting(pair[0], frozenset(used) & set(range(1, pair[0].places + 1)), **more),
        pair[1],
    ),
    st.sampled_from(THAT_FIT),
    st.sets(st.integers(1, 12)),
    fill=st.sampled_from(Fill),
    copies=st.integers(1, 3),
    duplex=st.sampled_from(Duplex),
    marks=st.sampled_from(Marks),
    resolution=st.sampled_from([None, 203, 300]),
    calibration=st.sampled_from([AS_IT_IS, OFF]),
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("laws")


@given(sheetings, st.integers(1, 15))
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_no_ink_is_outside_the_badges_and_the_marks_and_no_badge_is_missing(
    folder, chosen, count
):
    on, look = chosen
    try:
        report = write_sheets(folder / "a.pdf", badges(count), on, Looks(look))
    except BadgesDoNotFit:
        return
    fronts: dict[str, int] = {}
    for sheet, page in zip(report.pages, pages(folder / "a.pdf"), strict=True):
        if sheet:
            for code in zxingcpp.read_barcodes(page.resize(double(page))):
                fronts[code.text] = fronts.get(code.text, 0) + 1
        assert ink_left(page, on, folder, back=not sheet) is None
    wanted = on.copies * (2 if on.stock.fold and not look.has_back else 1)
    assert set(fronts.values()) <= {wanted}
    missed = {badge.code for badge in badges(count)} - set(fronts)
    assert len(missed) <= count // 10 + 1  # 144 dots an inch are few for a scanner


def double(page):
    return page.width * 2, page.height * 2


def pages(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [p.render(scale=SCALE, grayscale=True).to_pil().copy() for p in document]
    document.close()
    return found


def ink_left(page, on, folder, *, back):
    """What is not white once the badges and the marks are taken away."""
    left = page.copy()
    sheet = on.stock
    for place in range(1, sheet.places + 1):
        at = on_back(sheet, place, on.duplex).at if back else sheet.cell(place)
        left.paste(255, box(on, at, sheet.badge_size))
    if not back:
        for x, y, to_x, to_y in marks_of(on):
            size = (to_x - x, to_y - y)
            left.paste(255, box(on, Point(x, y), size))
    return left.point(lambda grey: 255 if grey < 250 else 0).getbbox()


def marks_of(on):
    yield from fold_ticks(on.stock)
    if on.marks is Marks.CROP:
        yield from crop_marks(on.stock)


def box(on, at, size, edge=2):
    """Where that is on the calibrated page, in pixels, with those that it may touch.

    A page is stretched to whole pixels, so that may be two.
    """
    (right, down), (across, tall) = on.calibration.offset, on.calibration.scale
    sides = (
        at[0] * across / 100 + right, at[1] * tall / 100 + down,
        (at[0] + size[0]) * across / 100 + right, (at[1] + size[1]) * tall / 100 + down,
    )  # fmt: skip
    left, top, end, bottom = (round(side * MM * SCALE) for side in sides)
    return left - edge, top - edge, end + edge, bottom + edge
