"""The whole main job through the command line: list in, badges out, scan, follow up.

The badges' codes are decoded from the PDF as a scanner would see them, these texts are
scanned, and what comes out is read back and held against who was scanned.
"""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
import zxingcpp

from checkin.model.names import full_name
from checkin.resources import resource

ROOT = Path(__file__).parents[2]
EVENTBRITE = (
    ROOT.parent / "shared" / "corpus" / "attendee-lists" / "eventbrite_attendees.csv"
)
COMING = ("registered", "checked_in")


@pytest.fixture(params=["the demo's list", "an Eventbrite export"])
def guest_list(request: pytest.FixtureRequest) -> Path:
    """Real lists; the one of the corpus only where it lies beside the checkout."""
    if request.param == "the demo's list":
        return resource("demo", "guests.csv")
    if not EVENTBRITE.exists():
        pytest.skip(f"{EVENTBRITE} is not there")
    return EVENTBRITE


def decoded(pdf: Path) -> list[str]:
    """The texts of all QR codes, page by page, at the resolution of a cheap printer."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        image = page.render(scale=200 / 72, grayscale=True).to_pil()
        found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
        texts += [code.text for code in found]
        page.close()
    document.close()
    return texts


def rows_of(path: Path) -> list[dict[str, Any]]:
    """A file of the follow-up, as a spreadsheet would show it."""
    if path.suffix == ".csv":
        raw = path.read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\n") >= raw.count(b"\r\n") > 0
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file, strict=True))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    assert all(cell.data_type != "f" for row in sheet for cell in row), "a live formula"
    heading, *rows = sheet.iter_rows(values_only=True)
    book.close()
    return [
        {str(h): "" if v is None else v for h, v in zip(heading, row, strict=True)}
        for row in rows
    ]


class Job:
    """One event, and what was noted about it with a pencil on the way."""

    def __init__(self, checkin: Any, folder: Path, guest_list: Path) -> None:
        self.checkin, self.folder, self.guest_list = checkin, folder, guest_list
        self.event = folder / "evening.checkin"
        self.came: set[str] = set()
        """Ids of those who were let in."""

    def attendees(self) -> list[dict[str, Any]]:
        found = self.checkin("attendees", self.event, "--json").json
        assert isinstance(found, list)
        return found

    def coming(self) -> list[dict[str, Any]]:
        return [guest for guest in self.attendees() if guest["status"] in COMING]

    def scan(self, *texts: str, ends: int = 0) -> list[dict[str, Any]]:
        lines = self.checkin(
            "scan", self.event, "--json", typed="\n".join(texts) + "\n", ends=ends
        ).lines
        assert len(lines) == len(texts)
        for answer in lines:
            if answer["verdict"] == "admitted":
                self.came.add(answer["attendee"]["id"])
        return lines

    def export(self, name: str, audience: str) -> list[dict[str, Any]]:
        out = self.folder / name
        self.checkin("export", self.event, out, "--audience", audience)
        return rows_of(out)

    def stats(self) -> dict[str, Any]:
        found = self.checkin("stats", self.event, "--json").json
        assert isinstance(found, dict)
        return found


@pytest.fixture
def job(checkin: Any, tmp_path: Path, guest_list: Path) -> Job:
    one = Job(checkin, tmp_path, guest_list)
    checkin("new", one.event, "--name", "Autumn Evening")
    return one


def names(people: list[dict[str, Any]], key: str) -> list[str]:
    return sorted(guest[key] for guest in people)


@pytest.mark.slow
def test_the_whole_main_job(job: Job) -> None:
    acts = imports(job)
    codes = prints(job)
    checks_in(job, codes)
    follows_up(job)
    goes_back(job, acts)
    assert job.checkin("check", job.event).out.startswith("The file is whole")


def imports(job: Job) -> list[str]:
    """A dry run changes no byte; then the list comes in, as `read` understands it."""
    before = job.event.read_bytes()
    dry = job.checkin("import", job.event, job.guest_list, "--dry-run", "--json").json
    assert job.event.read_bytes() == before
    done = job.checkin("import", job.event, job.guest_list, "--json").json
    assert (dry["new"], dry["rows"]) == (done["new"], done["rows"])
    read = job.checkin("read", job.guest_list, "--json").json
    assert names(job.attendees(), "full_name") == sorted(map(whole_name, read))
    again = job.checkin("import", job.event, job.guest_list, "--json").json
    assert again["same"] == done["new"]
    assert again["new"] == again["changed"] == again["withdrawn"] == 0
    return [done["act"], again["act"]]


def whole_name(person: dict[str, Any]) -> str:
    """As people are called here: the family name first where it is written in Han."""
    if person["full_name"]:
        return str(person["full_name"])
    return full_name(person["first_name"] or "", person["last_name"] or "")


def prints(job: Job) -> list[str]:
    """Every code of everybody who comes can be read from the sheets, on both papers."""
    expected = sorted(guest["code"] for guest in job.coming())
    a4, letter = job.folder / "a4.pdf", job.folder / "letter.pdf"
    job.checkin("badges", job.event, a4, "--stock", "L4785", "--verify")
    job.checkin(
        "badges", job.event, letter, "--stock", "5395", "--only", "all", "--start", 3
    )
    found = decoded(a4)
    assert sorted(found) == sorted(decoded(letter)) == expected
    assert {guest["printed"] for guest in job.coming()} == {2}
    job.checkin("badges", job.event, job.folder / "none.pdf", ends=3)
    return found


def checks_in(job: Job, codes: list[str]) -> None:
    """Badges, tickets of the list, doubles and strangers."""
    people = {guest["id"]: guest for guest in job.attendees()}
    by_badge, rest = codes[: len(codes) // 2], codes[len(codes) // 2 :]
    assert {a["verdict"] for a in job.scan(*by_badge)} == {"admitted"}

    later = [guest for guest in people.values() if guest["code"] in rest]
    tickets = [g["external_code"] for g in later if g["external_code"]][:5]
    assert len(tickets) == 5
    answers = job.scan(*tickets)
    assert {a["verdict"] for a in answers} == {"admitted"}
    assert [people[a["attendee"]["id"]]["external_code"] for a in answers] == tickets

    again = job.scan(by_badge[0], tickets[0], by_badge[0].lower(), ends=1)
    assert {a["verdict"] for a in again} == {"already_in"}
    assert all(a["first_at"] and a["first_desk"] == "Main door" for a in again)

    cancelled = [g for g in people.values() if g["status"] == "cancelled"]
    assert cancelled
    refused = job.scan(*(guest["code"] for guest in cancelled), ends=1)
    assert {a["verdict"] for a in refused} == {"cancelled"}

    strangers = job.scan(foreign(job), "https://example.org", ends=1)
    assert [a["verdict"] for a in strangers] == ["foreign", "unknown"]


def foreign(job: Job) -> str:
    """A genuine badge of another event."""
    other = Job(job.checkin, job.folder / "other", job.guest_list)
    other.folder.mkdir()
    job.checkin("new", other.event, "--name", "Another")
    tag = job.coming()[0]["code"][11:13]
    for n in range(9):  # two letters make 256 tags
        guest = job.checkin("walkin", other.event, "--name", f"G{n}", "--json").json
        if guest["code"][11:13] != tag:
            return str(guest["code"])
        other.event.unlink()
        job.checkin("new", other.event, "--name", "Another")
    raise AssertionError("nine events with one tag")


def follows_up(job: Job) -> None:
    """What the numbers and the files say is what was scanned."""
    people = {guest["id"]: guest for guest in job.attendees()}
    coming = {guest["id"] for guest in job.coming()}
    numbers = job.stats()
    assert numbers["attended"] == numbers["inside"] == len(job.came)
    assert numbers["expected"] == len(coming)
    assert numbers["missed"] == len(coming - job.came)

    groups = {
        "everyone": set(people),
        "attended": job.came,
        "missed": coming - job.came,
    }
    for audience, ids in groups.items():
        told = [people[own] for own in ids]
        sheet = job.export(f"{audience}.xlsx", audience)
        table = job.export(f"{audience}.csv", audience)
        assert names(sheet, "Full name") == names(told, "full_name")
        assert sorted(map(unguarded, names(table, "Full name"))) == names(
            told, "full_name"
        )
        assert len(table) == len(sheet) == len(ids)
        for row in table:
            assert not any(
                str(v).startswith(("=", "+", "-", "@")) for v in row.values()
            )
    came = {row["Ticket code"]: row["Came"] for row in job.export("e.xlsx", "everyone")}
    for guest in people.values():
        if guest["external_code"]:
            said = "yes" if guest["id"] in job.came else "no"
            assert came[guest["external_code"]] == said


def unguarded(cell: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running a cell."""
    return cell[1:] if cell[:2] in ("'=", "'+", "'-", "'@") else cell


def goes_back(job: Job, acts: list[str]) -> None:
    """The list again changes nothing; undone, only those remain whom the door knows."""
    again = job.checkin("import", job.event, job.guest_list, "--json").json
    assert (again["new"], again["changed"], again["withdrawn"]) == (0, 0, 0)
    known = {guest["id"] for guest in job.attendees() if guest["printed"]} | job.came
    job.checkin("undo", job.event, acts[0], ends=3)  # newer ones build on it
    for act in (again["act"], *reversed(acts)):
        undone = job.checkin("undo", job.event, act).out
    back = follows(job, undone)  # the ways that are printed lead there and back
    assert job.stats()["expected"] > 0
    assert back.startswith("Back again: List “")
    assert follows(job, back).startswith("Undone: List “")
    left = job.attendees()
    assert {guest["id"] for guest in left} == known
    assert all(guest["withdrawn"] for guest in left)
    numbers = job.stats()
    assert (numbers["expected"], numbers["attended"]) == (0, len(job.came))


def follows(job: Job, told: str) -> str:
    """Does what the last line of a command says; what that tells."""
    _, _, own = told.splitlines()[-1].rpartition(f"checkin undo {job.event} ")
    return str(job.checkin("undo", job.event, own).out)


def test_a_name_that_a_spreadsheet_would_run_comes_back_as_it_was(
    checkin: Any, tmp_path: Path
) -> None:
    evil = ["=JOY() Adeyemi", "@home", "+44 20", "-1+1", '=HYPERLINK("http://x","y")']
    source = tmp_path / "evil.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Name", "Company"], *([n, n] for n in evil)])
    event = tmp_path / "e.checkin"
    checkin("new", event, "--name", "Evening")
    checkin("import", event, source)
    for name in ("out.csv", "out.xlsx"):
        checkin("export", event, tmp_path / name)
    assert names(rows_of(tmp_path / "out.xlsx"), "Full name") == sorted(evil)
    table = rows_of(tmp_path / "out.csv")
    assert sorted(unguarded(row["Full name"]) for row in table) == sorted(evil)
    assert all(row["Full name"].startswith("'") for row in table)
