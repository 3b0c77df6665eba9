"""What helps to cut and fold is beside the badges, never on one."""

from dataclasses import replace

import pypdfium2
import pytest
from PIL import ImageOps

from checkin.badges import BadgeText, Looks, Marks, Sheeting, design, stock, stocks
from checkin.badges.cutting import boxes, crop_marks, fold_ticks, marks_on
from checkin.badges.sheets import write_sheets
from checkin.badges.stock import Point, Size
from checkin.badges.units import MM

ALL = pytest.mark.parametrize("sheet", stocks(), ids=lambda sheet: sheet.title)


@ALL
def test_marks_are_on_the_paper_and_keep_clear_of_every_badge(sheet):
    for x, y, to_x, to_y in (*crop_marks(sheet), *fold_ticks(sheet)):
        assert 0 <= x <= to_x <= sheet.paper_size.width
        assert 0 <= y <= to_y <= sheet.paper_size.height
        assert (x == to_x) != (y == to_y)
        for box in boxes(sheet):
            beside = to_x <= box.left - 0.9 or x >= box.right + 0.9
            above = to_y <= box.top - 0.9 or y >= box.bottom + 0.9
            assert beside or above


def test_each_corner_has_its_marks_where_there_is_room():
    alone = replace(stock(), columns=1, rows=1, first=Point(60, 100))
    assert len(set(crop_marks(alone))) == 8
    # From one row to the next there is room for one, which serves both.
    assert len(set(crop_marks(stock()))) == 10 * 8 - 4 * 4
    assert list(crop_marks(stock("A6"))) == []  # the badge is all of the paper


def test_badges_without_room_between_them_have_marks_around_all_of_them():
    cards = stock("5371")
    found = set(crop_marks(cards))
    assert len(found) == 2 * (cards.columns + 1) + 2 * (cards.rows + 1)


def test_where_a_badge_is_folded_there_is_a_tick_on_either_side():
    tent = stock("CR80 tent 4-up")
    middle = tent.cell(1).top + tent.badge_size.height / 2
    assert [tick for tick in fold_ticks(tent) if tick.y == middle]
    assert marks_on(tent, Marks.NONE)
    assert not list(fold_ticks(stock("A7 tent 4-up")))  # no room at the edges
    assert marks_on(stock(), Marks.NONE) == ""


def rendered(tmp_path, sheet, marks):
    out = tmp_path / f"{marks}.pdf"
    on = Sheeting(sheet, marks=marks)
    write_sheets(out, [BadgeText(b"1", "", "Anna")], on, Looks(design()))
    document = pypdfium2.PdfDocument(out)
    image = document[0].render(scale=3, grayscale=True).to_pil().copy()
    document.close()
    return image


@pytest.mark.parametrize("corner", [0, 4])
def test_an_outline_goes_around_the_badge_just_inside_its_edge(tmp_path, corner):
    sheet = replace(stock(), corner=corner)
    page = rendered(tmp_path, sheet, Marks.OUTLINE)
    (left, top), (width, height) = sheet.cell(1), sheet.badge_size
    sides = (left, top, left + width, top + height)
    box = [round(side * MM * 3) for side in sides]
    inside = page.crop((box[0] + 1, box[1], box[0] + 3, box[3] - 60))
    assert (
        min(page.crop((box[0], box[1] + 90, box[0] + 2, box[1] + 92)).tobytes()) < 230
    )
    corner_is_white = min(page.crop((*box[:2], box[0] + 3, box[1] + 3)).tobytes()) > 240
    assert corner_is_white == bool(corner)
    page.paste(255, (box[0] - 1, box[1] - 1, box[2] + 1, box[3] + 1))
    assert ImageOps.invert(page).point(lambda v: 255 if v > 10 else 0).getbbox() is None
    assert inside.size


def test_crop_marks_are_drawn_on_the_page(tmp_path):
    page = rendered(tmp_path, stock(), Marks.CROP)
    last = stock().cell(10)
    x = round((last.left + stock().badge_size.width + 2.5) * MM * 3)
    y = round(last.top * MM * 3)
    assert min(page.crop((x, y - 2, x + 2, y + 3)).tobytes()) < 230
    assert Size(*page.size).width > 0
