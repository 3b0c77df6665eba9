"""The door list on paper."""

import pypdfium2
import pytest

from checkin.followup.export import export
from checkin.followup.paper import LETTER
from checkin.followup.register import pages_of
from checkin.followup.register_lines import Line, line_of
from checkin.followup.register_row import columns_for
from checkin.model.attendee import Attendee, Details
from checkin.model.clock import Instant
from checkin.model.entry import Draft
from checkin.model.ids import AttendeeId, SubjectId
from checkin.model.kinds import Kind


@pytest.fixture
def printed(tmp_path):
    """Prints the list and gives the text of each page."""

    def print_it(evening, audience="everyone", **how):
        out = tmp_path / "door.pdf"
        export(evening.event, out, audience, **how)
        document = pypdfium2.PdfDocument(out)
        texts = []
        for page in document:
            text_page = page.get_textpage()
            texts.append(text_page.get_text_bounded().replace("\r\n", "\n"))
            text_page.close()
            page.close()
        document.close()
        return texts

    return print_it


def line(code="", **fields):
    codes = (code,) if code else ()
    who = Attendee(AttendeeId(SubjectId(b"x" * 16)), Details(**fields), codes=codes)
    return line_of(who, lambda _guest: "")


def test_the_list_says_who_is_in_and_when(party, printed):
    (page,) = printed(party)
    assert "New, Zoë" in page
    assert "18:42" in page
    assert "6 guests on this list, 3 of them in" in page


def test_the_head_names_the_event_its_day_and_the_page(party, printed):
    (page,) = printed(party)
    assert "Autumn Networking Evening" in page
    assert "Thu 23 Nov 2023" in page
    assert "page 1 of 1" in page
    assert "C – W" in page


def test_the_foot_says_when_it_was_printed(party, printed):
    (page,) = printed(party)
    assert "Printed Thu 23 Nov 2023, 18:45" in page


def test_a_part_of_the_list_says_which_part(party, printed):
    (page,) = printed(party, "missed")
    assert "Those who were expected and did not come" in page
    assert "1 guest on this list" in page


def test_an_empty_list_is_a_page_that_says_so(evening, printed):
    (page,) = printed(evening)
    assert "0 guests on this list" in page


@pytest.mark.parametrize("how", [{}, {"paper": LETTER}], ids=["A4", "Letter"])
def test_sixty_guests_fit_on_two_pages_and_each_is_there(evening, printed, how):
    for n in range(60):
        evening.guest(first_name="Guest", last_name=f"Number{n:02}", company="Quay")
    pages = printed(evening, **how)
    assert len(pages) == 2
    for n in range(60):
        assert sum(f"Number{n:02}, Guest" in page for page in pages) == 1
    assert "page 2 of 2" in pages[1]


@pytest.mark.parametrize(
    "name", ["Łukasz Żółć", "王小梅", "김민서", "Ελένη Παπαδάκη", "Оксана Мельничук"]
)
def test_names_of_other_scripts_can_be_read_from_the_page(evening, printed, name):
    evening.guest(full_name=name)
    (page,) = printed(evening)
    assert name in page


@pytest.mark.parametrize("name", ["محمد الفارسي", "נועה ברק"])
def test_no_letter_of_a_name_from_right_to_left_is_lost(evening, printed, name):
    evening.guest(full_name=name)
    (page,) = printed(evening)
    assert set(name) <= set(page)


def test_nobody_is_cut_off_for_a_long_name(evening, printed):
    evening.guest(
        first_name="Wilhelmina-Charlotte",
        last_name="Ashcombe-Winterbourne-Thistlethwaite",
        company="Society for the Preservation of Harbour Bells and Foghorns",
    )
    evening.guest(first_name="María de los Ángeles", last_name="Fernández-Quintanilla")
    (page,) = printed(evening)
    assert "Ashcombe-Winterbourne-Thistlethwaite," in page
    assert "Wilhelmina-Charlotte" in page
    assert "Fernández-Quintanilla, María de los Ángeles" in page


def test_a_name_stands_with_the_last_name_first_where_that_helps():
    turned = line(first_name="Anna", last_name="Schmidt")
    assert (turned.sorted_by, turned.rest, turned.initial) == ("Schmidt", "Anna", "S")
    folded = line(first_name="Þórunn", last_name="Ævarsdóttir")
    assert folded.initial == "A"
    whole = line(full_name="Sukma")
    assert (whole.sorted_by, whole.rest, whole.initial) == ("Sukma", "", "S")
    arabic = line(first_name="محمد", last_name="الفارسي")
    assert (arabic.sorted_by, arabic.rest) == ("محمد الفارسي", "")
    chinese = line(first_name="小梅", last_name="王")
    assert (chinese.sorted_by, chinese.initial) == ("王小梅", "")


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({}, ""),
        ({"status": "checked_in"}, ""),
        ({"status": "cancelled"}, "cancelled"),
        ({"status": "waitlisted"}, "waiting list"),
        ({"status": "pending", "payment": "unpaid"}, "not confirmed"),
        ({"approval": "required"}, "not confirmed"),
        ({"payment": "unpaid"}, "not paid"),
        ({"payment": "unpaid", "amount_due": "£12"}, "not paid: £12"),
        ({"payment": "paid"}, ""),
        ({"blocked": "asked not to come"}, "call the host"),
    ],
)
def test_what_speaks_against_letting_them_in_is_said_in_words(fields, mark):
    assert line(full_name="Ada", **fields).mark == mark


def test_two_of_one_name_are_told_apart_by_the_end_of_their_codes():
    assert line(full_name="Anna", code="BCDFGHJKLNPRSTVXBCDF").code == "BCDF"
    assert line(full_name="Anna", external_code="0318204471").code == "4471"
    assert line(full_name="Anna").code == ""


def test_the_reason_of_a_block_is_not_printed(evening, printed):
    evening.guest(full_name="Ada", blocked="asked us for money")
    (page,) = printed(evening)
    assert "call the host" in page
    assert "money" not in page


def test_pages_break_between_guests_and_lose_nobody():
    lines = [
        Line(f"Name{n}", "First " * (n % 9), "N", "Quay", "", "", "", "")
        for n in range(200)
    ]
    columns = columns_for(LETTER, lines)
    pages = pages_of(lines, columns, 300)
    assert [line for page in pages for line in page.lines] == lines
    assert all(page.lines for page in pages)


def test_who_came_and_went_again_is_still_ticked(evening, printed):
    who = evening.guest(full_name="Ada")
    evening.comes(who, minutes=5)
    with evening.event.write() as write:
        left = {"list": evening.event.main_list().hex()}
        evening.clock.instant = Instant(evening.clock.instant.ms + 60_000)
        write.append(Draft(Kind.CHECKIN_LEFT, who, left))
    (page,) = printed(evening)
    assert "18:20" in page
    assert "1 of them in" in page
