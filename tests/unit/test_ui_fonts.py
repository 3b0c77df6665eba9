"""The fonts of the window: families, weights, figures of one width, signs, licence."""

from pathlib import Path

import make_ui_fonts
import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from checkin.resources import resource

FOLDER = resource("fonts", "ui")
FILES = sorted(FOLDER.glob("*.ttf"))
FACES = [("Inter", 400), ("Inter", 500), ("Inter", 600), ("Inter", 700)]
FACES += [("Inter Display", 600), ("Inter Display", 700)]
SIGNS = "ëŁİğṣĐΩЖ„“”‚‘’–—…·×✓→←↑↓⌘⇧⌥⌃↵£€%"


@pytest.fixture
def loaded(qapp):
    """The fonts of the window, for as long as the test runs."""
    ids = [QFontDatabase.addApplicationFont(str(path)) for path in FILES]
    yield ids
    for number in ids:
        QFontDatabase.removeApplicationFont(number)


def sized(family: str, weight: int) -> QFont:
    font = QFont(family, -1, weight)
    font.setPixelSize(100)
    return font


def width(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def test_the_files_are_those_that_the_script_makes():
    names = {Path(face).name for face in make_ui_fonts.FACES}
    assert {path.stem for path in FILES} == names


def test_every_file_is_taken_by_qt(loaded):
    families = [QFontDatabase.applicationFontFamilies(number)[0] for number in loaded]
    assert sorted(families) == sorted(family for family, _ in FACES)


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_a_weight_is_a_face_of_its_own(loaded, family, weight):
    found = QFontInfo(sized(family, weight))
    assert found.exactMatch()
    assert (found.family(), found.weight()) == (family, weight)
    heavier = [other for name, other in FACES if name == family and other > weight]
    for other in heavier:
        assert width(sized(family, weight), "Zoë") < width(sized(family, other), "Zoë")


@pytest.mark.parametrize(("family", "weight"), FACES)
def test_figures_can_be_made_all_as_wide_as_each_other(loaded, family, weight):
    font = sized(family, weight)
    assert len({width(font, figure * 4) for figure in "0123456789"}) > 1
    font.setFeature(QFont.Tag("tnum"), 1)
    assert len({width(font, figure * 4) for figure in "0123456789"}) == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_signs_of_the_window_are_there(qapp, path):
    glyphs = QRawFont(str(path), 20).glyphIndexesForString(SIGNS)
    assert [sign for sign, glyph in zip(SIGNS, glyphs, strict=True) if not glyph] == []


def test_the_licence_is_shipped():
    words = (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert "The Inter Project Authors" in words
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
