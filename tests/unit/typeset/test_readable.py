"""Names are found in the PDF by the readers that people have."""

import csv
import shutil
import subprocess
import unicodedata
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from checkin.typeset import Style, draw, new_canvas, save, shape

NAMES = Path(__file__).parents[2] / "data" / "names" / "scripts.csv"


def rows():
    with NAMES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_vocalised(text: str) -> bool:
    """Whether it has the small signs for vowels of Arabic and Hebrew."""
    return any(
        unicodedata.bidirectional(letter) in {"R", "AL"}
        and unicodedata.category(following) == "Mn"
        for letter, following in pairwise(text)
    )


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A line for each name, organisation and job title of the list, and others."""
    out = tmp_path_factory.mktemp("names") / "names.pdf"
    texts = [row[key] for row in rows() for key in ("Full name", "Organisation")]
    canvas = new_canvas(500, 40 * len(texts) + 20, title="Names")
    for number, text in enumerate(texts):
        style = Style.REGULAR if number % 2 else Style.BOLD
        draw(canvas, 20, 40 * number + 20, text, style, 20)
    save(canvas, out)
    return out


def set_as(text: str) -> str:
    """The text as it is set, without joiners; readers put spaces as they please."""
    joiners = dict.fromkeys(map(ord, " \u200c\u200d"))
    return shape(text, Style.BOLD).text.translate(joiners)


@pytest.fixture(scope="module")
def by_pdfium(sheet: Path) -> str:
    document = pypdfium2.PdfDocument(sheet)
    try:
        return as_read(document[0].get_textpage().get_text_range())
    finally:
        document.close()


@pytest.fixture(scope="module")
def by_poppler(sheet: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext of poppler is not installed")
    done = subprocess.run(
        ["pdftotext", "-layout", sheet, "-"], check=True, capture_output=True
    )
    return as_read(done.stdout.decode("utf-8"))


def as_read(text: str) -> str:
    unwanted = " \u200c\u200d\u202a\u202b\u202c\u200e\u200f"
    plain = text.translate(dict.fromkeys(map(ord, unwanted)))
    return unicodedata.normalize("NFC", plain)  # marks in the order of all texts


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["Script"])
def test_chrome_finds_a_name_in_any_script(row, by_pdfium):
    assert set_as(row["Full name"]) in by_pdfium


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["Script"])
def test_readers_on_linux_find_a_name_in_any_script(row, by_poppler):
    name = set_as(row["Full name"])
    if is_vocalised(name):  # poppler puts the marks before their letter
        name = "".join(
            letter for letter in name if unicodedata.category(letter) != "Mn"
        )
        by_poppler = "".join(
            letter for letter in by_poppler if unicodedata.category(letter) != "Mn"
        )
    assert name in by_poppler


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["Script"])
def test_words_of_an_organisation_are_found_whatever_their_direction(
    row, by_pdfium, by_poppler
):
    for word in row["Organisation"].strip("()").split():
        assert set_as(word.strip("()")) in by_pdfium
        assert set_as(word.strip("()")) in by_poppler
