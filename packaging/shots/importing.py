"""The import page: a first list, a newer version of it, what can't be read."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from screenshots import Shot, Stage, fine

from checkin.resources import resource
from checkin.store.acts import correct
from checkin.ui.importing.card import GroupCard
from checkin.ui.importing.page import ImportPage
from checkin.ui.importing.view import State

_HEADER = ("Name", "Attendee Email", "Organisation", "Ticket", "Stato", "Food")
_ROWS = (
    ("Zoë van der Berg-Okonkwo", "zoe@harbourmakers.example",
     "Harbour Makers Collective", "Member", "Attending", "vegan"),
    ("Anna Schmidt", "anna@nordlicht.example", "Nordlicht Energie", "Member",
     "Attending", ""),
    ("محمد الفارسي", "m.alfarsi@mina.example", "مكتبة الميناء", "Member",
     "Attending", "halal"),
    ("Łukasz Wójcik", "lukasz@@tartu.example", "Tartu Robotics", "Guest",
     "Cancelled", ""),
    ("Sukma", "sukma@mail.example", "", "Guest", "Attending", "no nuts"),
    ("Hanna Schmitt", "", "Alster Architekten", "Guest", "Attending", ""),
    ("", "", "Alster Architekten", "Guest", "Attending", ""),
    ("Sukma", "sukma@mail.example", "", "Guest", "Attending", "no nuts"),
)  # fmt: skip


def _list(stage: Stage, name: str) -> Path:
    more = (
        (f"Guest {n}", f"guest{n}@example.org", "Harbour", "Member", "Attending", "")
        for n in range(52)
    )
    return _written(stage, name, [_HEADER, *_ROWS, *more])


def _written(stage: Stage, name: str, rows: Iterable[Sequence[str]]) -> Path:
    path = stage.folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def _page(stage: Stage) -> ImportPage:
    page = stage.window.stack.currentWidget()
    assert isinstance(page, ImportPage)
    return page


def _look_at(stage: Stage, path: Path) -> None:
    stage.window.go("importing", path=path)
    page = _page(stage)
    stage.until(lambda: page.state is State.READY)


def _first(stage: Stage) -> None:
    stage.open_empty()
    _look_at(stage, _list(stage, "eventbrite_attendees.csv"))


def _card(stage: Stage, kind: str) -> GroupCard:
    cards = _page(stage).view.body.problems.cards
    return next(card for card in cards if card.shown.kind == kind)


def _settled(stage: Stage) -> None:
    page = _page(stage)
    stage.until(lambda: not page.draft.working)


def _fixing(stage: Stage) -> None:
    """The line over a cell is open."""
    _first(stage)
    _card(stage, "email").choices.buttons[0].click()
    stage.work(50)


def _answered(stage: Stage) -> None:
    """One cell was put right, one row may be left out."""
    _fixing(stage)
    (editor,) = (c.editor for c in _page(stage).view.body.grid.columns if c.editor)
    editor.setText("lukasz@tartu.example")
    editor.returnPressed.emit()
    _card(stage, "nobody").choices.buttons[0].click()
    _settled(stage)


def _put_aside(stage: Stage) -> None:
    """Another list came while the first one was being put right."""
    _answered(stage)
    _look_at(stage, _list(stage, "members.csv"))


def _same(stage: Stage) -> None:
    """Two rows that say the same, side by side."""
    _first(stage)
    _card(stage, "same").choices.buttons[0].click()
    stage.work(50)


def _all_headings(stage: Stage) -> None:
    """Everything in the file was taken for headings."""
    stage.open_empty()
    path = stage.folder / "names.csv"
    path.write_text("Anna Schmidt\n", "utf-8")
    stage.window.go("importing", path=path)
    stage.until(lambda: stage.window.bars.bars)


def _many_questions(stage: Stage) -> None:
    """Nearly everything that can be odd, and long names."""
    stage.open_empty()
    name = "members of the harbour district, export of November.csv"
    long = "Wolfeschlegelsteinhausenbergerdorff-Oyelaran"
    header = ("Name", "E-mail", "Status", "Places", "May we write to you?", "Company")
    mail = "guest-at-a-very-long-address.example"
    odd = [("quantum", "many", "perhaps")] * 3 + [("entangled", "2", "ask later")] * 9
    rows = [(f"{long} {n}", f"{n}{mail}", *more, "") for n, more in enumerate(odd)]
    nameless = ("", "only@example.org", "going", "1", "yes", "")
    nobody = ("", "", "going", "1", "", "Harbour Makers Collective")
    every = [header, *rows, rows[0], nameless, nobody]
    _look_at(stage, _written(stage, name, every))


def _corrected(stage: Stage) -> None:
    """The list changes what was put right at the desk."""
    stage.open_demo()
    assert stage.window.session is not None
    event = stage.window.session.file
    known = resource("demo", "guests.csv").read_text("utf-8")
    rows = list(csv.reader(known.splitlines()))
    for row in rows[1:3]:
        name = f"{row[0]} {row[1]}"
        guest = next(one for one in event.read.attendees() if one.name == name)
        correct(event, guest, {"company": "As they said at the desk"})
        row[3] = "Somewhere else entirely"
    _look_at(stage, _written(stage, "guests.csv", rows))


def _system(stage: Stage) -> None:
    """The export of a system that is known, and a list that is known already."""
    stage.open_demo()
    header = ("Order #", "Attendee #", "Barcode #", "Attendee Status",
              "First Name", "Last Name", "Email")  # fmt: skip
    guests = (
        (f"1121{n:04}", f"8483{n:04}", f"9091{n:04}", "Attending",
         "Guest", f"Number {n}", f"g{n}@example.org")
        for n in range(30)
    )  # fmt: skip
    name = "eventbrite_attendees_november.csv"
    _look_at(stage, _written(stage, name, [header, *guests]))


def _doubled(stage: Stage) -> None:
    """Two who may be one person, and some who came already."""
    stage.open_empty()
    rows = [
        ("Name", "Email", "Company", "Checked in"),
        ("Katarzyna Nowak", "kn@alster.example", "Alster", "yes"),
        ("Katrzyna Nowak", "", "Alster", ""),
    ]
    rows += [(f"Guest {n}", f"g{n}@example.org", "Harbour", "no") for n in range(30)]
    _look_at(stage, _written(stage, "members.csv", rows))


def _many_columns(stage: Stage) -> None:
    stage.open_empty()
    _look_at(stage, resource("demo", "guests.csv"))


def _newer(stage: Stage) -> None:
    stage.open_demo()
    known = resource("demo", "guests.csv").read_text("utf-8")
    rows = list(csv.reader(known.splitlines()))
    rows[3][3] = "Somewhere else"
    rows = [*rows[:-3], ["Nina", "Nowak"]]
    _look_at(stage, _written(stage, "guests.csv", rows))


def _no_names(stage: Stage) -> None:
    stage.open_empty()
    path = stage.folder / "gaeste.csv"
    path.write_text("Wer kommt;Firma\nAnna Schmidt;Nordlicht\nTom;Alster\n", "utf-8")
    _look_at(stage, path)


def _sheets(stage: Stage) -> None:
    import xlsxwriter

    stage.open_empty()
    path = stage.folder / "members and speakers of the harbour district 2023.xlsx"
    with xlsxwriter.Workbook(path) as book:
        for name in ("Members", "Speakers", "Helpers"):
            sheet = book.add_worksheet(name)
            for number, row in enumerate((_HEADER, *_ROWS)):
                sheet.write_row(number, 0, row)
    _look_at(stage, path)
    _page(stage).view.body.file.differently.click()


def _reading(stage: Stage) -> None:
    _stand_still(stage, "reading", 41_200)


def _importing(stage: Stage) -> None:
    _first(stage)
    _stand_still(stage, "importing", 34)


def _stand_still(stage: Stage, what: str, done: int) -> None:
    """A task that never ends, and tells once how far it is."""
    if stage.window.session is None:
        stage.open_empty()
        stage.window.go("importing")
    page = _page(stage)
    page.view.show_state(State(what))
    task = page.session.run(lambda _event, _progress, _cancelled: None)
    words = {"reading": "Reading members.xlsx", "importing": "Importing members.xlsx"}
    unit = "rows" if what == "reading" else "people"
    getattr(page.view, what).watch(task, words[what], unit)
    stage.work(400)
    task.progressed.emit(done, 100_000 if what == "reading" else 58)


def _damaged(stage: Stage) -> None:
    stage.open_empty()
    path = stage.folder / "poster.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    stage.window.go("importing", path=path)
    stage.until(lambda: stage.window.bars.bars)


_FIRST = Shot("import", _first)

SHOTS = [
    _FIRST,
    fine(_FIRST),
    replace(_FIRST, name="import-130", text=1.3, sizes=((1280, 800),)),
    Shot("import-fixing", _fixing),
    Shot("import-answered", _answered),
    Shot("import-put-aside", _put_aside),
    Shot("import-same", _same),
    Shot("import-all-headings", _all_headings),
    Shot("import-many-questions", _many_questions),
    replace(
        Shot("import-many-questions", _many_questions),
        name="import-many-questions-130",
        text=1.3,
        sizes=((1280, 800),),
    ),
    Shot("import-corrected", _corrected),
    Shot("import-doubled", _doubled),
    Shot("import-system", _system),
    Shot("import-newer", _newer),
    Shot("import-many-columns", _many_columns),
    Shot("import-sheets", _sheets),
    Shot("import-reading", _reading),
    Shot("import-running", _importing),
    Shot("import-no-names", _no_names),
    Shot("import-not-a-list", _damaged),
]
