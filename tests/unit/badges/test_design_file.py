"""Design files: what is wrong is told with its key, and nothing else happens."""

import pytest
from PIL import Image

from checkin.badges import (
    BadgeText,
    DesignNotUsable,
    Looks,
    RemarkKind,
    Sheeting,
    UnknownDesign,
    design,
    own_designs,
    stock,
    write_sheets,
)
from checkin.badges.design_file import read_design
from checkin.badges.elements import Align, Text, VAlign
from checkin.badges.palette import READABLE, contrast
from checkin.model.errors import FileNotThere

DESIGN = """
title = "Mine"
[colours]
ink = "#101010"
muted = "#505050"
white = "#ffffff"
plain = "#303030"
tickets = ["#3343b0", "#808080"]
sun = "#f2b134"
[[layouts]]
reference = [80, 50]
smallest = [60, 40]
[[layouts.front]]
kind = "text"
at = [5, 5, 70, 30]
align = "right"
valign = "bottom"
lines = [{ say = ["{nickname}", "{first_name}"], largest = 30, smallest = 12 }]
[[layouts.front]]
kind = "qr"
at = [57, 20, 18, 18]
[[layouts.front]]
kind = "box"
at = [5, 5, 6, 6]
fill = "sun"
when = "first_time"
"""


@pytest.fixture
def written(tmp_path):
    def write(text: str = DESIGN, name: str = "mine.toml"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write


def test_a_design_is_read_as_it_is_written(written):
    found = read_design(written())
    assert (found.name, found.title, found.has_back) == ("mine", "Mine", False)
    assert found.headings == {"nickname"}
    (text, _code, _dot) = found.layouts[0].front
    assert isinstance(text, Text)
    assert (text.align, text.valign) == (Align.RIGHT, VAlign.BOTTOM)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "Mine"', "", "title"),
        ('title = "Mine"', "title = 3", "title"),
        ('ink = "#101010"', "", "colours.ink"),
        ('"#101010"', '"black"', "colours"),
        ('["#3343b0", "#808080"]', "[]", "colours"),
        ("[[layouts]]", "[[layout]]", "layouts"),
        ("reference = [80, 50]", "reference = [80]", "layouts[1].reference"),
        ("reference = [80, 50]", "reference = [0, 0]", "layouts[1].reference"),
        ('kind = "qr"', 'kind = "code"', "layouts[1].front[2].kind"),
        ("at = [57, 20, 18, 18]", "", "layouts[1].front[2].at"),
        ("at = [57, 20", 'at = ["57", 20', "layouts[1].front[2].at"),
        ("at = [57, 20", "at = [-57, 20", "layouts[1].front[2].at"),
        ('align = "right"', 'align = "east"', "layouts[1].front[1].align"),
        ('fill = "sun"', 'fill = "moon"', "layouts[1].front[3].fill"),
        ('when = "first_time"', 'when = "…"', "layouts[1].front[3].when"),
        ("{first_name}", "{first_name", "layouts[1].front[1].lines[1].say"),
        ("largest = 30", "largest = 3", "layouts[1].front[1].lines[1].smallest"),
        ("largest = 30", "largest = true", "layouts[1].front[1].lines[1].largest"),
        ("largest = 30", "larger = 30", "layouts[1].front[1].lines[1].largest"),
        ("smallest = 12", "smallest = 12, x = 1", "layouts[1].front[1].lines[1].x"),
        ("at = [5, 5, 6", "mood = 1\nat = [5, 5, 6", "layouts[1].front[3].mood"),
        ("[colours]", "[colours", "mine.toml"),
        ("[colours]", "x = " + "[" * 5000 + "\n[colours]", "mine.toml"),
        ('white = "#ffffff"', 'white = "#202020"', "colours.white"),
        ("at = [5, 5, 70", "at = [5, 5, 76", "layouts[1].front[1].at"),
        ("at = [5, 5, 70, 30]", "at = [5, 5, 70, 0]", "layouts[1].front[1].at"),
        ("at = [57, 20, 18, 18]", "at = [57, 20, 18, 19]", "layouts[1].front[2].at"),
        ("at = [57, 20, 18, 18]", "at = [57, 20, 9, 9]", "layouts[1].front[2].at"),
        ("smallest = [60, 40]", "smallest = [60, 20]", "layouts[1].smallest"),
        ("smallest = [60, 40]", "smallest = [60, 0]", "layouts[1].smallest"),
        ('fill = "sun"', 'edge = "sun"\nstroke = 90', "layouts[1].front[3].stroke"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_key(written, old, new, key):
    assert old in DESIGN
    with pytest.raises(DesignNotUsable) as caught:
        read_design(written(DESIGN.replace(old, new, 1)))
    title, message, hint = caught.value.words().split("\n")[:3]
    assert "mine.toml" in title
    assert message.startswith(f"{key}: "), message
    assert hint


def test_a_colour_that_no_text_can_be_read_on_is_darkened(written):
    palette = read_design(written()).palette
    for fill in (*palette.tickets, palette.plain, *palette.others.values()):
        best = max(contrast(text, fill) for text in (palette.white, palette.ink))
        assert best >= READABLE


def test_a_design_of_one_s_own_is_found_by_name_and_by_path(written, tmp_path):
    path = written()
    assert design("mine", tmp_path).title == "Mine"
    assert design(str(path)).title == "Mine"
    assert [one.name for one in own_designs(tmp_path)] == ["mine"]
    assert own_designs(tmp_path / "nowhere") == []


def test_a_shipped_design_is_never_taken_for_one_s_own(written, tmp_path):
    written(name="classic.toml")
    assert own_designs(tmp_path) == []
    assert design("classic", tmp_path).title == "Classic"


def test_a_broken_design_is_left_out_of_the_list_but_told_when_named(written, tmp_path):
    written("title = 1")
    assert own_designs(tmp_path) == []
    with pytest.raises(DesignNotUsable):
        design("mine", tmp_path)


@pytest.mark.parametrize("name", ["mine", "../mine", "a/b"])
def test_a_design_that_is_not_there_is_unknown(tmp_path, name):
    with pytest.raises(UnknownDesign):
        design(name, tmp_path / "designs")


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(FileNotThere):
        design("nowhere/mine.toml")


def test_bytes_that_are_no_text_are_told(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe\x00title")
    with pytest.raises(DesignNotUsable):
        read_design(path)


PICTURE = """
[[layouts.front]]
kind = "image"
at = [5, 38, 10, 8]
source = "mark.png"
"""


def remarks_on(path, folder):
    look = Looks(design(str(path)))
    one = BadgeText(b"1", "BCDF", "Zoë Li", "Zoë", "Li")
    report = write_sheets(folder / "a.pdf", [one], Sheeting(stock()), look)
    return [(remark.kind, remark.text) for remark in report.remarks]


def test_a_picture_of_a_design_lies_beside_it(written, tmp_path):
    path = written(DESIGN + PICTURE)
    assert remarks_on(path, tmp_path) == [(RemarkKind.BROKEN_PICTURE, "mark.png")]
    Image.new("RGB", (60, 60), "navy").save(tmp_path / "mark.png")
    assert remarks_on(path, tmp_path) == []


@pytest.mark.parametrize("source", ["../mark.png", "/etc/mark.png", "a\\\\b.png", ""])
def test_a_picture_from_elsewhere_is_refused(written, source):
    path = written(DESIGN + PICTURE.replace("mark.png", source))
    with pytest.raises(DesignNotUsable, match="mine"):
        read_design(path)
