"""Killed without warning, at a moment that nobody chose: whole afterwards, all kept.

A kill can't show a missing fsync (the system still has the pages): the pragmas that
make a check-in durable have tests of their own.
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import threading
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows"),
]

ROUNDS = 10
CODES = [f"T-{n:05}" for n in range(2000)]


@pytest.fixture
def event(checkin: Any, tmp_path: Path) -> Path:
    path = tmp_path / "evening.checkin"
    checkin("new", path, "--name", "Evening")
    return path


def feed(process: subprocess.Popen[bytes], codes: list[str]) -> threading.Thread:
    """Types codes into the process until it is no more, from a thread of its own."""

    def type_on() -> None:
        assert process.stdin is not None
        with contextlib.suppress(OSError):
            for code in codes:
                process.stdin.write(code.encode() + b"\n")
                process.stdin.flush()

    thread = threading.Thread(target=type_on)
    thread.start()
    return thread


def answers_until_killed(
    process: subprocess.Popen[bytes], after: int
) -> list[dict[str, Any]]:
    """All whole lines that it wrote, when it is killed once `after` of them were."""
    assert process.stdout is not None
    lines = []
    for line in process.stdout:
        lines.append(line)
        if len(lines) == after:
            process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    return [json.loads(line) for line in lines if line.endswith(b"\n")]


def test_every_verdict_that_was_printed_survives(
    checkin: Any, started: Any, event: Path, many: Path
) -> None:
    checkin("import", event, many)
    seeded = random.Random(20231123)
    told: dict[str, str] = {}
    for n in range(ROUNDS):
        codes = CODES[n * 200 : (n + 1) * 200]
        process = started("scan", event, "--json")
        typing = feed(process, codes)
        answers = answers_until_killed(process, after=seeded.randrange(1, 150))
        typing.join()
        assert answers
        for answer in answers:
            assert answer["verdict"] == "admitted"
            told[answer["attendee"]["id"]] = answer["entry"]
        if n % 3 == 0:  # else the next one finds the log as the killed one left it
            assert "whole" in checkin("check", event).out
    assert "whole" in checkin("check", event).out
    people = checkin("attendees", event, "--json").json
    inside = {guest["id"] for guest in people if guest["inside"]}
    assert set(told) <= inside
    assert len(inside) <= len(told) + ROUNDS, "one in hand each time, at the most"
    entries = {entry.hex() for entry in entry_ids(event)}
    assert set(told.values()) <= entries


def entry_ids(event: Path) -> list[bytes]:
    import sqlite3

    conn = sqlite3.connect(event)
    found = [own for (own,) in conn.execute("SELECT id FROM entries")]
    conn.close()
    return found


def kill_after(process: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether it was still at work when it was killed after so long."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
    process.send_signal(signal.SIGKILL)  # nothing, where it has ended
    killed = process.wait() == -signal.SIGKILL
    assert killed or process.returncode == 0, "it ended with an error"
    return killed


def how_long(started: Any, *args: object) -> float:
    """Seconds that a command takes when it is left alone."""
    import time

    begun = time.perf_counter()
    process = started(*args)
    assert process.wait() == 0
    return time.perf_counter() - begun


def test_an_import_is_there_whole_or_not_at_all(
    checkin: Any, started: Any, event: Path, many: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.checkin"
    checkin("save-copy", event, copy)
    whole = how_long(started, "import", copy, many)
    seeded = random.Random(7)
    killed = 0
    for _ in range(5):
        killed += kill_after(
            started("import", event, many), whole * seeded.uniform(0.3, 1.0)
        )
        people = checkin("stats", event, "--json").json["expected"]
        assert people in (0, 2000)
        assert "whole" in checkin("check", event).out
        if people:
            checkin("undo", event)
            assert checkin("stats", event, "--json").json["expected"] == 0
    assert killed, "it was always quicker"
    assert checkin("import", event, many, "--json").json["new"] == 2000


def test_an_undo_is_done_whole_or_not_at_all(
    checkin: Any, started: Any, event: Path, many: Path, tmp_path: Path
) -> None:
    act = checkin("import", event, many, "--json").json["act"]
    checkin("scan", event, *CODES[:3])
    copy = tmp_path / "copy.checkin"
    checkin("save-copy", event, copy)
    whole = how_long(started, "undo", copy, act)
    seeded = random.Random(8)
    killed = 0
    for _ in range(6):
        killed += kill_after(
            started("undo", event, act), whole * seeded.uniform(0.3, 1.0)
        )
        numbers = checkin("stats", event, "--json").json
        assert (numbers["expected"], numbers["attended"]) in ((2000, 3), (0, 3))
        assert "whole" in checkin("check", event).out
        if not numbers["expected"]:
            break
    assert killed, "it was always quicker"


def test_sheets_are_there_whole_or_not_at_all(
    checkin: Any, started: Any, event: Path, many: Path, tmp_path: Path
) -> None:
    checkin("import", event, many)
    out = tmp_path / "sheets" / "badges.pdf"
    out.parent.mkdir()
    whole = how_long(started, "badges", event, tmp_path / "first.pdf", "--only", "all")
    checkin("undo", event)
    seeded = random.Random(9)
    killed = 0
    for _ in range(3):
        killed += kill_after(
            started("badges", event, out, "--only", "all"),
            whole * seeded.uniform(0.2, 1.0),
        )
        printed = checkin("stats", event, "--json").json["printed"]
        assert printed in (0, 2000)
        if out.exists():
            pdf = pypdfium2.PdfDocument(out)
            assert len(pdf) == 200
            pdf.close()
        else:
            assert printed == 0
        assert [path for path in out.parent.iterdir() if path.suffix == ".pdf"] in (
            [],
            [out],
        )
    assert killed, "it was always quicker"
    checkin("badges", event, out, "--only", "all")
