"""Reading printed codes back."""

import pytest

from checkin.badges import (
    BadgeText,
    Looks,
    Sheeting,
    design,
    stock,
    verify,
    write_sheets,
)
from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.progress import WasCancelled

CODES = ["BCDFGHJKLNPRSTVXBCDF", "CDFGHJKLNPRSTVXBCDFG", "DFGHJKLNPRSTVXBCDFGH"]


@pytest.fixture
def sheets(tmp_path):
    out = tmp_path / "badges.pdf"
    given = [BadgeText(b"1", code, "Anna") for code in CODES]
    write_sheets(out, given, Sheeting(stock()), Looks(design()))
    return out


def test_all_codes_on_the_sheets_are_read(sheets):
    assert verify(sheets, CODES) == []


def test_codes_that_are_not_on_the_sheets_are_told_in_their_order(sheets):
    extra = ["FGHJKLNPRSTVXBCDFGHJ", "BBBBBBBBBBBBBBBBBBBB"]
    assert verify(sheets, [extra[0], *CODES, extra[1]]) == extra


def test_progress_counts_pages(sheets):
    heard = []
    verify(sheets, CODES, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 1)]


def test_checking_can_be_cancelled(sheets):
    with pytest.raises(WasCancelled):
        verify(sheets, CODES, cancelled=lambda: True)


def test_a_file_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(FileNotThere):
        verify(tmp_path / "no.pdf", CODES)


def test_a_file_that_is_no_pdf_is_told_in_words(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    with pytest.raises(FileNotReadable):
        verify(tmp_path / "a.pdf", CODES)
