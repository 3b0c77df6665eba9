"""Sheets of badges as PDF, read back by a scanner."""

import pypdfium2
import pytest
import zxingcpp

from checkin.badges import (
    BadgeText,
    CodeTooLong,
    Looks,
    NothingToPrint,
    RemarkKind,
    Sheeting,
    StartOutOfRange,
    design,
    stock,
    verify,
    write_sheets,
)
from checkin.badges.units import MM
from checkin.model.errors import FileNotWritable
from checkin.model.progress import WasCancelled

LETTERS = "BCDFGHJKLNPRSTVX"


def code(number: int) -> str:
    tail = "".join(LETTERS[number >> shift & 15] for shift in (8, 4, 0))
    return "BCDFGHJKLNPRSTVXB" + tail


def badge(number: int, first: str = "Anna", **fields: str) -> BadgeText:
    fields = {"last_name": f"Number{number}", "event_name": "Evening", **fields}
    return BadgeText(bytes([number]), code(number), f"{first} x", first, **fields)


def badges(count: int) -> list[BadgeText]:
    return [badge(number) for number in range(count)]


def found_on(pdf, resolution=200):
    """Each page as {code: (left, top, right, bottom) of its modules in mm}."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        bitmap = page.render(scale=resolution / 72, grayscale=True)
        image = memoryview(bitmap.buffer).cast("B", (bitmap.height, bitmap.stride))
        mm = resolution / 25.4
        found = {}
        for one in zxingcpp.read_barcodes(image):
            corners = one.position.top_left, one.position.bottom_right
            found[one.text] = [at / mm for c in corners for at in (c.x, c.y)]
        pages.append(found)
    document.close()
    return pages


@pytest.mark.parametrize("part", ["L4785", "5395"])
def test_every_code_is_read_from_its_own_place(tmp_path, part):
    sheet, out = stock(part), tmp_path / "badges.pdf"
    write_sheets(out, badges(sheet.places + 3), Sheeting(sheet), Looks(design()))
    first, second = found_on(out)
    assert (len(first), len(second)) == (sheet.places, 3)
    for number in range(sheet.places):
        left, top, right, bottom = first[code(number)]
        cell = sheet.cell(number + 1)
        assert cell.left < left < right < cell.left + sheet.badge_size.width
        assert cell.top < top < bottom < cell.top + sheet.badge_size.height


def test_the_modules_on_paper_measure_18_mm(tmp_path):
    out = tmp_path / "badges.pdf"
    write_sheets(out, badges(1), Sheeting(stock()), Looks(design()))
    left, top, right, bottom = found_on(out, 300)[0][code(0)]
    assert right - left == pytest.approx(18, abs=0.2)
    assert bottom - top == pytest.approx(18, abs=0.2)


def test_pages_have_the_size_of_the_paper(tmp_path):
    out = tmp_path / "badges.pdf"
    write_sheets(out, badges(1), Sheeting(stock("5395")), Looks(design()))
    document = pypdfium2.PdfDocument(out)
    assert document[0].get_size() == pytest.approx((215.9 * MM, 279.4 * MM), abs=0.01)
    document.close()


def test_a_started_sheet_is_used_up_from_the_place_that_is_named(tmp_path):
    out = tmp_path / "badges.pdf"
    report = write_sheets(out, badges(7), Sheeting(stock(), start=4), Looks(design()))
    assert report.sheets == 1
    places = found_on(out)[0]
    fourth = stock().cell(4)
    assert places[code(0)][0] > fourth.left
    assert fourth.top < places[code(0)][1] < fourth.top + 50


def test_used_places_are_passed_over_wherever_they_are(tmp_path):
    out, used = tmp_path / "badges.pdf", {1, 3, 10}
    write_sheets(out, badges(8), Sheeting(stock(), frozenset(used)), Looks(design()))
    first, second = found_on(out)
    free = [place for place in range(1, 11) if place not in used]
    for number, place in enumerate(free):
        left, top, right, bottom = first[code(number)]
        cell = stock().cell(place)
        assert cell.left < left < right < cell.left + stock().badge_size.width
        assert cell.top < top < bottom < cell.top + stock().badge_size.height
    assert list(second) == [code(7)]


@pytest.mark.parametrize(
    ("count", "start", "sheets"), [(1, 1, 1), (10, 1, 1), (11, 1, 2), (10, 2, 2)]
)
def test_the_report_counts_badges_and_sheets(tmp_path, count, start, sheets):
    out = tmp_path / "badges.pdf"
    report = write_sheets(
        out, badges(count), Sheeting(stock(), start=start), Looks(design())
    )
    assert (report.badges, report.sheets) == (count, sheets)
    assert report.attendees == tuple(bytes([n]) for n in range(count))
    assert len(found_on(out, 72)) == sheets


@pytest.mark.parametrize("start", [0, 11])
def test_a_start_beyond_the_sheet_is_told_and_nothing_written(tmp_path, start):
    with pytest.raises(StartOutOfRange):
        write_sheets(
            tmp_path / "a.pdf",
            badges(1),
            Sheeting(stock(), start=start),
            Looks(design()),
        )
    assert list(tmp_path.iterdir()) == []


def test_no_badges_is_told_and_nothing_written(tmp_path):
    with pytest.raises(NothingToPrint):
        write_sheets(tmp_path / "a.pdf", [], Sheeting(stock()), Looks(design()))
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_print_leaves_the_old_file(tmp_path):
    out = tmp_path / "badges.pdf"
    out.write_bytes(b"old")
    answers = iter([False, False, True])
    with pytest.raises(WasCancelled):
        write_sheets(
            out,
            badges(9),
            Sheeting(stock()),
            Looks(design()),
            cancelled=lambda: next(answers),
        )
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_not_there_is_told_in_words(tmp_path):
    with pytest.raises(FileNotWritable):
        write_sheets(
            tmp_path / "no" / "a.pdf", badges(1), Sheeting(stock()), Looks(design())
        )


def test_progress_goes_from_one_to_all(tmp_path):
    heard = []
    write_sheets(
        tmp_path / "a.pdf",
        badges(3),
        Sheeting(stock()),
        Looks(design()),
        progress=lambda done, total: heard.append((done, total)),
    )
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_badges_may_come_one_by_one(tmp_path):
    report = write_sheets(
        tmp_path / "a.pdf", iter(badges(3)), Sheeting(stock()), Looks(design())
    )
    assert report.badges == 3


def test_the_same_badges_give_the_same_bytes(tmp_path):
    for name in ("a.pdf", "b.pdf"):
        write_sheets(tmp_path / name, badges(12), Sheeting(stock()), Looks(design()))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_document_is_named_after_the_event(tmp_path):
    out = tmp_path / "badges.pdf"
    write_sheets(out, badges(1), Sheeting(stock()), Looks(design()))
    document = pypdfium2.PdfDocument(out)
    assert document.get_metadata_value("Title") == "Badges for Evening"
    document.close()


def test_the_words_are_on_the_badge_as_text(tmp_path):
    out = tmp_path / "badges.pdf"
    one = badge(1, "Łukasz", organisation="Tartu Robotics", ticket_type="Guest")
    write_sheets(out, [one], Sheeting(stock()), Looks(design()))
    document = pypdfium2.PdfDocument(out)
    page = document[0].get_textpage()
    said = page.get_text_range()
    document.close()
    for words in ("Łukasz", "Number1", "Tartu Robotics", "Guest", "Evening"):
        assert words in said
    assert "BCDFGHJKLNPRSTVXBBBC" in "".join(said.split())


def test_a_code_that_came_with_the_list_is_printed_and_read(tmp_path):
    out = tmp_path / "badges.pdf"
    long = "https://tickets.example.org/check-in/4029457100293847112345-0001"
    write_sheets(
        out, [BadgeText(b"1", long, "Anna")], Sheeting(stock()), Looks(design())
    )
    assert verify(out, [long]) == []


def test_a_code_that_no_scanner_could_read_is_refused_by_name(tmp_path):
    given = [BadgeText(b"1", "x" * 300, "Anna Schmidt")]
    with pytest.raises(CodeTooLong) as caught:
        write_sheets(tmp_path / "a.pdf", given, Sheeting(stock()), Looks(design()))
    assert "Anna Schmidt" in caught.value.words()
    assert list(tmp_path.iterdir()) == []


def test_the_longest_code_that_is_taken_is_read(tmp_path):
    out, longest = tmp_path / "a.pdf", "x" * 213
    write_sheets(
        out, [BadgeText(b"1", longest, "Anna")], Sheeting(stock()), Looks(design())
    )
    assert verify(out, [longest]) == []


def remarks(tmp_path, *given: BadgeText):
    return write_sheets(
        tmp_path / "a.pdf", given, Sheeting(stock()), Looks(design())
    ).remarks


def test_a_usual_list_leaves_nothing_to_look_at(tmp_path):
    assert remarks(tmp_path, *badges(20)) == ()


def test_letters_without_a_font_are_reported_with_the_name(tmp_path):
    (remark,) = remarks(tmp_path, badge(1, "Dipo 𓆏"))
    assert (remark.kind, remark.letters) == (RemarkKind.NO_FONT, "𓆏")
    assert remark.words() == "No font has 𓆏 in “Dipo 𓆏”; it is left out."


def test_a_name_that_had_to_be_small_is_reported(tmp_path):
    (remark,) = remarks(tmp_path, badge(1, "Maximiliane-Charlotte-Wilhelmine"))
    assert remark.kind is RemarkKind.MADE_SMALLER


def test_a_name_that_was_cut_is_reported(tmp_path):
    (remark,) = remarks(tmp_path, badge(1, "Wolfeschlegelsteinhausenbergerdorff" * 2))
    assert remark.kind is RemarkKind.SHORTENED


def test_a_ticket_type_that_was_cut_is_reported(tmp_path):
    (remark,) = remarks(tmp_path, badge(1, ticket_type="Member " * 30))
    assert remark.kind is RemarkKind.SHORTENED


def test_two_badges_that_look_alike_are_reported(tmp_path):
    twins = [badge(n, last_name="Schmidt") for n in (1, 2)]
    (remark,) = remarks(tmp_path, *twins)
    assert (remark.kind, remark.attendee) == (RemarkKind.LOOK_ALIKE, b"\x02")


def test_a_remark_says_on_which_sheet_and_place_the_badge_is(tmp_path):
    given = [*badges(9), badge(9, "Dipo 𓆏"), badge(10, "Zoë 𓆏")]
    report = write_sheets(
        tmp_path / "a.pdf", given, Sheeting(stock(), frozenset({2})), Looks(design())
    )
    assert [(r.attendee, r.place) for r in report.remarks] == [
        (bytes([9]), (2, 1)),
        (bytes([10]), (2, 2)),
    ]


def test_namesakes_of_two_firms_do_not_look_alike(tmp_path):
    twins = [badge(n, last_name="Schmidt", organisation=f"{n}") for n in (1, 2)]
    assert remarks(tmp_path, *twins) == ()


@pytest.mark.parametrize("name", ["", "  ", "\u200b"])
def test_a_badge_without_a_name_is_reported(tmp_path, name):
    (remark,) = remarks(tmp_path, BadgeText(b"1", code(1), name, name, name))
    assert remark.kind is RemarkKind.NO_NAME


def test_a_broken_letter_in_any_field_is_told_and_does_not_stop_the_print(tmp_path):
    broken = badge(1, "An\ud800na", ticket_type="G\ud800", event_name="E\ud800")
    told = remarks(tmp_path, broken)
    assert [remark.kind for remark in told] == [RemarkKind.NO_FONT] * 3


def test_a_letter_without_a_font_is_told_once_a_text(tmp_path):
    told = remarks(tmp_path, badge(1, "𓆏", organisation="𓆏", role="𓆏"))
    assert [remark.text for remark in told if remark.kind is RemarkKind.NO_FONT] == [
        "𓆏"
    ]
