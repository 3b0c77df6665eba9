"""Prints in stacks and copies: what is on the sheets is what is noted."""

from collections import Counter

import pypdfium2
import pytest
import zxingcpp

from checkin.badges import (
    Fill,
    Guests,
    Looks,
    NothingToPrint,
    Order,
    Sheeting,
    Which,
    design,
    guests_on_sheets,
    line_up,
    place_of,
    preview,
    print_badges,
    sheets_needed,
    stock,
    write_sheets,
)
from checkin.badges.text import BadgeText
from checkin.model.kinds import Kind

STACK = Sheeting(stock("5395"), frozenset({1, 4}), fill=Fill.STACK)
LOOKS = Looks(design())


@pytest.fixture
def twenty(guests):
    return [guests.add("Anna", f"Number {n:02}") for n in range(20)]


@pytest.fixture
def waiting(guests, twenty):
    return Guests(guests.event, line_up(guests.event, Which.ALL, Order.LAST_NAME))


def codes_on(pdf):
    """The codes of each page, by where they are on it: row by row."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        picture = page.render(scale=200 / 72, grayscale=True).to_pil()
        codes = zxingcpp.read_barcodes(picture)
        spots = {(one.position.top_left.y // 100, one.position.top_left.x): one.text
                 for one in codes}  # fmt: skip
        found.append([spots[spot] for spot in sorted(spots)])
    document.close()
    return found


def notes(event):
    """Where each badge is noted to be."""
    printed = [e for e in event.entries() if e.kind == Kind.BADGE_PRINTED]
    return {e.subject: (e.data["sheet"], e.data["cell"]) for e in printed}


@pytest.mark.parametrize("copies", [1, 3])
@pytest.mark.parametrize("fill", Fill)
def test_each_badge_is_noted_once_where_its_first_copy_is(
    guests, twenty, waiting, tmp_path, fill, copies
):
    out = tmp_path / "b.pdf"
    on = Sheeting(stock("5395"), frozenset({2}), fill=fill, copies=copies)
    run = print_badges(guests.event, out, waiting, on, LOOKS, verify=True)
    assert (run.report.badges, run.report.sheets) == (20, sheets_needed(20, on))
    told = notes(guests.event)
    assert told == {one.id: place_of(n, 20, on) for n, one in enumerate(twenty)}
    counted = Counter(code for page in codes_on(out) for code in page)
    assert counted == {guests.again(one).code: copies for one in twenty}


def test_the_stacks_of_a_print_are_in_order(guests, twenty, waiting, tmp_path):
    out = tmp_path / "b.pdf"
    print_badges(guests.event, out, waiting, STACK, LOOKS)
    first, second, third = codes_on(out)
    order = {one.code: n for n, one in enumerate(twenty)}
    piles = [[first[n], second[m], third[m]] for n, m in ((0, 1), (1, 2))]
    for pile in piles:
        numbers = [order[code] for code in pile]
        assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert order[second[0]] == 0  # the first place of the first sheet was gone


def test_copies_with_a_new_code_have_the_same_one(guests, twenty, waiting, tmp_path):
    out = tmp_path / "b.pdf"
    before = {one.code for one in twenty}
    on = Sheeting(stock(), fill=Fill.STACK, copies=2)
    print_badges(
        guests.event,
        out,
        waiting,
        on,
        LOOKS,
        verify=True,
        reason="lost",
        new_codes=True,
    )
    counted = Counter(code for page in codes_on(out) for code in page)
    assert set(counted.values()) == {2}
    assert not before & set(counted)


@pytest.mark.parametrize("copies", [1, 2])
@pytest.mark.parametrize("fill", Fill)
def test_one_sheet_of_a_preview_is_that_page_of_the_print(
    guests, waiting, tmp_path, fill, copies
):
    on = Sheeting(stock("5395"), frozenset({3}), fill=fill, copies=copies)
    print_badges(guests.event, tmp_path / "all.pdf", waiting, on, LOOKS)
    every = codes_on(tmp_path / "all.pdf")
    for sheet in range(1, sheets_needed(20, on) + 1):
        one = tmp_path / "one.pdf"
        report = preview(guests.event, one, waiting, on, LOOKS, only_sheet=sheet)
        assert codes_on(one) == [every[sheet - 1]]
        assert (report.sheets, report.pages) == (1, (sheet,))
        assert {remark.place.sheet for remark in report.remarks} <= {sheet}
    beyond = sheets_needed(20, on) + 1
    with pytest.raises(NothingToPrint):
        preview(guests.event, one, waiting, on, LOOKS, only_sheet=beyond)


def test_in_stacks_who_is_erased_meanwhile_leaves_a_hole_and_nobody_moves(
    guests, twenty, waiting
):
    wanted = [(g.id, at) for g, at in guests_on_sheets(waiting, STACK)]
    guests.happens(Kind.ATTENDEE_ERASED, twenty[5])
    left = [(g.id, at) for g, at in guests_on_sheets(waiting, STACK)]
    assert left == [pair for pair in wanted if pair[0] != twenty[5].id]


def test_people_in_a_list_are_stacked_like_those_in_the_file(twenty, waiting):
    told = [(g.id, at) for g, at in guests_on_sheets(list(waiting), STACK)]
    assert told == [(g.id, at) for g, at in guests_on_sheets(waiting, STACK)]


def test_copies_do_not_look_alike(tmp_path):
    on = Sheeting(stock(), copies=3)
    anna = BadgeText(b"1", "", "Anna Berger", "Anna", "Berger")
    assert write_sheets(tmp_path / "a.pdf", [anna], on, LOOKS).remarks == ()
