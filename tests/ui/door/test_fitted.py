"""Names are set as large as they fit, never hyphenated, cut off at the worst."""

import pytest
from PySide6.QtGui import QFontMetricsF

from checkin.ui import fonts
from checkin.ui.door.fitted import LEADING, face, fit
from checkin.ui.door.scene import Name

ZOE = Name("Zoë van der Berg-Okonkwo", "Zoë", "van der Berg-Okonkwo")
LONGEST = Name(
    "Wilhelmina-Charlotte Ashcombe-Winterbourne-Thistlethwaite",
    "Wilhelmina-Charlotte",
    "Ashcombe-Winterbourne-Thistlethwaite",
)
NAMES = (
    ZOE, LONGEST, Name("Jo Ng", "Jo", "Ng"), Name("Sukma", "Sukma"),
    Name("محمد الفارسي", "محمد", "الفارسي"), Name("王小梅", "王小梅"),
    Name("अंजलि वर्मा", "अंजलि", "वर्मा"), Name("Dípò Ọ̀ṣúnlékè", "Dípò", "Ọ̀ṣúnlékè"),
)  # fmt: skip


@pytest.fixture(autouse=True)
def faces(qapp):
    fonts.load_name_faces()


def texts(fitted) -> list[str]:
    return [line.text for line in fitted.lines]


def test_a_short_name_is_88_px_on_one_line():
    fitted = fit(Name("Jo Ng", "Jo", "Ng"), 727, 200)
    assert (fitted.size, texts(fitted)) == (88, ["Jo Ng"])


def test_a_longer_name_is_smaller_but_stays_on_its_line_down_to_52():
    fitted = fit(ZOE, 727, 200)
    assert 52 <= fitted.size < 88
    assert texts(fitted) == [ZOE.whole]


def test_a_name_that_is_too_long_breaks_after_the_first_name():
    fitted = fit(ZOE, 574, 200)
    assert texts(fitted) == ["Zoë", "van der Berg-Okonkwo"]
    assert 40 <= fitted.size <= 60


def test_what_no_size_can_hold_ends_in_an_ellipsis():
    fitted = fit(LONGEST, 574, 200)
    first, second = texts(fitted)
    assert fitted.size == 40
    assert first == "Wilhelmina-Charlotte"
    assert second.endswith("…")
    assert "\u00ad" not in second


def test_a_low_box_gets_one_line():
    fitted = fit(Name("Łukasz Wójcik", "Łukasz", "Wójcik"), 727, 60)
    assert texts(fitted) == ["Łukasz Wójcik"]
    assert fitted.height <= 60


def test_larger_text_is_fitted_from_larger_sizes():
    assert fit(Name("Jo", "Jo"), 900, 300, 1.3).size == 114


@pytest.mark.parametrize("name", NAMES, ids=lambda name: name.first)
@pytest.mark.parametrize("box", [(727, 200), (574, 150), (400, 70), (300, 40)])
def test_no_name_of_any_script_leaves_its_box(name, box):
    width, height = box
    fitted = fit(name, width, height)
    metrics = QFontMetricsF(face(fitted.size))
    assert fitted.height <= height
    for number, line in enumerate(fitted.lines):
        assert metrics.horizontalAdvance(line.text) <= width + 1
        ink = metrics.tightBoundingRect(line.text)
        top = number * fitted.size * LEADING
        slack = 0.2 * fitted.size
        assert line.baseline + ink.top() >= top - slack
        assert line.baseline + ink.bottom() <= top + fitted.size * LEADING + slack


def test_nobody_has_no_lines():
    assert fit(Name(), 500, 100).lines == ()
