"""Erasing: the person still counts, the data is gone: from the disk, for ever."""

import sqlite3
from contextlib import closing

import pytest

from checkin.model.entry import Draft
from checkin.model.kinds import Kind

TRACES = [b"xaverine", b"blethorpe", b"ybarrel", b"EB-77", b"+44 20"]
"""Ends of words, since a search index leaves out beginnings that words share."""


def bytes_on_disk(path):
    """All that lies in the folder of the event: the file, its log, and the rest."""
    return b"".join(p.read_bytes() for p in path.parent.iterdir()).lower()


def traces(path):
    content = bytes_on_disk(path)
    return [trace for trace in TRACES if trace.lower() in content]


@pytest.fixture
def guest(event, listed, note):
    """Somebody about whom everything is known, among others."""
    listed(event, *(f"Xaver Quibble {n}" for n in range(40)))
    (who,) = listed(
        event,
        "Xaverine Quibblethorpe",
        first_name="Xaverine",
        last_name="Quibblethorpe",
        email="xq@tybarrel.example",
        phone="+44 20 7946 0123",
        external_code="EB-77",
    )
    note(event, Kind.CODE_GIVEN, who, code="EB-77")
    note(event, Kind.ATTENDEE_CORRECTED, who, fields={"last_name": "Quibblethorpe"})
    note(event, Kind.BADGE_PRINTED, who, name="Xaverine Quibblethorpe")
    note(event, Kind.CHECKIN_ADMITTED, who, code="EB-77")
    note(event, Kind.QUESTION_ANSWERED, who, question="host", answer="Quibblethorpe")
    note(event, Kind.PERMISSION_GIVEN, who, purpose="contact")
    listed(event, *(f"Xaver Quibblet {n}" for n in range(40)))
    return who


def test_all_that_is_looked_for_was_there_before(event, guest):
    event.checkpoint(force=True)
    assert traces(event.path) == TRACES


@pytest.mark.parametrize("folded_in", [True, False])
def test_nothing_is_left_on_the_disk_the_search_index_and_the_log_included(
    event, guest, note, folded_in
):
    event.checkpoint(force=folded_in)
    note(event, Kind.ATTENDEE_ERASED, guest, suppress=["ab12"])
    assert traces(event.path) == []
    assert event.check() == []
    event.close()
    assert traces(event.path) == []


def test_an_erasure_that_comes_from_another_desk_reaches_the_disk_too(
    event, guest, note, opened, tmp_path
):
    (tmp_path / "other").mkdir()
    event.save_copy(tmp_path / "other" / "copy.checkin")
    other = opened(tmp_path / "other" / "copy.checkin", "Side door")
    tomb = note(event, Kind.ATTENDEE_ERASED, guest)
    with other.write() as write:
        write.receive([tomb])
    assert traces(other.path) == []


def test_many_can_be_erased_in_one_go(event, guest):
    everybody = [a.id for a in event.read.attendees()]
    with event.write() as write:
        write.append(*(Draft(Kind.ATTENDEE_ERASED, who) for who in everybody))
    assert b"quibble" not in bytes_on_disk(event.path)
    assert event.read.tallies()["erased"] == len(everybody)
    assert event.check() == []


def test_what_comes_late_about_an_erased_person_is_never_written(
    event, guest, note, listed
):
    note(event, Kind.ATTENDEE_ERASED, guest)
    note(
        event,
        Kind.ATTENDEE_LISTED,
        guest,
        fields={"full_name": "Xaverine Quibblethorpe"},
    )
    note(event, Kind.CODE_GIVEN, guest, code="EB-77")
    assert traces(event.path) == []
    assert event.read.attendee(guest).erased
    assert event.read.by_code("EB-77") == ([], False)
    assert event.search("quibblethorpe") == []


def test_an_erased_person_still_counts_as_somebody_who_came(event, guest, note):
    before = event.read.tallies()
    note(event, Kind.ATTENDEE_ERASED, guest)
    after = event.read.tallies()
    assert after["attended"] == before["attended"]
    assert after["people"] == before["people"] - 1
    assert after["erased"] == 1


def test_an_erased_person_who_is_imported_again_is_recognised_by_the_hash(
    event, guest, note
):
    assert not event.read.suppressed(["ab12"])
    note(event, Kind.ATTENDEE_ERASED, guest, suppress=["ab12", "cd34"])
    assert event.read.suppressed(["zz99", "cd34"])
    assert not event.read.suppressed(["zz99"])


def test_the_scan_of_an_erased_persons_badge_finds_nobody(event, guest, note):
    assert event.read.by_code("eb-77") == ([guest], False)
    note(event, Kind.ATTENDEE_ERASED, guest)
    assert event.read.by_code("eb-77") == ([], False)


def test_an_erasure_leaves_the_others_as_they_were(event, guest, note):
    def others():
        return [a for a in event.read.attendees("1") if a.id != guest]

    before = others()
    note(event, Kind.ATTENDEE_ERASED, guest)
    assert others() == before
    assert len(event.search("xaver", limit=100)) == 80


def test_while_another_window_reads_the_last_traces_wait_and_then_go(
    event, listed, path
):
    (who,) = listed(event, "Xaverine Quill")
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entries").fetchone()
        with event.write() as write:
            write.append(Draft(Kind.ATTENDEE_ERASED, who, {}))
        assert event.to_scrub
        reader.execute("COMMIT")
    event.checkpoint()
    assert not event.to_scrub
    log = path.with_name(path.name + "-wal")
    assert b"Xaverine" not in path.read_bytes() + log.read_bytes()
