"""Laws of importing: what is written is what is read, and order changes nobody."""

import csv
import io
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.importing import Reading, apply_plan, load, make_plan
from checkin.importing.people import tidy
from checkin.importing.person import Person
from checkin.importing.plan_matching import Known, match
from checkin.importing.read_text import read_text
from checkin.importing.table import distinct
from checkin.model.errors import CheckinError
from checkin.model.ids import AttendeeId, SubjectId

from .events import Still, an_event

HEADER = ["Name", "Email", "Company", "Notes"]
LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
CELLS = st.text(st.one_of(LETTERS, st.sampled_from(',;|\t"\n')), max_size=12)
LITTER = dict.fromkeys((0xFEFF, 0x1A))
ROWS = st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=6)


def rendered(rows: list[list[str]], separator: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows([HEADER, *rows])
    return out.getvalue()


@given(
    ROWS,
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_a_table_is_read_as_it_was_written(rows, separator, codec):
    # marks of UTF-8 and Ctrl-Z among the cells are litter, and left out
    rows = [[cell.translate(LITTER) for cell in cells] for cells in rows]
    found, how = read_text(rendered(rows, separator).encode(codec), "list.csv")
    assert [list(cells) for _number, cells in found] == [HEADER, *rows]
    assert how.separator == separator


STARTS = st.sampled_from(
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"Name,Email\n"]
)
SNIPPETS = st.sampled_from([b",", b";", b'"', b"\r", b"\n", b"\0", b"Name", b"sep=;\n"])


@given(STARTS, st.lists(st.one_of(SNIPPETS, st.binary(max_size=9)), max_size=20))
def test_any_bytes_are_read_or_refused_in_words(start, parts):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_bytes(start + b"".join(parts))
        try:
            reading = load(path)
        except CheckinError:
            return  # its words were put together when it was raised
    width = len(reading.table.header)
    assert {len(row) for row in reading.table.rows} == {width}
    rows = [one.row for one in (*reading.people, *reading.problems)]
    assert sorted(rows) == list(reading.table.numbers)


@given(st.text())
def test_tidying_twice_is_tidying_once_and_leaves_letters_alone(text):
    once = tidy(text)
    assert tidy(once) == once
    assert once == once.strip()
    if text.isascii() and text.isprintable():
        assert once.split() == text.split()


@given(st.lists(st.sampled_from(["", "Notes", "Notes (2)", "a  b", "a b"])))
def test_headings_are_distinct_and_named(header):
    names = distinct(header, len(header))
    assert len(set(names)) == len(names) == len(header)
    assert all(names)


FEW = st.sampled_from(["", "a", "b", "c"])
FIELDS = st.fixed_dictionaries(
    {"full_name": FEW, "email": FEW, "external_code": FEW}
).filter(lambda fields: fields["full_name"] or fields["email"])


@given(st.lists(FIELDS, max_size=6), st.lists(FIELDS, max_size=6))
def test_nobody_is_taken_for_two_and_everybody_is_found_again(new, old):
    people = [Person(i, fields) for i, fields in enumerate(new)]
    known = [
        Known(AttendeeId(SubjectId(bytes([i]) * 16)), fields)
        for i, fields in enumerate(old)
    ]
    found = match(people, known)
    assert len({one.id for one in found.values()}) == len(found)
    again = match([Person(i, fields) for i, fields in enumerate(old)], known)
    assert all(again[i].fields == fields for i, fields in enumerate(old))


NAMES = st.text(st.sampled_from("abcdeéł ŁZ'-"), min_size=1, max_size=5)
PEOPLE = st.lists(
    st.tuples(NAMES, st.sampled_from(["", "x@x.org", "y@x.org", "z@x.org"])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25)
@given(PEOPLE, PEOPLE, st.randoms(use_true_random=False))
def test_after_an_import_the_list_in_any_order_changes_nobody(first, second, shuffle):
    with an_event(Still()) as (event, folder):
        for people in (first, second):
            apply_plan(event, make_plan(event, read(folder, people), "guests"))
        shuffle.shuffle(second)
        counts = make_plan(event, read(folder, second), "guests").counts()
        listed = [g for g in event.read.attendees() if not g.withdrawn]
        assert counts["new"] == counts["withdrawn"] == 0
        assert counts["same"] + counts["changed"] == len(listed)


def read(folder: Path, people: list[tuple[str, str]]) -> Reading:
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Name", "Email"), *people, ("Sukma", "")])
    return load(path)
