"""Whatever a list says, nothing leaves its badge and nothing covers the code."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PIL.Image import Image

from checkin.badges import (
    BadgeText,
    Design,
    Looks,
    Sheeting,
    Side,
    design,
    designs,
    look_through,
    qr,
    stock,
    stocks,
    write_sheets,
)
from checkin.badges.band import BandWords
from checkin.badges.palette import Tint
from checkin.badges.room import CAPITALS, Frame
from checkin.badges.setting import Laid, LaidText, Setter
from checkin.badges.units import MM
from checkin.model.code import ALPHABET, LENGTH

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
    first_time=st.sampled_from(["", "1"]),
    host_name=words,
    plus_one=words,
    venue=words,
    more=st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("ask me about", "suche", "agenda"), words)
    ),
)
looks = st.sampled_from([design(name) for name in designs()])
SLACK = 0.01
SCALE = 144 / 72


@given(badge=texts, sheet=st.sampled_from(stocks()), look=looks)
@settings(max_examples=300)
def test_no_ink_leaves_its_frame_or_comes_near_the_code(badge, sheet, look):
    assume(look.fits(sheet))
    setter = Setter(sheet, look)
    for side in Side:
        clear = [zone for code in setter.codes(side) for zone in code.kept_clear]
        for one in setter.set(badge, tint(look), side):
            if isinstance(one.content, LaidText):
                holds_its_text(one, clear)


def tint(look: Design) -> Tint:
    return Tint(look.palette, look.palette.tickets[0])


def holds_its_text(laid: Laid, clear: list[Frame]) -> None:
    below = -1000.0
    assert isinstance(laid.content, LaidText)
    for field in laid.content.fields:
        for setting in field.settings:
            ink = Frame(*setting.ink_box)
            assert ink.left >= laid.frame.left - setting.size / 10 - SLACK
            assert ink.right <= laid.frame.right + SLACK
            assert ink.bottom <= laid.frame.bottom + SLACK
            assert min(ink.left, ink.top) >= -SLACK
            assert not any(ink.within(SLACK).meets(zone) for zone in clear)
            assert ink.top >= below - SLACK
            below = ink.bottom


@given(badge=texts, sheet=st.sampled_from(stocks()), look=looks)
@settings(max_examples=200)
def test_the_words_on_the_bands_stay_on_them_and_apart(badge, sheet, look):
    assume(look.fits(sheet))
    for one in Setter(sheet, look).set(badge, tint(look)):
        if isinstance(one.content, BandWords):
            end = -1.0
            for left, top, right, bottom in sorted(
                setting.ink_box for setting in one.content.settings
            ):
                assert left >= end - SLACK
                assert right <= one.frame.right + SLACK
                assert top >= one.frame.top - SLACK
                assert bottom <= one.frame.bottom + SLACK
                end = right


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sheets")


@given(
    badges=st.lists(texts, min_size=1, max_size=4),
    look=looks,
    sheet=st.sampled_from([stock(), stock("7164"), stock("A7 4-up"), stock("7160")]),
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_no_ink_of_a_printed_sheet_is_outside_its_badges(folder, badges, look, sheet):
    assume(look.fits(sheet))
    out = folder / "a.pdf"
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
    twice, sheet = [*badges, *badges], stock("9012")
    assume(look.fits(sheet))
    report = write_sheets(folder / "c.pdf", twice, Sheeting(sheet), Looks(look))
    assert look_through(twice, sheet, Looks(look)) == report.remarks


@given(badge=texts, look=looks)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_the_quiet_zone_is_white_and_the_letters_of_the_code_stand_below(
    folder, badge, look
):
    out, sheet = folder / "b.pdf", stock()
    assume(look.fits(sheet))
    write_sheets(out, [badge], Sheeting(sheet), Looks(look))
    page = first_page(out)
    (code,) = Setter(sheet, look).codes()
    x, y = (at * MM for at in sheet.cell(1))
    left, top = x + code.modules.left, y + code.modules.top
    right, bottom = x + code.modules.right, y + code.modules.bottom
    if code.letters:
        under = bottom + code.quiet
        letters = box(left, under, right, under + code.letters * CAPITALS)
        assert ink(page.crop(letters)) is not None
    page.paste(255, box(left, top, right, bottom, edge=1))
    quiet = code.quiet
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
