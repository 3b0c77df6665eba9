"""Whatever guests are called: what is saved is what is read back."""

import csv
import io
import json
import re
import tempfile
from pathlib import Path

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.followup.formats import format_named
from checkin.followup.material import Material
from checkin.model.attendee import Attendee, Details
from checkin.model.cells import unguarded
from checkin.model.clock import Instant
from checkin.model.event import Event
from checkin.model.ids import AttendeeId, EventId, SubjectId

NASTY = "=+-@\t\r\n;,\"' ＝a王ا\u200f_x0041"
words = st.text(st.sampled_from(NASTY), max_size=8) | st.text(max_size=12)
HEADINGS = ["Dietary", "=1+1", "Came"]
guests = st.builds(
    Details, full_name=words, company=words, external_code=words, handle=words
)


def visible(text):
    """What a cell of a workbook keeps: line ends as LF, no other control characters."""
    lines = re.sub("\r\n?", "\n", text)
    return "".join(c for c in lines if c >= " " or c in "\t\n")


def material(people, extra):
    """Guests without an event around them."""
    whole = [
        Attendee(AttendeeId(SubjectId(n.to_bytes(16, "big"))), details)
        for n, details in enumerate(people)
    ]
    said = dict(zip(HEADINGS, extra, strict=True))
    told = {guest.id: {k: v for k, v in said.items() if v} for guest in whole}
    return Material(
        event=Event(EventId(SubjectId(b"e" * 16)), "Evening"),
        people=whole,
        extras=lambda whose: {who: told[who] for who in whose},
        headings=HEADINGS,
        audience="",
        now=Instant(1_700_763_300_000),
    )


def written(kind, given_material):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list{format_named(kind).ending}"
        assert format_named(kind).write(path, given_material) == len(
            given_material.people
        )
        return path.read_bytes()


@settings(max_examples=40)
@given(st.lists(guests, max_size=4), st.lists(words, min_size=3, max_size=3))
def test_a_csv_for_people_gives_every_cell_back_once_it_is_freed(people, extra):
    content = written("csv", material(people, extra))
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = [
        {unguarded(k): unguarded(v) for k, v in row.items()}
        for row in csv.DictReader(text)
    ]
    assert [row["Full name"] for row in rows] == [one.full_name for one in people]
    assert [row["Company"] for row in rows] == [one.company for one in people]
    assert [row["Ticket code"] for row in rows] == [one.external_code for one in people]
    shown = dict(zip(["Dietary", "=1+1", "Came (2)"], extra, strict=True))
    for row in rows:
        assert {k: row.get(k, "") for k in shown} == shown


@settings(max_examples=40)
@given(st.lists(guests, max_size=4), st.lists(words, min_size=3, max_size=3))
def test_files_for_machines_give_every_cell_back_as_it_was(people, extra):
    given_material = material(people, extra)
    text = written("csv-machine", given_material).decode("utf-8")
    from_csv = list(csv.DictReader(io.StringIO(text, newline="")))
    from_json = json.loads(written("json", given_material))
    for rows in (from_csv, from_json):
        assert [row["full_name"] for row in rows] == [one.full_name for one in people]
        assert [row["handle"] for row in rows] == [one.handle for one in people]
    for row in from_json:
        expected = zip(HEADINGS, extra, strict=True)
        assert row["extra"] == {k: v for k, v in expected if v}


@settings(max_examples=25)
@given(st.lists(guests, min_size=1, max_size=3), words)
def test_a_workbook_holds_text_and_gives_it_back(people, extra):
    content = written("xlsx", material(people, [extra, "", ""]))
    book = openpyxl.load_workbook(io.BytesIO(content))
    headings, *rows = book.active.iter_rows()
    places = [cell.value for cell in headings]
    for row, one in zip(rows, people, strict=True):
        cells = dict(zip(places, row, strict=True))
        assert (cells["Full name"].value or "") == visible(one.full_name)
        assert (cells["Handle"].value or "") == visible(one.handle)
        assert {cell.data_type for cell in row if cell.value} == {"s"}
    book.close()


@settings(max_examples=15)
@given(st.lists(guests, max_size=10))
def test_the_door_list_is_a_pdf_whatever_the_names(people):
    assert written("register", material(people, ["", "", ""])).startswith(b"%PDF")
