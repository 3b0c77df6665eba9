"""Badges look as they did when somebody last looked at them.

If a change is meant: `python packaging/golden.py`, and look at what differs.
"""

import golden
import pytest
from PIL import Image, ImageChops, ImageStat

CLOSE = 0.02
"""Part of the ink that may differ: smoothing of edges is not the same everywhere."""

KEPT = sorted(path.stem for path in golden.GOLDEN.glob("*.png"))


def unlike(one: Image.Image, other: Image.Image) -> float:
    """The difference of two pages, as a part of the ink of the first one."""
    (difference,) = ImageStat.Stat(ImageChops.difference(one, other)).sum
    (ink,) = ImageStat.Stat(ImageChops.invert(one)).sum
    return difference / ink


def test_there_is_a_picture_of_each_page():
    assert set(KEPT) == set(golden.pages())


@pytest.mark.parametrize("name", KEPT)
def test_a_page_looks_as_it_did(name, tmp_path):
    with Image.open(golden.GOLDEN / f"{name}.png") as file:
        kept = file.convert("L")
    page = golden.greys(golden.picture(golden.pages()[name])).convert("L")
    page.save(tmp_path / f"{name}.png")
    assert page.size == kept.size
    assert unlike(kept, page) < CLOSE, f"see {tmp_path / name}.png"
