"""`checkin` as a process of its own, the way scripts use it."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """One JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Checkin = Callable[..., Result]


@pytest.fixture
def checkin(tmp_path: Path) -> Checkin:
    """Runs `python -m checkin ARGS` to its end; 0 is expected unless `ends` says."""

    def call(*args: object, typed: str = "", ends: int = 0) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "checkin", *map(str, args)],
            input=typed.encode(),
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert result.code == ends, result.out + result.err
        return result

    return call


@pytest.fixture
def started() -> Any:
    """Starts `python -m checkin ARGS` and hands over the process; ended by the end."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*args: object) -> subprocess.Popen[bytes]:
        running.append(
            subprocess.Popen(
                [sys.executable, "-m", "checkin", *map(str, args)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                cwd=ROOT,
            )
        )
        return running[-1]

    yield start
    for process in running:
        process.kill()
        for pipe in (process.stdin, process.stdout, process.stderr):
            assert pipe is not None
            try:
                pipe.close()
            except OSError:  # what was not sent yet finds nobody
                continue
        process.wait()


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A list of 2,000."""
    rows = "".join(
        f"Guest {n},guest{n}@example.org,Company {n % 50},T-{n:05}\n"
        for n in range(2000)
    )
    path = tmp_path / "many.csv"
    path.write_text(f"Name,Email,Company,Ticket code\n{rows}", encoding="utf-8")
    return path
