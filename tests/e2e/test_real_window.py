"""The real window on a real screen, used by a hand that knows only keys."""

import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin.demo import play_until

ROOT = Path(__file__).parents[2]
MISSING = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]
PATIENCE_S = 40

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(MISSING),
        reason=f"needs {', '.join(MISSING)}; `dev.py test` installs them as root",
    ),
]


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of its own; the number is the first free one."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24"]
    server = subprocess.Popen(
        [*command, "-nolisten", "tcp"], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    with os.fdopen(read) as number:
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


Hand = Callable[..., str]


@pytest.fixture
def hand(screen: str) -> Hand:
    """`xdotool ARGS` on the screen; what it says."""

    def use(*words: object) -> str:
        done = subprocess.run(
            ["xdotool", *map(str, words)],
            env=os.environ | {"DISPLAY": screen},
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=True,
        )
        return done.stdout.strip()

    return use


@pytest.fixture
def opened(screen: str, tmp_path: Path) -> Iterator[Callable[[Path], str]]:
    """Starts `checkin EVENT` and waits for its window; gives the window's number."""
    running: list[subprocess.Popen[bytes]] = []

    def start(event: Path) -> str:
        env = os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-m", "checkin", str(event)]
        running.append(subprocess.Popen(command, cwd=ROOT, env=env))
        found = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Evening"],
            env=env,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=True,
        )
        return found.stdout.split()[0]

    yield start
    for process in running:
        if process.poll() is None:
            process.terminate()
            process.wait(PATIENCE_S)


def stands(checkin: Callable, event: Path, guest: str, state: str, tries: int) -> dict:
    """Asks the terminal, which shares the file, until the guest stands so, or {}."""
    for _try in range(tries):
        found = checkin("attendees", event, "--search", guest, "--json").json
        if found and found[0]["state"] == state:
            return dict(found[0])
    return {}


def test_a_scanner_types_into_the_real_window_and_the_check_in_is_on_the_disk(
    checkin, hand, opened, tmp_path
):
    event = play_until(tmp_path, "badges_printed", secrets.token_bytes)
    guest = checkin("attendees", event, "--search", "Zoë", "--json").json[0]
    window = opened(event)
    hand("windowfocus", "--sync", window)
    hand("key", "--window", window, "ctrl+3")
    for _scan in range(3):  # on a busy machine the hand may falter amid a code
        hand("type", "--delay", "0", f"{guest['code']}\n")
        if came := stands(checkin, event, "Zoë", "in", tries=20):
            break
    assert came.get("first_at")
    hand("key", "--window", window, "ctrl+z")
    assert stands(checkin, event, "Zoë", "expected", tries=60)
    checkin("check", event)


def test_a_second_start_with_the_same_event_ends_and_the_first_window_stays(
    screen, opened, tmp_path
):
    event = play_until(tmp_path, "badges_printed", secrets.token_bytes)
    opened(event)
    again = subprocess.run(
        [sys.executable, "-m", "checkin", str(event)],
        cwd=ROOT,
        env=os.environ | {"DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert again.returncode == 0, again.stderr.decode()
