"""The page for plain paper: every label in its place, and a ruler that is true."""

import pypdfium2
import pytest

from checkin.badges import stock, stocks, trial_sheet
from checkin.badges.room import MM

DPI = 150


@pytest.fixture
def drawn(tmp_path):
    """Draws the trial sheet of a stock: a picture in grey, and its words."""

    def draw(sheet):
        out = tmp_path / "trial.pdf"
        trial_sheet(out, sheet)
        document = pypdfium2.PdfDocument(out)
        (page,) = document
        size = tuple(side / MM for side in page.get_size())
        words = page.get_textpage().get_text_range()
        bitmap = page.render(scale=DPI / 72, grayscale=True)
        grey, stride = bytes(bitmap.buffer), bitmap.stride
        picture = [grey[at : at + stride] for at in range(0, len(grey), stride)]
        document.close()
        return picture, words, size

    return draw


def ink_at(picture, left, top):
    """Whether something dark is within a quarter of a mm of a point given in mm."""
    x, y, near = round(left / 25.4 * DPI), round(top / 25.4 * DPI), 2
    rows = picture[max(0, y - near) : y + near + 1]
    return any(min(row[max(0, x - near) : x + near + 1]) < 160 for row in rows)


@pytest.mark.parametrize("part", ["L4785", "5395", "7164"])
def test_every_label_is_outlined_where_the_badge_would_be(drawn, part):
    sheet = stock(part)
    picture, words, size = drawn(sheet)
    assert size == pytest.approx(sheet.paper_size, abs=0.01)
    for place in range(1, sheet.places + 1):
        cell, (width, height) = sheet.cell(place), sheet.badge_size
        for left, top in (
            (cell.left, cell.top + height / 3),
            (cell.left + width, cell.top + height / 3),
            (cell.left + width / 3, cell.top),
            (cell.left + width / 3, cell.top + height),
        ):
            assert ink_at(picture, left, top), (place, left, top)
        assert not ink_at(picture, cell.left + width / 4, cell.top + height / 4)
        assert str(place) in words


def test_the_ruler_is_ten_cm_long(drawn):
    picture, words, (width, _height) = drawn(stock())
    left = width / 2 - 50
    for cm in range(11):
        assert ink_at(picture, left + 10 * cm, 5.8), cm
    assert not ink_at(picture, left - 3, 8)
    assert not ink_at(picture, left + 103, 8)
    assert "10 cm" in words


def test_it_says_what_to_do_with_it_for_every_stock(drawn):
    for sheet in stocks():
        _picture, words, _size = drawn(sheet)
        assert sheet.part in words
        assert "100 %" in words
