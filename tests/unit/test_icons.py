"""The icons that are shipped: one grid, one stroke, no colour of their own."""

import make_icons
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from checkin.resources import resource

FOLDER = resource("icons")
FILES = sorted(FOLDER.glob("*.svg"))
HEAD = " ".join(f'{key}="{value}"' for key, value in make_icons.ROOT.items())
CHECK = f'<svg class="lucide" xmlns="{make_icons.SVG}" {HEAD}><path d="M20 6"/></svg>'


def drawn(svg: str) -> QImage:
    """The icon in red on nothing, 24 pixels wide."""
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(QColor("transparent"))
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", "red").encode()))
    assert renderer.isValid()
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def inks(image: QImage) -> set[str]:
    """The colours of all pixels that are fully there."""
    pixels = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_the_icons_are_those_that_the_script_makes():
    assert {path.stem for path in FILES} == {*make_icons.NAMES, "checkin"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_icon_takes_the_colour_that_it_is_given_and_no_other(path):
    assert inks(drawn(path.read_text(encoding="utf-8"))) <= {"#ff0000"}


def test_every_icon_can_be_seen():
    blank = drawn(f'<svg xmlns="{make_icons.SVG}" {HEAD}></svg>')
    assert not [p for p in FILES if drawn(p.read_text(encoding="utf-8")) == blank]


def test_an_icon_that_is_made_again_stays_the_same():
    for path in FILES:
        if path.stem != "checkin":
            text = path.read_text(encoding="utf-8")
            assert make_icons.normalised(text) == text


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('stroke-width="2"', 'stroke-width="1.5"'),
        ('width="24"', 'width="1em"'),
        ('d="M20 6"', 'd="M20 6" fill="red"'),
        ('d="M20 6"', 'd="M20 6" transform="scale(2)"'),
        ("<path", "<text"),
    ],
)
def test_an_icon_that_is_drawn_differently_is_not_taken(was, becomes):
    assert make_icons.normalised(CHECK)
    with pytest.raises(make_icons.UnexpectedIcon):
        make_icons.normalised(CHECK.replace(was, becomes))


def test_the_licences_of_lucide_and_feather_are_shipped():
    words = (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "ISC License" in words
    assert "Lucide Icons and Contributors" in words
    assert "The MIT License" in words
    assert "Cole Bemis" in words


@pytest.mark.parametrize("size", make_icons.APP_SIZES)
def test_the_mark_of_the_window_has_a_picture_in_each_size(size):
    picture = QImage(str(resource("icons", "app", f"checkin-{size}.png")))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(size // 4, size * 4 // 5).name() == "#3346b0"


def test_the_tick_of_the_mark_is_white_on_any_ground():
    picture = QImage(str(resource("icons", "app", "checkin-512.png")))
    assert picture.pixelColor(round(11 / 24 * 512), round(17 / 24 * 512)).name() == (
        "#ffffff"
    )
