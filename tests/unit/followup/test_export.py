"""Saving an audience: the file, the record of it, and what can go wrong."""

import os

import pytest

from checkin.followup.errors import (
    OverwritesEvent,
    UnclearFormat,
    UnknownAudience,
    UnknownFormat,
)
from checkin.followup.export import export
from checkin.followup.formats import FORMATS
from checkin.followup.mailing import Reach
from checkin.model.errors import DiskFull, FileNotWritable
from checkin.model.kinds import Kind
from checkin.model.progress import WasCancelled
from checkin.store.eventfile import EventFile


def recorded(event):
    return [dict(e.data) for e in event.entries() if e.kind == Kind.EXPORT_MADE]


def test_an_export_says_what_is_in_the_file_and_records_it(party, tmp_path):
    out = tmp_path / "came.csv"
    report = export(party.event, out, "attended", purpose="thank you")
    assert (report.rows, report.left_out) == (3, 0)
    assert (report.format, report.audience, report.file) == ("csv", "attended", out)
    entry = party.event.read.entry(report.entry)
    assert entry is not None
    assert dict(entry.data) == {
        "audience": "attended",
        "format": "csv",
        "rows": 3,
        "file": "came.csv",
        "purpose": "thank you",
    }
    assert report.as_json()["entry"] == entry.id.hex()


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_can_be_a_mailing(party, tmp_path, one):
    """Anna said yes but gave no address, Zoë said no, nobody else was asked."""
    party.guest(
        full_name="Tom", email="tom@example.org", permissions={"contact": "yes"}
    )
    out = tmp_path / f"mail{one.ending}"
    report = export(party.event, out, "everyone", one.name, mailing=True)
    assert (report.rows, report.left_out) == (1, 6)
    assert report.reasons == {
        Reach.SAID_NO: 1, Reach.NEVER_ASKED: 4, Reach.NO_EMAIL: 1,
        Reach.ADDRESS_SAID_NO: 0,
    }  # fmt: skip
    assert report.rows + sum(report.reasons.values()) == 7
    assert recorded(party.event)[-1]["purpose"] == "mailing"
    assert recorded(party.event)[-1]["rows"] == 1


def test_what_a_mailing_is_for_can_be_said_better(party, tmp_path):
    export(party.event, tmp_path / "a.csv", mailing=True, purpose="thank you")
    assert recorded(party.event)[-1]["purpose"] == "thank you"


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_writes_a_file_with_everybody_in_it(party, tmp_path, one):
    report = export(party.event, tmp_path / f"all{one.ending}", format=one.name)
    assert report.file.stat().st_size > 100
    assert report.rows == 6


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_every_format_can_say_that_nobody_is_in_it(party, tmp_path, one):
    party.erase(next(iter(party.event.read.attendees("walk_in = 1"))).id)
    out = tmp_path / f"none{one.ending}"
    assert export(party.event, out, "walk-ins", one.name).rows == 0
    assert out.stat().st_size > 0


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: one.name)
def test_the_same_event_gives_the_same_bytes(party, tmp_path, one):
    first, second = tmp_path / f"a{one.ending}", tmp_path / f"b{one.ending}"
    for out in (first, second):
        export(party.event, out, format=one.name)
    assert first.read_bytes() == second.read_bytes()


def test_the_ending_decides_where_no_format_is_named(party, tmp_path):
    for ending, expected in ((".csv", "csv"), (".XLSX", "xlsx"), (".json", "json")):
        report = export(party.event, tmp_path / f"list{ending}")
        assert report.format == expected


def test_an_unknown_ending_is_answered_with_those_there_are(party, tmp_path):
    with pytest.raises(UnclearFormat) as caught:
        export(party.event, tmp_path / "list.docx")
    for one in FORMATS:
        assert one.ending in caught.value.words()
        assert one.name in caught.value.words()


def test_unknown_words_are_answered_before_anything_is_written(party, tmp_path):
    out = tmp_path / "list.csv"
    with pytest.raises(UnknownFormat) as caught:
        export(party.event, out, format="pigeon")
    assert all(one.name in caught.value.words() for one in FORMATS)
    with pytest.raises(UnknownAudience):
        export(party.event, out, "vips")
    assert not out.exists()
    assert recorded(party.event) == []


def test_a_folder_that_is_not_there_is_told_in_words(party, tmp_path):
    with pytest.raises(FileNotWritable) as caught:
        export(party.event, tmp_path / "nowhere" / "list.csv")
    assert "list.csv" in caught.value.words()
    assert recorded(party.event) == []


def test_a_folder_is_never_replaced_by_a_file(party, tmp_path):
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(FileNotWritable):
        export(party.event, tmp_path / "list.csv")
    assert recorded(party.event) == []


def test_the_event_itself_is_never_replaced(party):
    with pytest.raises(OverwritesEvent):
        export(party.event, party.event.path, format="csv")
    assert party.event.check() == []


@pytest.mark.skipif(os.name == "nt", reason="limits of file size are a thing of Unix")
@pytest.mark.parametrize("kind", ["csv", "csv-machine", "xlsx", "json", "register"])
def test_without_room_the_old_file_stays_and_nothing_is_recorded(party, tmp_path, kind):
    import resource

    for n in range(40):
        party.guest(full_name=f"Guest {n}", note="long " * 200)
    out = tmp_path / "list.file"
    out.write_text("as before")
    before = sorted(tmp_path.iterdir())
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        with pytest.raises(DiskFull):
            export(party.event, out, format=kind)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert out.read_text() == "as before"
    assert sorted(tmp_path.iterdir()) == before
    assert recorded(party.event) == []


@pytest.mark.parametrize("kind", ["csv", "csv-machine", "xlsx", "json", "register"])
def test_a_cancelled_export_leaves_everything_as_it_was(party, tmp_path, kind):
    out = tmp_path / "list.file"
    out.write_text("as before")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(WasCancelled):
        export(party.event, out, format=kind, cancelled=lambda: True)
    assert out.read_text() == "as before"
    assert sorted(tmp_path.iterdir()) == before
    assert recorded(party.event) == []


def test_it_tells_how_far_it_is(party, tmp_path):
    heard = []
    export(
        party.event,
        tmp_path / "list.csv",
        progress=lambda done, total: heard.append((done, total)),
    )
    assert heard[-1] == (6, 6)


def test_an_event_that_can_only_be_read_still_gives_its_lists(party, tmp_path):
    party.event.checkpoint(force=True)
    path = tmp_path / "copy.checkin"
    party.event.save_copy(path)
    out = tmp_path / "list.csv"
    with EventFile.open(path, party.clock, party.event.desk) as copy:
        copy.read_only = True
        report = export(copy, out)
        assert recorded(copy) == []
    assert report.entry is None
    assert report.rows == 6
    assert out.exists()


def test_a_file_that_cannot_be_moved_into_place_is_not_recorded(
    party, tmp_path, monkeypatch
):
    def refuse(draft, path):
        raise PermissionError(13, "the file is open in another program")

    monkeypatch.setattr("checkin.followup.export.put_in_place", refuse)
    with pytest.raises(FileNotWritable) as caught:
        export(party.event, tmp_path / "list.csv")
    assert "open in another program" in caught.value.words()
    assert recorded(party.event) == []
    assert not list(tmp_path.glob(".list*"))
