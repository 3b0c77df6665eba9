"""QR codes: right modules, one path."""

import re

import pytest
import zxingcpp

from checkin.badges import qr

CODE = "BCDFGHJKLNPRSTVXBCDF"


def read(modules: list[str]) -> str:
    """What a scanner reads from modules drawn 4 pixels large."""
    size = (len(modules) + 8) * 4
    pixels = bytearray(b"\xff" * size * size)
    for y in range(size):
        for x in range(size):
            row, column = y // 4 - 4, x // 4 - 4
            inside = 0 <= row < len(modules) and 0 <= column < len(modules)
            if inside and modules[row][column] == "1":
                pixels[y * size + x] = 0
    found = zxingcpp.read_barcodes(memoryview(pixels).cast("B", (size, size)))
    return found[0].text


def test_a_badge_code_is_a_version_1_code():
    assert len(qr.rows(CODE)) == qr.MODULES


def test_a_badge_code_is_read_back():
    assert read(qr.rows(CODE)) == CODE


@pytest.mark.parametrize(
    "code", ["1", "4029457100293847112345", "gst-Xy/7", "https://lu.ma/check-in/x?pk=g"]
)
def test_a_code_that_came_with_a_list_is_read_back(code):
    assert read(qr.rows(code)) == code


def test_the_path_fills_exactly_the_dark_modules():
    modules = qr.rows(CODE)
    filled = set()
    for x, y, width, height in re.findall(
        r"(\d+) (\d+) (\d+) (\d+) re", qr.path(modules)
    ):
        assert height == "1"
        filled |= {(int(x) + step, int(y)) for step in range(int(width))}
    assert filled == {
        (column, 20 - row)
        for row, line in enumerate(modules)
        for column, module in enumerate(line)
        if module == "1"
    }


def test_the_path_is_filled_once():
    assert qr.path(qr.rows(CODE)).split().count("f") == 1
