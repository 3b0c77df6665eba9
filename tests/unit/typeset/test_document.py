"""Documents: real text, our fonts only, written whole."""

from pathlib import Path

import pypdfium2
import pytest

from checkin.model.errors import FileNotWritable
from checkin.typeset import (
    Style,
    draw,
    draw_line,
    draw_spaced,
    new_canvas,
    save,
    shape,
)


def write(out: Path, *texts: str) -> Path:
    canvas = new_canvas(400, 300, title="Guests")
    for number, text in enumerate(texts):
        draw(canvas, 20, 260 - 30 * number, text, Style.BOLD, 20)
    save(canvas, out)
    return out


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0].get_textpage()
        return page.get_text_range()
    finally:
        document.close()


@pytest.mark.parametrize(
    "text", ["Zoë van der Berg-Okonkwo", "Łukasz AVATAR", "王小明", "김민준", "Дмитрий"]
)
def test_the_text_can_be_searched_and_copied(tmp_path, text):
    assert text in text_of(write(tmp_path / "a.pdf", text))


def test_only_our_fonts_are_in_the_file_and_all_are_embedded(tmp_path):
    content = write(tmp_path / "a.pdf", "Anna", "محمد").read_bytes()
    assert content.count(b"/Type0") == content.count(b"/FontFile2") == 2
    assert b"Helvetica" not in content


def test_a_subset_is_embedded_not_the_whole_font(tmp_path):
    assert write(tmp_path / "a.pdf", "王小明").stat().st_size < 100_000


def test_the_same_input_gives_the_same_bytes(tmp_path):
    texts = "Anna", "محمد", "王小明", "ณัฐวุฒิ"
    once = write(tmp_path / "a.pdf", *texts).read_bytes()
    assert once == write(tmp_path / "b.pdf", *texts).read_bytes()


def test_the_title_is_in_the_file(tmp_path):
    document = pypdfium2.PdfDocument(write(tmp_path / "a.pdf", "Anna"))
    assert document.get_metadata_value("Title") == "Guests"
    document.close()


def test_drawing_reports_letters_that_no_font_has():
    canvas = new_canvas(400, 300, title="")
    assert draw(canvas, 0, 0, "Anna \ue000", Style.BOLD, 20).missing == {"\ue000"}


def test_letters_in_fields_can_be_drawn(tmp_path):
    canvas = new_canvas(400, 300, title="")
    draw_spaced(canvas, 20, 20, "BCDF", Style.REGULAR, 10, 8)
    save(canvas, tmp_path / "a.pdf")
    assert text_of(tmp_path / "a.pdf").replace(" ", "").strip() == "BCDF"


def test_reportlabs_own_text_still_works_on_the_canvas(tmp_path):
    canvas = new_canvas(400, 300, title="")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(20, 20, "plain")
    save(canvas, tmp_path / "a.pdf")
    assert "plain" in text_of(tmp_path / "a.pdf")


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(FileNotWritable):
        write(tmp_path / "no" / "a.pdf", "Anna")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    [
        "Jörg ÁVATAR",
        "محمد الفارسي 24",
        "ณัฐวุฒิ ปู่ญิ",
        "श्रीवास्तव क्षत्रिय",
        "王小明 さくら 김민준",
        "דָּוִד (Ltd)",
        "ཀརྨ་པ་",
        "Z\u0301\u0317 x\u0317",
        "خلیل ဇော် ខ្មែរ",
    ],
)
@pytest.mark.parametrize("style", Style)
def test_what_is_printed_fills_exactly_the_measured_ink(tmp_path, text, style):
    size, x, y, scale = 40, 50, 60, 8
    line = shape(text, style)
    canvas = new_canvas(600, 150, title="")
    draw_line(canvas, x, y, line, size)
    save(canvas, tmp_path / "a.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    page = document[0].render(scale=scale, grayscale=True).to_pil().copy()
    document.close()
    printed = page.point(lambda value: 255 if value < 128 else 0).getbbox()
    x -= min(0, line.left) * size / 1000
    measured = (
        x + line.left * size / 1000,
        150 - y - line.top * size / 1000,
        x + line.right * size / 1000,
        150 - y - line.bottom * size / 1000,
    )
    assert [at / scale for at in printed] == pytest.approx(measured, abs=0.4)
