"""The page for plain paper: every label in its place, and a ruler that is true."""

import pypdfium2
import pytest

from checkin.badges import Calibration, stock, stocks, trial_sheet
from checkin.badges.crosses import edge_of
from checkin.badges.stock import Point
from checkin.badges.units import MM

DPI = 150


@pytest.fixture
def drawn(tmp_path):
    """Draws the trial sheet of a stock: a picture in grey, and its words."""

    def draw(sheet, *calibration):
        out = tmp_path / "trial.pdf"
        trial_sheet(out, sheet, *calibration)
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


def test_the_rulers_are_ten_cm_long(drawn):
    picture, words, (width, height) = drawn(stock())
    left, top = width / 2 - 50, height / 2 - 50
    for cm in range(11):
        assert ink_at(picture, left + 10 * cm, 7.5), cm
        assert ink_at(picture, 7.5, top + 10 * cm), cm
    for beyond in (-3, 103):
        assert not ink_at(picture, left + beyond, 10)
        assert not ink_at(picture, 10, top + beyond)
    assert words.count("10 cm") == 2


def crosses(sheet):
    edge, (width, height) = edge_of(sheet.paper_size), sheet.paper_size
    return [(x, y) for x in (edge, width - edge) for y in (edge, height - edge)]


@pytest.mark.parametrize("part", ["L4785", "5395", "A6", "CR80", "62 mm roll"])
def test_there_is_a_cross_in_each_corner_and_words_say_what_to_measure(drawn, part):
    sheet = stock(part)
    picture, words, (width, height) = drawn(sheet)
    edge = edge_of(sheet.paper_size)
    for x, y in crosses(sheet):
        for aside in (-1.5, 0, 1.5):
            assert ink_at(picture, x + aside, y)
            assert ink_at(picture, x, y + aside)
    assert f"C {width - 2 * edge:g}"[:5] in words
    assert f"D {height - 2 * edge:g}"[:5] in words
    assert "Printed without calibration." in words


def test_a_sheet_that_is_printed_with_a_calibration_says_so_and_is_moved(drawn):
    sheet = stock()
    moved = Calibration(Point(2, -1.5), (99, 101))
    picture, words, _size = drawn(sheet, moved, "Office")
    assert "Printed with the calibration kept for Office." in words
    for x, y in crosses(sheet):
        assert ink_at(picture, x * 0.99 + 2, y * 1.01 - 1.5)


def test_it_says_what_to_do_with_it_for_every_stock(drawn):
    for sheet in stocks():
        _picture, words, _size = drawn(sheet)
        assert sheet.part in words
        assert "100 %" in words
