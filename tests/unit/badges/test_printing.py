"""A print run: the sheets and the note of them, together or not at all."""

import pypdfium2
import pytest

from checkin.badges import (
    Fault,
    Faulty,
    Guests,
    Looks,
    NothingToPrint,
    NotReadable,
    Order,
    OverwritesEvent,
    Resolution,
    Sheeting,
    StartOutOfRange,
    Which,
    design,
    line_up,
    preview,
    print_badges,
    sheets_needed,
    stock,
    verify,
    who_is_waiting,
)
from checkin.model.errors import DiskFull
from checkin.model.kinds import Kind
from checkin.model.prints import Reason
from checkin.model.progress import WasCancelled


def noted(event, guests):
    """Where the ledger says that these badges are, in their order."""
    found = []
    for guest in guests:
        told = [e for e in event.read.history(guest.id) if e.kind == Kind.BADGE_PRINTED]
        found += [(entry.data["sheet"], entry.data["cell"]) for entry in told]
    return found


def codes_on(pdf, page):
    """The codes printed as letters on one page."""
    document = pypdfium2.PdfDocument(pdf)
    said = "".join(document[page].get_textpage().get_text_range().split())
    document.close()
    return said


def test_what_is_noted_is_where_it_was_printed(event, dozen, tmp_path):
    out, used = tmp_path / "b.pdf", {1, 2, 7}
    run = print_badges(
        event, out, dozen, Sheeting(stock(), frozenset(used)), Looks(design())
    )
    assert (run.file, run.report.badges, run.report.sheets) == (out, 12, 2)
    first = [(1, cell) for cell in range(1, 11) if cell not in used]
    assert noted(event, dozen) == first + [(2, cell) for cell in range(1, 6)]
    for guest, (sheet, _cell) in zip(dozen, noted(event, dozen), strict=True):
        assert guest.code in codes_on(out, sheet - 1)


def test_one_act_undoes_the_whole_print(event, dozen, tmp_path):
    run = print_badges(
        event, tmp_path / "b.pdf", dozen, Sheeting(stock()), Looks(design())
    )
    assert who_is_waiting(event, Which.UNPRINTED) == []
    event.undo(run.act)
    assert len(who_is_waiting(event, Which.UNPRINTED)) == 12


def test_progress_goes_through_setting_and_reading_without_a_step_back(
    event, dozen, tmp_path
):
    heard = []
    print_badges(
        event, tmp_path / "b.pdf", dozen, Sheeting(stock()), Looks(design()),
        verify=True,
        progress=lambda done, total: heard.append((done, total)),
    )  # fmt: skip
    assert heard == sorted(heard)
    assert {total for _done, total in heard} == {24}
    assert heard[0] == (1, 24)
    assert heard[-1] == (24, 24)


@pytest.mark.parametrize("after", [3, 12, 13])
def test_a_print_that_is_stopped_leaves_nothing(event, dozen, tmp_path, after):
    """After 12 the badges are set, and the codes are being read back."""
    out, heard = tmp_path / "b.pdf", []
    with pytest.raises(WasCancelled):
        print_badges(
            event, out, dozen, Sheeting(stock()), Looks(design()), verify=True,
            progress=lambda *step: heard.append(step),
            cancelled=lambda: len(heard) >= after,
        )  # fmt: skip
    assert not out.exists()
    assert noted(event, dozen) == []


def test_codes_that_can_not_be_read_back_are_not_noted(
    event, dozen, tmp_path, monkeypatch
):
    def faulty(_pdf, badges, _stock, **_):
        return [Faulty(badges[10], Fault.UNREAD)]

    monkeypatch.setattr("checkin.badges.printing.read_back", faulty)
    out = tmp_path / "b.pdf"
    with pytest.raises(NotReadable, match=r"Guest10 Number 10 \(sheet 2, place 1\)"):
        print_badges(event, out, dozen, Sheeting(stock()), Looks(design()), verify=True)
    assert out.exists()
    assert noted(event, dozen) == []


def test_what_can_not_be_noted_is_not_put_in_place(event, dozen, tmp_path, monkeypatch):
    def full(*_args):
        raise DiskFull(file="evening.checkin")

    monkeypatch.setattr("checkin.store.ledger.Ledger.append", full)
    with pytest.raises(DiskFull):
        print_badges(
            event, tmp_path / "b.pdf", dozen, Sheeting(stock()), Looks(design())
        )
    assert not (tmp_path / "b.pdf").exists()


def test_what_stops_it_is_told_before_the_work(event, dozen):
    heard = []
    with pytest.raises(OverwritesEvent):
        print_badges(
            event, event.path, dozen, Sheeting(stock()), Looks(design()),
            progress=lambda *step: heard.append(step),
        )  # fmt: skip
    assert heard == []


@pytest.fixture
def waiting(event, dozen, monkeypatch):
    """The dozen as the page has them: read two at a time while they are printed."""
    monkeypatch.setattr("checkin.badges.queue._CHUNK", 2)
    return Guests(event, line_up(event, Which.UNPRINTED, Order.LAST_NAME))


def test_guests_read_on_the_way_give_the_same_sheets(event, dozen, waiting, tmp_path):
    heard = []
    preview(event, tmp_path / "a.pdf", dozen, Sheeting(stock()), Looks(design()))
    run = print_badges(
        event, tmp_path / "b.pdf", waiting, Sheeting(stock()), Looks(design()),
        progress=lambda *step: heard.append(step),
    )  # fmt: skip
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()
    assert run.report.attendees == tuple(guest.id for guest in dozen)
    assert heard == [(done, 12) for done in range(1, 13)]


def test_the_name_that_is_noted_is_the_one_that_was_printed(
    event, guests, dozen, waiting, tmp_path
):
    def correct(done, _total):
        if done == 4:
            for guest in dozen[3], dozen[9]:
                guests.happens(
                    Kind.ATTENDEE_CORRECTED, guest, fields={"first_name": "Zoë"}
                )

    out = tmp_path / "b.pdf"
    print_badges(
        event, out, waiting, Sheeting(stock()), Looks(design()), progress=correct
    )
    assert codes_on(out, 0).count("Zoë") == 1
    assert [guest.id for guest in who_is_waiting(event, Which.CHANGED)] == [dozen[3].id]


def test_whoever_is_erased_meanwhile_gets_no_badge_and_leaves_no_hole(
    event, guests, dozen, waiting, tmp_path
):
    def erase(done, _total):
        if done == 2:
            guests.happens(Kind.ATTENDEE_ERASED, dozen[4])

    out = tmp_path / "b.pdf"
    print_badges(
        event,
        out,
        waiting,
        Sheeting(stock()),
        Looks(design()),
        verify=True,
        progress=erase,
    )
    printed = [*dozen[:4], *dozen[5:]]
    assert noted(event, printed) == [(1, n) for n in range(1, 11)] + [(2, 1)]
    assert printed[10].code in codes_on(out, 1)
    assert dozen[4].code not in codes_on(out, 0) + codes_on(out, 1)


def test_a_preview_has_the_bytes_of_the_print_and_notes_nothing(event, dozen, tmp_path):
    seen, made = tmp_path / "seen.pdf", tmp_path / "made.pdf"
    preview(event, seen, dozen, Sheeting(stock(), frozenset({4})), Looks(design()))
    assert noted(event, dozen) == []
    print_badges(event, made, dozen, Sheeting(stock(), frozenset({4})), Looks(design()))
    assert seen.read_bytes() == made.read_bytes()


def test_one_sheet_of_a_preview_holds_just_its_badges(event, dozen, tmp_path):
    used, out = {1, 2, 3, 4, 5}, tmp_path / "one.pdf"
    assert sheets_needed(12, Sheeting(stock(), frozenset(used))) == 2
    for sheet, theirs in ((1, dozen[:5]), (2, dozen[5:])):
        report = preview(
            event,
            out,
            dozen,
            Sheeting(stock(), frozenset(used)),
            Looks(design()),
            only_sheet=sheet,
        )
        assert report.attendees == tuple(guest.id for guest in theirs)
        assert verify(out, [guest.code for guest in theirs]) == []
        assert report.sheets == 1
    with pytest.raises(NothingToPrint):
        preview(
            event,
            out,
            dozen,
            Sheeting(stock(), frozenset(used)),
            Looks(design()),
            only_sheet=3,
        )


def test_remarks_on_one_sheet_are_where_the_whole_print_has_them(
    event, guests, dozen, tmp_path
):
    everybody = [*dozen, guests.add("𓆏", "Zz")]
    out = tmp_path / "b.pdf"
    whole = preview(event, out, everybody, Sheeting(stock()), Looks(design()))
    one = preview(
        event, out, everybody, Sheeting(stock()), Looks(design()), only_sheet=2
    )
    assert whole.remarks == one.remarks
    assert {remark.place for remark in one.remarks} == {(2, 3)}


def test_a_used_place_that_is_not_there_is_told(event, dozen, tmp_path):
    with pytest.raises(StartOutOfRange):
        print_badges(
            event,
            tmp_path / "b.pdf",
            dozen,
            Sheeting(stock(), frozenset({11})),
            Looks(design()),
        )


def test_the_run_keeps_how_its_codes_were_read_back(event, dozen, tmp_path):
    run = print_badges(
        event, tmp_path / "b.pdf", dozen, Sheeting(stock()), Looks(design()),
        verify=True, at=Resolution(203, one_bit=True), printer="Labels",
    )  # fmt: skip
    (kept,) = event.read.print_runs()
    assert kept.verified == run.verified == "203 dpi, one-bit"
    assert (kept.act, kept.printer, kept.file) == (run.act, "Labels", "b.pdf")
    assert (kept.badges, kept.sheets, kept.design) == (12, 2, "classic")


def test_a_badge_with_a_new_code_replaces_the_old_one_and_undo_brings_it_back(
    event, guests, dozen, tmp_path
):
    out, (anna, *_others) = tmp_path / "b.pdf", dozen
    run = print_badges(
        event, out, [anna], Sheeting(stock()), Looks(design()),
        verify=True, reason=Reason.LOST, new_codes=True,
    )  # fmt: skip
    fresh = guests.again(anna).code
    assert fresh != anna.code
    assert fresh in codes_on(out, 0)
    assert event.read.by_code(anna.code) == ([anna.id], True)
    assert event.read.by_code(fresh) == ([anna.id], False)
    event.undo(run.act)
    assert event.read.by_code(anna.code) == ([anna.id], False)
    assert event.read.by_code(fresh) == ([anna.id], True)


def test_the_code_of_a_ticket_scans_on_when_the_badge_gets_a_new_one(
    event, guests, tmp_path
):
    anna = guests.add("Anna", external_code="EB-0001")
    print_badges(
        event, tmp_path / "b.pdf", [anna], Sheeting(stock()), Looks(design()),
        new_codes=True,
    )  # fmt: skip
    assert event.read.by_code("EB-0001") == ([anna.id], False)
    assert event.read.by_code(anna.code) == ([anna.id], True)
