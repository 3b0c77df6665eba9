"""How soon the window is ready, and how much memory it takes.

Cold: a new process, from its start to the first painted list. Warm: a window more in
a process where everything is imported.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _events import make
from _measure import figure, percentile

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

READY = 10_000
LARGE = 100_000
COLD_ROUNDS, WARM_ROUNDS = 5, 9
MOST_S = 1.0
MOST_MB = 250


def main() -> None:
    """Prints ready.cold and ready.warm at 10k, then the memory at 100k."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("CHECKIN_BENCH_DIR")) as folder:
        path = Path(folder, "10k.checkin")
        make(path, READY)[0].close()
        cold = [_child(path, folder)["ready"] for _round in range(COLD_ROUNDS)]
        figure("window.ready.cold", percentile(cold, 50), "s", size="10k")
        warm = _child(path, folder, WARM_ROUNDS)["warm"]
        figure(
            "window.ready.warm", percentile(warm, 50), "s", size="10k", at_most=MOST_S
        )
        large = Path(folder, "100k.checkin")
        make(large, LARGE)[0].close()
        bare = _child(path, folder)["memory"]
        full = _child(large, folder)["memory"]
        figure("window.memory", bare, "MB", size="10k")
        figure("window.memory", full, "MB", size="100k", at_most=MOST_MB)


def _child(path: Path, folder: str, more: int = 0) -> dict:
    begun = str(time.monotonic())
    command = [sys.executable, __file__, str(path), begun, str(more)]
    env = os.environ | {"XDG_CONFIG_HOME": folder, "HOME": folder}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    found: dict = json.loads(done.stdout)
    return found


def child(path: Path, begun: float, more: int) -> None:
    """Opens the window on an event, goes to every page, and tells how it was.

    At the badges it stays until all of them were looked through.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from checkin.ui import app as application

    app = application.make_app()
    around = application.environment()
    application.Looks(app, around.settings)
    from checkin.ui.window import Window

    def opened() -> Window:
        window = Window(around)
        window.resize(window.sizeHint())
        window.show()
        window.opener.open(path)
        while not shown(window):
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        return window

    window = opened()
    ready = time.monotonic() - begun
    warm = []
    for _round in range(more):
        window.close()
        start = time.monotonic()
        window = opened()
        warm.append(time.monotonic() - start)
    pages = () if more else ("badges", "door", "followup", "attendees")
    looked: list[object] = []
    for name in pages:
        window.go(name)
        if name == "badges":
            window.stack.currentWidget().previewer.looked.connect(looked.append)
        end = time.monotonic() + 1.5
        while time.monotonic() < end or not looked:
            app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    sys.stdout.write(json.dumps({"ready": ready, "warm": warm, "memory": memory()}))
    window.close()
    QCoreApplication.processEvents()


def shown(window: object) -> bool:
    """Whether the list of attendees has rows and was painted with them."""
    people = getattr(window.stack.currentWidget(), "people", None)  # type: ignore[attr-defined]
    return bool(people and people.rows.rowCount() and not people.table.grab().isNull())


def memory() -> float:
    """MB of this process that are its own, most of all so far not counted."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        random.seed(1)
        child(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
