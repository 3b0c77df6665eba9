"""`checkin badges`: who gets one, what is noted, and that nothing is half-done."""

import pypdfium2
import pytest

from checkin.badges import Fault, Faulty
from checkin.model.errors import DiskFull

KEYS = {"badges", "sheets", "stock", "file", "remarks", "act", "verified"}


def pages(path):
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def printed(checkin, event):
    people = checkin("attendees", event, "--json").json
    return {p["external_code"]: p["printed"] for p in people if p["printed"]}


def test_everybody_who_comes_gets_a_badge_once(checkin, event, tmp_path):
    out = tmp_path / "b.pdf"
    done = checkin("badges", event, out, "--verify", "--json")
    assert done.code == 0
    assert set(done.json) == KEYS
    assert (done.json["badges"], done.json["sheets"]) == (3, 1)
    assert done.json["stock"] == "L4785"
    assert done.json["verified"] is True
    assert pages(out) == 1
    assert printed(checkin, event) == {"EB-0001": 1, "EB-0002": 1, "EB-0003": 1}


def test_who_has_one_gets_another_only_when_asked(checkin, event, tmp_path):
    out = tmp_path / "b.pdf"
    checkin("badges", event, out)
    before = out.read_bytes()
    again = checkin("badges", event, out)
    assert again.code == 3
    assert "There is no badge to print" in again.err
    assert out.read_bytes() == before
    assert checkin("badges", event, out, "--only", "all").code == 0
    assert printed(checkin, event)["EB-0001"] == 2


def test_who_has_another_name_by_now_gets_a_new_badge(checkin, event, tmp_path):
    out = tmp_path / "b.pdf"
    checkin("badges", event, out)
    nobody = checkin("badges", event, out, "--only", "changed")
    assert nobody.code == 3
    assert "Nobody fits the choice" in nobody.err
    checkin("correct", event, "EB-0002", "full_name=Zoë Okonkwo")
    done = checkin("badges", event, out, "--only", "changed", "--json").json
    assert done["badges"] == 1
    assert printed(checkin, event)["EB-0002"] == 2


def test_a_newcomer_is_printed_alone(checkin, event, tmp_path):
    checkin("badges", event, tmp_path / "b.pdf")
    checkin("correct", event, "EB-0005", "status=registered")
    done = checkin("badges", event, tmp_path / "c.pdf", "--json")
    assert done.json["badges"] == 1


def test_single_badges_by_code_begin_where_the_sheet_is_free(checkin, event, tmp_path):
    done = checkin(
        "badges", event, tmp_path / "b.pdf", "--code", "EB-0002", "--code", "eb-0001",
        "--start", 10, "--stock", "Avery 5395", "--json",
    )  # fmt: skip
    assert done.code == 3  # a sheet of 5395 has eight places
    done = checkin(
        "badges", event, tmp_path / "b.pdf", "--code", "EB-0002", "--code", "eb-0001",
        "--start", 8, "--stock", "Avery 5395", "--json",
    ).json  # fmt: skip
    assert (done["badges"], done["sheets"], done["stock"]) == (2, 2, "5395")
    assert printed(checkin, event) == {"EB-0001": 1, "EB-0002": 1}


def test_labels_that_are_gone_are_named_one_by_one_or_together(
    checkin, event, tmp_path
):
    both = checkin(
        "badges", event, tmp_path / "a.pdf", "--used", "1,2", "--used", 5, "--json"
    )
    assert both.code == 0
    checkin("undo", event, both.json["act"])
    many = ",".join(str(n) for n in range(2, 10))
    done = checkin("badges", event, tmp_path / "b.pdf", "--used", many, "--json").json
    assert (done["badges"], done["sheets"]) == (3, 2)


def names_in_order(path):
    pdf = pypdfium2.PdfDocument(path)
    words = pdf[0].get_textpage().get_text_bounded()
    pdf.close()
    return sorted(("Anna", "Zoë", "Hans"), key=words.index)


@pytest.mark.parametrize(
    ("args", "order"),
    [
        ([], ["Anna", "Hans", "Zoë"]),  # the list gives whole names only
        (["--order", "first-name"], ["Anna", "Hans", "Zoë"]),
        (["--order", "organisation"], ["Zoë", "Anna", "Hans"]),
        (["--order", "ticket-type"], ["Hans", "Anna", "Zoë"]),
        (["--code", "EB-0003", "--code", "EB-0002", "--code", "EB-0001"],
         ["Hans", "Zoë", "Anna"]),
        (["--code", "EB-0003", "--code", "EB-0002", "--code", "EB-0001",
          "--order", "first-name"], ["Anna", "Hans", "Zoë"]),
    ],
    ids=["usual", "first name", "organisation", "ticket type", "codes", "codes sorted"],
)  # fmt: skip
def test_badges_come_in_the_order_that_is_asked_for(
    checkin, event, tmp_path, args, order
):
    out = tmp_path / "b.pdf"
    assert checkin("badges", event, out, *args).code == 0
    assert names_in_order(out) == order


def test_a_remark_in_json_says_where_the_badge_is(checkin, event, tmp_path):
    checkin("correct", event, "EB-0003", "first_name=𓆏", "last_name=Drake")
    codes = ("--code", "EB-0001", "--code", "EB-0003")
    done = checkin("badges", event, tmp_path / "b.pdf", *codes, "--used", 2, "--json")
    told = done.json["remarks"]
    assert told
    assert {(remark["sheet"], remark["cell"]) for remark in told} == {(1, 3)}


def test_undo_makes_them_unprinted(checkin, event, tmp_path):
    act = checkin("badges", event, tmp_path / "b.pdf", "--json").json["act"]
    checkin("undo", event, act)
    assert printed(checkin, event) == {}


def test_in_words_it_says_how_many_and_how_to_print(checkin, event, tmp_path):
    out = tmp_path / "b.pdf"
    lines = checkin("badges", event, out, "--verify").out.splitlines()
    assert lines[0] == f"3 badges on 1 sheet of L4785: {out}"
    assert "Every code was read back from the file." in lines


def test_a_badge_of_somebody_who_is_not_expected_is_spoken_of(checkin, event, tmp_path):
    codes = ("--code", "EB-0004", "--code", "EB-0001")
    lines = checkin("badges", event, tmp_path / "b.pdf", *codes).out.splitlines()
    assert [line for line in lines if line.startswith("Look at")] == [
        "Look at: Petra Cancelled is not expected (cancelled)."
    ]


def test_the_event_is_never_overwritten_with_badges(checkin, event, tmp_path):
    before = event.read_bytes()
    link = tmp_path / "link.pdf"
    link.symlink_to(event)
    for out in (event, link):
        done = checkin("badges", event, out)
        assert done.code == 3
        assert "is the event itself" in done.err
    assert event.read_bytes() == before


@pytest.mark.parametrize("there_before", [None, b"an older file"])
def test_badges_that_could_not_be_noted_are_not_there(
    checkin, event, tmp_path, monkeypatch, there_before
):
    """Else they would be printed, and printed again as unprinted."""

    def full(*_args):
        raise DiskFull(file=event.name)

    monkeypatch.setattr("checkin.store.ledger.Ledger.append", full)
    out = tmp_path / "b.pdf"
    if there_before:
        out.write_bytes(there_before)
    assert checkin("badges", event, out).code == 3
    assert (out.read_bytes() if out.exists() else None) == there_before


def test_unreadable_codes_are_told_and_not_noted(checkin, event, tmp_path, monkeypatch):
    def faulty(_pdf, badges, _stock, **_):
        return [Faulty(badges[0], Fault.UNREAD)]

    monkeypatch.setattr("checkin.badges.printing.read_back", faulty)
    done = checkin("badges", event, tmp_path / "b.pdf", "--verify")
    assert done.code == 3
    assert "(sheet 1, place 1)" in done.err
    assert (tmp_path / "b.pdf").exists()
    assert printed(checkin, event) == {}
