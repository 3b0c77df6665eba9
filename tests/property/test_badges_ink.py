"""Whatever a list says, nothing leaves its badge and nothing covers the code."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL.Image import Image

from checkin.badges import (
    BadgeText,
    Looks,
    Sheeting,
    design,
    designs,
    look_through,
    qr,
    stock,
    stocks,
    write_sheets,
)
from checkin.badges.band import band_words
from checkin.badges.layout import place
from checkin.badges.paint import GAP, PITCH
from checkin.badges.room import EM, MM, room
from checkin.model.code import ALPHABET, LENGTH, grouped
from checkin.typeset import Style, spaced

SCRIPTS = (
    "aÀĄzŁŞİßÉgjpqy WMJ -–'.,()/ΩЖй محمدعليلافاپگ אבגדּ अनुष्काश्रीक्ष ณัฐวุฒิปู่ญิ្ភាសាខ្មែរ "
    "王明龘さソ김뷁 གྷཀྵརྨ\u0317\u0301\u20dd\u200d\u202e 𝓐ﷺ🐉\U0001f468\ud800꧅𒐫⸻ꦗြမ"
)
hostile = st.text(st.sampled_from(SCRIPTS), max_size=60) | st.text(max_size=30)
long = st.text(st.sampled_from("WÅgmç "), min_size=40, max_size=300)
words = hostile | long
texts = st.builds(
    BadgeText,
    attendee=st.just(b"1"),
    code=st.sampled_from(
        ["BCDFGHJKLNPRSTVXBCDF", "https://example.org/ticket/0001" * 3]
    ),
    full_name=words,
    first_name=words,
    last_name=words,
    pronouns=words,
    organisation=words,
    role=words,
    ticket_type=words,
    event_name=words,
)
looks = st.sampled_from([design(name) for name in designs()])
CODE = spaced(grouped(ALPHABET + ALPHABET[:4]), Style.REGULAR, PITCH, GAP)
"""A code of ours in letters."""
SLACK = 0.01
SCALE = 144 / 72


@given(badge=texts, sheet=st.sampled_from(stocks()), look=looks)
@settings(max_examples=300)
def test_no_ink_leaves_the_text_area_or_comes_near_the_code(badge, sheet, look):
    arrangement = look.arranged_for(sheet)
    space = room(arrangement, sheet.panel_size)
    code_bottom = space.qr_top + space.qr_side + space.quiet  # where its letters begin
    code_left = space.qr_left + space.qr_side - CODE.width * space.code_size / EM
    below = 0.0
    for field in place(badge, arrangement, space):
        for setting in field.settings:
            left, top, right, bottom = setting.ink_box
            assert left >= 0
            assert right <= space.right + SLACK
            assert top >= 0
            assert bottom <= space.bottom + SLACK
            if bottom > space.code_top + SLACK:
                assert right <= space.narrow_right + SLACK
            if bottom > code_bottom + SLACK:
                assert right <= code_left + SLACK
            assert top >= below - SLACK
            below = bottom


@given(badge=texts, sheet=st.sampled_from(stocks()), look=looks)
@settings(max_examples=200)
def test_the_words_on_the_band_stay_on_it_and_apart(badge, sheet, look):
    arrangement = look.arranged_for(sheet)
    space = room(arrangement, sheet.panel_size)
    words = band_words(badge, arrangement, space, look.palette.white)
    end = space.left - SLACK
    for setting in words.settings:
        left, top, right, bottom = setting.ink_box
        assert left >= end
        assert right <= space.right + SLACK
        assert top >= space.band_top - SLACK
        assert bottom <= space.height + SLACK
        end = right


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


@given(badges=st.lists(texts, min_size=1, max_size=4), look=looks)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_no_ink_of_a_printed_sheet_is_outside_its_badges(folder, badges, look):
    out, sheet = folder / "a.pdf", stock()
    write_sheets(out, badges, Sheeting(sheet), Looks(look))
    page = first_page(out)
    for place_number in range(1, len(badges) + 1):
        page.paste(255, cell_box(sheet, place_number))
    assert ink(page) is None


@given(badges=st.lists(texts, min_size=1, max_size=4), look=looks)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_badges_that_are_only_looked_through_are_remarked_on_as_printed_ones_are(
    folder, badges, look
):
    twice = [*badges, *badges]
    report = write_sheets(folder / "c.pdf", twice, Sheeting(stock("3474")), Looks(look))
    assert look_through(twice, stock("3474"), Looks(look)) == report.remarks


@given(badge=texts, look=looks)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_the_quiet_zone_is_white_and_the_letters_of_the_code_stand_below(
    folder, badge, look
):
    out, sheet = folder / "b.pdf", stock()
    write_sheets(out, [badge], Sheeting(sheet), Looks(look))
    page, space = first_page(out), room(look.arranged_for(sheet), sheet.panel_size)
    x, y = (at * MM for at in sheet.cell(1))
    left, top = x + space.qr_left, y + space.qr_top
    right, bottom = left + space.qr_side, top + space.qr_side
    letters = box(right - 40, bottom + space.quiet, right, y + space.band_top - 1)
    assert ink(page.crop(letters)) is not None
    page.paste(255, box(left, top, right, bottom, edge=1))
    quiet = space.quiet
    ring = box(left - quiet, top - quiet, right + quiet, bottom + quiet, edge=-1)
    assert ink(page.crop(ring)) is None


def first_page(pdf: Path) -> Image:
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=SCALE, grayscale=True).to_pil().copy()
    document.close()
    return image


def box(*sides: float, edge: float = 0) -> tuple[int, int, int, int]:
    """From pt to pixels, larger by those that anti-aliasing may touch."""
    left, top, right, bottom = (round(side * SCALE) for side in sides)
    return left - edge, top - edge, right + edge, bottom + edge


def cell_box(sheet, number: int) -> tuple[int, int, int, int]:
    left, top = (at * MM for at in sheet.cell(number))
    width, height = (side * MM for side in sheet.badge_size)
    return box(left, top, left + width, top + height, edge=1)


def ink(image: Image) -> tuple[int, int, int, int] | None:
    return image.point(lambda value: 255 if value < 250 else 0).getbbox()


@given(st.text(st.sampled_from(ALPHABET), min_size=LENGTH, max_size=LENGTH))
@settings(max_examples=300)
def test_codes_put_together_from_parts_are_those_of_the_library(code):
    assert qr.rows(code) == qr.encoded(code)
