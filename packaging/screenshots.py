"""Pictures of every page and state on the demo evening, for `dev.py screenshots DIR`.

The shots are in packaging/shots, one module a page; each has `SHOTS`, a list of Shot.
"""

import atexit
import importlib.util
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from types import ModuleType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from invented_printers import InventedPrinters
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from checkin.demo import Evening, MovableClock, play_until
from checkin.resources import resource
from checkin.settings import Settings
from checkin.ui import app as application
from checkin.ui import fonts, style
from checkin.ui.crash import CrashHandler
from checkin.ui.environment import Environment
from checkin.ui.look import Look
from checkin.ui.messages import Messages
from checkin.ui.page import Page
from checkin.ui.tokens import THEMES, ThemeName
from checkin.ui.window import Window

_PATIENCE_MS = 10_000
_HERE = Path(__file__).resolve().parent


@cache
def played() -> Path:
    """The evening at 18:42:45, played once a process; to be copied."""
    folder = Path(tempfile.mkdtemp(prefix="checkin-pictures-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return play_until(folder, "picture_at", random.Random(7).randbytes)


class Stage:
    """A window on a machine of its own, with the demo evening at 18:42:45."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = MovableClock(Evening.load(resource("demo")).moment("picture_at"))
        messages = Messages()
        config = folder / "config"
        config.mkdir()
        self.printers = InventedPrinters()
        self.around = Environment(
            settings=Settings(config, random.Random(5).randbytes),
            clock=self.clock,
            messages=messages,
            crash=CrashHandler(messages, config / "problems.log"),
            events_folder=folder / "events",
            random=random.Random(6).randbytes,
            print_system=self.printers,
        )
        self.around.events_folder.mkdir()
        self.window = Window(self.around)
        self.extra: QWidget | None = None
        """Another window that is the picture instead, such as the greeting."""

    def open_demo(self) -> None:
        """Opens the evening; then the window is at the attendees."""
        copy = self.folder / played().name
        self.window.opener.open(Path(shutil.copy(played(), copy)))
        self.until(lambda: self.window.session is not None)

    def open_empty(self) -> None:
        """Opens a new event with nobody on its list."""
        fields = {"name": "Autumn Networking Evening", "starts": "2023-11-23T18:15"}
        path = self.around.events_folder / "autumn.checkin"
        self.window.opener.create(path, fields)
        self.until(lambda: self.window.session is not None)

    def until(self, ready: Callable[[], object]) -> None:
        """Lets the window work until it is so.

        Raises:
            TimeoutError: it never is.
        """
        late = QTimer()
        late.setSingleShot(True)
        late.start(_PATIENCE_MS)
        while not ready():
            if not late.isActive():
                raise TimeoutError(ready)
            self.work()

    def work(self, ms: int = 20) -> None:
        """Lets the window work for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def settle(self, rounds: int = 12) -> None:
        """Until nothing has changed for a while: lists are filled, previews painted."""
        for _round in range(rounds):
            self.work(25)

    def close(self) -> None:
        """Lets go of everything."""
        if self.extra is not None:
            self.extra.close()
        for page in self.window.findChildren(Page):
            page.note_down()  # what is not saved would keep the window open
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        shutil.rmtree(self.folder, ignore_errors=True)


@dataclass(frozen=True)
class Shot:
    """One picture."""

    name: str
    prepare: Callable[[Stage], object]
    """Brings the window into the state; ends when it is there."""
    themes: tuple[ThemeName, ...] = (ThemeName.LIGHT, ThemeName.DARK)
    sizes: tuple[tuple[int, int], ...] = ((1280, 800), (1024, 700))
    scales: tuple[int, ...] = (1,)
    """Device pixels a pixel: 2 for fine screens."""
    text: float = 1.0
    """Text size: 1.15, 1.3."""


def take(shot: Shot, out: Path) -> Iterable[Path]:
    """All pictures of a shot."""
    for theme in shot.themes:
        for size in shot.sizes:
            for scale in shot.scales:
                yield _take(shot, theme, size, scale, out)


def _take(
    shot: Shot, theme: ThemeName, size: tuple[int, int], scale: int, out: Path
) -> Path:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply_if_other(app, Look(THEMES[theme], shot.text))
    stage = Stage(Path(tempfile.mkdtemp()))
    stage.window.resize(*size)
    stage.window.show()
    shot.prepare(stage)
    stage.settle()
    shown = stage.extra or stage.window
    picture = QImage(shown.size() * scale, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    painter = QPainter(picture)
    shown.render(painter, QPoint(0, 0))
    painter.end()
    where = "" if size == (1280, 800) else f"-{size[0]}x{size[1]}"
    fine = "" if scale == 1 else f"-{scale}x"
    path = out / f"{shot.name}-{theme}{where}{fine}.png"
    picture.save(str(path))
    stage.close()
    return path


def shots() -> list[Shot]:
    """Those of all pages."""
    found: list[Shot] = []
    for path in sorted((_HERE / "shots").glob("*.py")):
        found += _module(path).SHOTS
    return found


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"shots_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


def main(arguments: list[str]) -> int:
    """DIR, then parts of names; all of them without."""
    out, *names = arguments
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    app = application.make_app()
    fonts.load_text_faces()
    fonts.load_name_faces()
    wanted = [s for s in shots() if not names or any(n in s.name for n in names)]
    for shot in wanted:
        for path in take(shot, folder):
            sys.stdout.write(f"{path}\n")
            sys.stdout.flush()
    app.quit()
    return 0


def fine(shot: Shot) -> Shot:
    """The same at scale 2, light, at 1280 x 800."""
    return replace(shot, themes=(ThemeName.LIGHT,), sizes=((1280, 800),), scales=(2,))


if __name__ == "__main__":
    sys.modules["screenshots"] = sys.modules["__main__"]
    sys.exit(main(sys.argv[1:]))
