"""Photos and logos: whose they are, how large they get, and what is broken."""

import os
import struct
import zlib
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from checkin.badges import (
    BadgeText,
    Looks,
    Pictures,
    RemarkKind,
    Sheeting,
    design,
    look_through,
    stock,
    write_sheets,
)
from checkin.badges.elements import Fit
from checkin.model.errors import FileNotReadable, FileNotThere

ZOE = BadgeText(
    b"1", "BCDFGHJKLNPRSTVXBCDF", "Zoë Li", "Zoë", "Li", email="zoe@example.org"
)
RED, BLUE = (200, 30, 30), (30, 30, 200)


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    return folder


def saved(path, colour=RED, size=(600, 800)):
    Image.new("RGB", size, colour).save(path)
    return path


def bomb(path):
    """A PNG of some hundred bytes that claims to unfold to 100 GB."""

    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 180_000, 180_000, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b""))
    return path


@pytest.mark.parametrize(
    "name", ["zoe@example.org.jpg", "BCDFGHJKLNPRSTVXBCDF.PNG", "zoe_li.jpeg"]
)
def test_a_photo_is_found_by_address_code_or_name(photos, name):
    saved(photos / name)
    saved(photos / "somebody else.png")
    found = Pictures(photos=photos)
    assert len(found) == 2
    assert found.photo_of(ZOE) == photos / name
    assert found.photo_of(replace(ZOE, email="", code="X", full_name="Max")) is None


@pytest.mark.parametrize("named", ["IMG_17.jpg", "img 17"])
def test_the_list_s_column_photo_comes_first(photos, named):
    saved(photos / "zoe li.jpg")
    saved(photos / "IMG_17.jpg")
    badge = replace(ZOE, more={"photo": named})
    assert Pictures(photos=photos).photo_of(badge) == photos / "IMG_17.jpg"


def test_a_picture_is_no_larger_than_its_place_needs_and_never_blown_up(photos):
    path = saved(photos / "large.jpg", size=(3000, 4000))
    found = Pictures().ready(path, 72, 96, Fit.COVER)
    assert (found.width, found.height) == (300, 400)
    small = saved(photos / "small.png", size=(30, 40))
    found = Pictures().ready(small, 72, 72, Fit.COVER)
    assert (found.width, found.height) == (30, 30)
    found = Pictures().ready(path, 72, 72, Fit.CONTAIN)
    assert (found.width, found.height) == (225, 300)


def test_what_can_be_seen_through_becomes_white(photos):
    path = photos / "logo.png"
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(path)
    found = Pictures().ready(path, 20, 20, Fit.CONTAIN)
    (photos / "seen.jpg").write_bytes(found.data)
    with Image.open(photos / "seen.jpg") as seen:
        assert seen.getextrema() == ((255, 255),) * 3


def broken(photos):
    text = photos / "zoe li.jpg"
    text.write_text("no picture")
    return text


def cut_off(photos):
    path = saved(photos / "zoe li.jpg", size=(2000, 2000))
    path.write_bytes(path.read_bytes()[:900])
    return path


def too_large(photos):
    return bomb(photos / "zoe li.png")


@pytest.mark.parametrize("spoil", [broken, cut_off, too_large])
def test_a_photo_that_can_t_be_read_leaves_initials_and_a_remark(
    tmp_path, photos, spoil
):
    path = spoil(photos)
    looks, pictures = Looks(design("photo")), Pictures(photos=photos)
    out = tmp_path / "a.pdf"
    report = write_sheets(out, [ZOE], Sheeting(stock()), looks, pictures=pictures)
    (remark,) = report.remarks
    assert (remark.kind, remark.text) == (RemarkKind.BROKEN_PICTURE, path.name)
    assert path.name in remark.words()
    assert look_through([ZOE], stock(), looks, pictures=pictures) == report.remarks
    document = pypdfium2.PdfDocument(out)
    assert "ZL" in document[0].get_textpage().get_text_bounded()
    document.close()


def test_a_guest_without_a_photo_is_told(tmp_path):
    out, looks = tmp_path / "a.pdf", Looks(design("photo"))
    (remark,) = write_sheets(out, [ZOE], Sheeting(stock()), looks).remarks
    assert remark.kind is RemarkKind.NO_PHOTO
    assert "Zoë Li" in remark.words()


def test_a_logo_is_embedded_once_however_many_badges_show_it(tmp_path):
    logo = tmp_path / "logo.png"
    Image.effect_noise((300, 80), 90).convert("RGB").save(logo)
    looks, pictures = Looks(design("logo")), Pictures(logo)

    def size(count):
        badges = [replace(ZOE, attendee=bytes([n])) for n in range(count)]
        out = tmp_path / "a.pdf"
        write_sheets(out, badges, Sheeting(stock()), looks, pictures=pictures)
        return out.stat().st_size

    one = size(1)
    assert size(30) - one < 30 * 1000
    assert one > 4000


def test_the_same_pictures_give_the_same_bytes(tmp_path, photos):
    saved(photos / "zoe li.jpg")
    looks = Looks(design("photo"))
    made = []
    for name in ("a.pdf", "b.pdf"):
        pictures = Pictures(photos=photos)
        out = tmp_path / name
        write_sheets(out, [ZOE], Sheeting(stock()), looks, pictures=pictures)
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_a_photo_is_seen_on_the_badge_and_nowhere_else(tmp_path, photos):
    saved(photos / "zoe li.png", BLUE)
    out, sheet = tmp_path / "a.pdf", stock()
    pictures = Pictures(photos=photos)
    write_sheets(out, [ZOE], Sheeting(sheet), Looks(design("photo")), pictures=pictures)
    document = pypdfium2.PdfDocument(out)
    page = document[0].render(scale=72 / 25.4).to_pil().convert("RGB")
    document.close()
    left, top = sheet.cell(1)
    k = 72 / 25.4 * 72 / 25.4
    at = round((left + 10) * k), round((top + 25) * k)
    red, green, blue = page.getpixel(at)
    assert blue > 150
    assert max(red, green) < 80
    beside = round((left - 1) * k), round((top + 25) * k)
    assert page.getpixel(beside) == (255, 255, 255)


def test_a_logo_that_is_no_picture_is_refused(tmp_path):
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg/>")
    with pytest.raises(FileNotReadable):
        Pictures(logo)


def test_files_that_are_not_there_are_told(tmp_path):
    with pytest.raises(FileNotThere):
        Pictures(photos=tmp_path / "nowhere")


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    file = tmp_path / "anna.png"
    file.write_bytes(b"")
    with pytest.raises(FileNotReadable):
        Pictures(photos=file)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where there are pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "anna.png")
    pictures = Pictures(photos=tmp_path)
    assert pictures.ready(tmp_path / "anna.png", 50, 50, Fit.COVER) is None
