"""Whatever a list says, nothing leaves its badge and nothing covers the code."""

from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.badges import BadgeText, design, qr, stock, stocks, write_sheets
from checkin.badges.band import band_words
from checkin.badges.layout import place
from checkin.badges.room import MM, room
from checkin.model.code import ALPHABET, LENGTH

SCRIPTS = (
    "aÀĄzŁŞİßÉgjpqy WMJ -–'.,()/ΩЖй محمدعليلافاپگ אבגדּ अनुष्काश्रीक्ष ณัฐวุฒิปู่ญิ្ភាសាខ្មែរ "
    "王明龘さソ김뷁 གྷཀྵརྨ\u0317\u0301\u20dd\u200d\u202e 𝓐ﷺ🐉\U0001f468꧅𒐫⸻ꦗြမ"
)
hostile = st.text(st.sampled_from(SCRIPTS), max_size=60) | st.text(max_size=30)
long = st.text(st.sampled_from("WÅgmç "), min_size=40, max_size=300)
words = hostile | long
texts = st.builds(
    BadgeText,
    attendee=st.just(b"1"),
    code=st.just("BCDFGHJKLNPRSTVXBCDF"),
    full_name=words,
    first_name=words,
    last_name=words,
    pronouns=words,
    organisation=words,
    role=words,
    ticket_type=words,
    event_name=words,
)
LOOK = design()
SLACK = 0.01


@given(badge=texts, sheet=st.sampled_from(stocks()))
@settings(max_examples=300)
def test_no_ink_leaves_the_text_area_or_comes_near_the_code(badge, sheet):
    arrangement = LOOK.arranged_for(sheet)
    space = room(arrangement, sheet.badge_size)
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
            assert top >= below - SLACK
            below = bottom


@given(badge=texts, sheet=st.sampled_from(stocks()))
@settings(max_examples=200)
def test_the_words_on_the_band_stay_on_it_and_apart(badge, sheet):
    arrangement = LOOK.arranged_for(sheet)
    space = room(arrangement, sheet.badge_size)
    words = band_words(badge, arrangement, space, LOOK.palette.white)
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


@given(badges=st.lists(texts, min_size=1, max_size=4))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_no_ink_of_a_printed_sheet_is_outside_its_badges(folder, badges):
    out, sheet = folder / "a.pdf", stock()
    write_sheets(out, badges, sheet, LOOK)
    for box in dark_boxes(out, sheet, len(badges)):
        assert box is None


def dark_boxes(pdf: Path, sheet, count: int):
    """The ink left on the sheet once its badges are painted over."""
    scale = 100 / 72
    document = pypdfium2.PdfDocument(pdf)
    image = document[0].render(scale=scale, grayscale=True).to_pil().copy()
    document.close()
    edge = 1.5  # pixels that anti-aliasing may touch
    for number in range(1, count + 1):
        left, top = (at * MM * scale - edge for at in sheet.cell(number))
        right = left + sheet.badge_size.width * MM * scale + 2 * edge
        bottom = top + sheet.badge_size.height * MM * scale + 2 * edge
        image.paste(255, (round(left), round(top), round(right), round(bottom)))
    yield image.point(lambda value: 255 if value < 250 else 0).getbbox()


@given(st.text(st.sampled_from(ALPHABET), min_size=LENGTH, max_size=LENGTH))
@settings(max_examples=300)
def test_codes_put_together_from_parts_are_those_of_the_library(code):
    assert qr.rows(code) == qr.encoded(code)
