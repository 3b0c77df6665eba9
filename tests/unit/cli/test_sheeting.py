"""`checkin badges`: in what order sheets are filled, copies, marks, and calibrated."""

import pypdfium2
import pytest


def texts(pdf):
    document = pypdfium2.PdfDocument(pdf)
    said = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return said


def names(words):
    return sorted(("Anna", "Zoë", "Hans"), key=words.index)


SMALL = ("--stock", "4x6 in 2-up")
"""Two badges a sheet."""


def test_badges_in_stacks_lie_in_order_once_the_pile_is_cut(checkin, event, tmp_path):
    out = tmp_path / "b.pdf"
    args = ("--order", "first-name", *SMALL)
    assert checkin("badges", event, out, *args, "--json").json["sheets"] == 2
    rows = texts(out)
    assert ["Anna" in rows[0], "Hans" in rows[0], "Zoë" in rows[1]] == [True] * 3
    args = (*args, "--only", "all", "--fill", "stack", "--verify", "--json")
    assert checkin("badges", event, out, *args).json["sheets"] == 2
    stacks = texts(out)
    assert ["Anna" in stacks[0], "Hans" in stacks[1], "Zoë" in stacks[0]] == [True] * 3


def test_copies_are_counted_once_and_told(checkin, event, tmp_path):
    out = tmp_path / "b.pdf"
    done = checkin("badges", event, out, "--copies", 4, "--verify")
    assert done.out.startswith("3 badges, 4 of each, on 2 sheets of L4785: ")
    assert "".join(texts(out)).count("Zoë") == 4
    people = checkin("attendees", event, "--json").json
    assert {p["printed"] for p in people} == {0, 1}


@pytest.mark.parametrize("args", [("--copies", 0), ("--copies", 99), ("--dots", 5)])
def test_numbers_out_of_the_ordinary_are_refused(checkin, event, tmp_path, args):
    assert checkin("badges", event, tmp_path / "b.pdf", *args).code == 2
    assert not (tmp_path / "b.pdf").exists()


def test_what_a_printer_was_put_right_by_moves_the_page(checkin, event, tmp_path):
    def left_edge(name):
        pdf = tmp_path / name
        checkin("badges", event, pdf, "--only", "all", "--order", "first-name")
        document = pypdfium2.PdfDocument(pdf)
        found = document[0].get_textpage().get_charbox(0)[0]
        document.close()
        return found

    before = left_edge("a.pdf")
    checkin("printer", "--offset", "2,0")
    assert left_edge("b.pdf") - before == pytest.approx(2 * 72 / 25.4, abs=0.01)


def test_marks_are_drawn(checkin, event, tmp_path):
    sizes = {}
    for marks in ("none", "crop", "outline"):
        out = tmp_path / f"{marks}.pdf"
        args = ("--only", "all", "--marks", marks)
        assert checkin("badges", event, out, *args).code == 0
        sizes[marks] = out.stat().st_size
    assert sizes["none"] < min(sizes["crop"], sizes["outline"])


def test_on_a_roll_it_is_read_back_at_its_own_dots(checkin, event, tmp_path):
    args = ("--stock", "4x3 in roll", "--verify", "--one-bit", "--json")
    assert checkin("badges", event, tmp_path / "b.pdf", *args).json["verified"]


@pytest.mark.parametrize(
    ("duplex", "said"),
    [
        ("long-edge", "Print on both sides, turned along the long edge."),
        ("short-edge", "Print on both sides, turned along the short edge."),
        ("apart", "Put the pile in again"),
        ("fronts", ""),
    ],
)
def test_how_to_print_two_sides_is_said(checkin, event, tmp_path, duplex, said):
    args = ("--design", "agenda", "--duplex", duplex)
    words = checkin("badges", event, tmp_path / "b.pdf", *args).out
    assert said in words
    assert ("long edge" in words or "short edge" in words) == bool(said)
    assert len(texts(tmp_path / "b.pdf")) == (2 if said else 1)
