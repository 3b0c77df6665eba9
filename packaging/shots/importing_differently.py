"""The import page with the ways in which a file can be read."""

from dataclasses import replace

from screenshots import Shot, Stage

from checkin.ui.importing.page import ImportPage
from checkin.ui.importing.view import State

_LETTERS = (
    "Hosté jarního večera;;\nJméno;E-mail;Firma\nJan Dvořák;jan@brno.example;Most\n"
    "Al Ng;al@brno.example;Bridge, Ltd\nJo Reed;jo@brno.example;\n"
)


def _opened(stage: Stage) -> ImportPage:
    stage.open_empty()
    path = stage.folder / "hosté jarního večera 2026.csv"
    path.write_bytes(_LETTERS.encode("cp1250"))
    stage.window.go("importing", path=path)
    page = stage.window.stack.currentWidget()
    assert isinstance(page, ImportPage)
    stage.until(lambda: page.state is State.READY)
    page.view.body.file.differently.click()
    return page


def _open(stage: Stage) -> None:
    _opened(stage)


def _said(stage: Stage) -> None:
    page = _opened(stage)
    box = page.view.body.file.ways.choices["encoding"]
    words = (box.itemText(i) for i in range(box.count()))
    at = next(i for i, text in enumerate(words) if text.startswith("Windows-1250"))
    box.setCurrentIndex(at)
    box.activated.emit(at)
    stage.until(lambda: not page.draft.working)


_SAID = Shot("import-differently", _said)

SHOTS = [
    _SAID,
    replace(_SAID, name="import-differently-130", text=1.3, sizes=((1280, 800),)),
    Shot("import-differently-open", _open),
]
