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
from checkin.badges.verify import Fault, Resolution, read_back
from checkin.model.errors import FileNotReadable, FileNotThere
from checkin.model.progress import WasCancelled
from checkin.store.prints import Print

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


class TestPlaces:
    """The right code on the right badge, and nowhere else."""

    @pytest.fixture
    def badges(self):
        return [
            Print(b"1", code, f"Guest {n}", 1, n) for n, code in enumerate(CODES, 1)
        ]

    @pytest.mark.parametrize(
        "at",
        [Resolution(), Resolution(203, one_bit=True), Resolution(300, one_bit=True)],
    )
    def test_all_is_well_at_every_resolution(self, sheets, badges, at):
        assert read_back(sheets, badges, stock(), at=at) == []

    def test_badges_that_changed_their_places_are_told(self, sheets, badges):
        first, second, third = badges
        swapped = [
            Print(b"1", second.code, "Bo", 1, 1), Print(b"2", first.code, "Al", 1, 2),
            third,
        ]  # fmt: skip
        found = read_back(sheets, swapped, stock())
        assert [(one.badge.name, one.fault) for one in found] == [
            ("Bo", Fault.UNREAD), ("Al", Fault.UNREAD),
            ("Al", Fault.MISPLACED), ("Bo", Fault.MISPLACED),
        ]  # fmt: skip
        assert found[2].badge.cell == 1

    def test_a_badge_too_many_is_told_with_its_place(self, tmp_path, badges):
        out = tmp_path / "twice.pdf"
        given = [BadgeText(b"1", code, "Anna") for code in [*CODES, CODES[0]]]
        write_sheets(out, given, Sheeting(stock()), Looks(design()))
        (found,) = read_back(out, badges, stock())
        assert found.fault is Fault.MISPLACED
        assert "Guest 1" in found.words()
        assert "sheet 1, place 4" in found.words()
        copies = [*badges, Print(b"1", CODES[0], "Guest 1", 1, 4)]
        assert read_back(out, copies, stock()) == []

    def test_a_badge_that_is_missing_is_told_with_its_place(self, sheets, badges):
        more = [*badges, Print(b"1", "FGHJKLNPRSTVXBCDFGHJ", "Dora", 2, 7)]
        (found,) = read_back(sheets, more, stock())
        assert (found.fault, found.words()) == (
            Fault.UNREAD,
            "Dora (sheet 2, place 7)",
        )

    def test_pages_may_be_backs(self, sheets, badges):
        assert len(read_back(sheets, badges, stock(), sheets=[0])) == 3
