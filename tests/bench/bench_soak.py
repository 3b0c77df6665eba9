"""A long evening, again and again: random work, killed at random, checked each time.

Runs only when named: `dev.py bench soak`. CHECKIN_SOAK_MINUTES says how long (10).
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _events import DESK, Ticking, make
from _measure import figure

from checkin.door.desk import Door, Options
from checkin.door.walkin import add_walk_in
from checkin.model.attendee import Attendee, Details
from checkin.model.errors import CheckinError
from checkin.model.permission import Answer, Purpose
from checkin.store import acts
from checkin.store.eventfile import EventFile

MINUTES = float(os.environ.get("CHECKIN_SOAK_MINUTES", "10"))
SIZE = 2_000
LONGEST = 1.5
"""Seconds until a worker is killed, at most."""


def main() -> None:
    """Prints rounds, answers, and what was lost or wrong: both must be none.

    A worker that ends by itself has met an error of ours: that is wrong, too.
    """
    dice = random.Random(11)
    rounds = answers = lost = wrong = 0
    end = time.monotonic() + MINUTES * 60
    with tempfile.TemporaryDirectory(dir=os.environ.get("CHECKIN_BENCH_DIR")) as folder:
        path = Path(folder, "evening.checkin")
        event, _act, codes = make(path, SIZE)
        event.close()
        Path(folder, "codes").write_text("\n".join(codes), encoding="utf-8")
        while time.monotonic() < end:
            seed, seconds = dice.randrange(2**32), dice.uniform(0.4, LONGEST)
            printed, was_killed = _killed(path, seed, seconds)
            wrong += not was_killed
            with EventFile.open(path, Ticking(), DESK) as event:
                found = (event.read.entry(bytes.fromhex(own)) for own in printed)
                lost += sum(1 for entry in found if entry is None)
                wrong += len(event.check())
            rounds += 1
            answers += len(printed)
    figure("soak.rounds", rounds, "kills")
    figure("soak.answers", answers, "answers", at_least=rounds)
    figure("soak.lost", lost, "answers", at_most=0)
    figure("soak.wrong", wrong, "rows or ends", at_most=0)


def _killed(path: Path, seed: int, seconds: float) -> tuple[list[str], bool]:
    """Lets a worker run until it is killed: the entry ids that it printed whole, and
    whether it was at work until then.
    """
    with subprocess.Popen(
        [sys.executable, __file__, "work", str(path), str(seed)],
        stdout=subprocess.PIPE,
    ) as worker:
        try:
            out, _ = worker.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            worker.send_signal(signal.SIGKILL)
            out, _ = worker.communicate()
    printed = [line for line in out.decode().splitlines() if len(line) == 32]
    return printed, worker.returncode == -signal.SIGKILL


def work(path: Path, seed: int) -> None:
    """Does whatever people do at a desk, until it is killed."""
    dice = random.Random(seed)
    codes = path.with_name("codes").read_text(encoding="utf-8").splitlines()
    with EventFile.open(path, Ticking(), DESK) as event:
        door = Door(event, event.main_list())
        deeds: list[Callable[[], bytes | None]] = [
            lambda: door.scan(dice.choice(codes)).entry,
            lambda: door.scan(dice.choice(codes), Options(leaving=True)).entry,
            lambda: door.scan(dice.choice(codes), Options(force="soak")).entry,
            lambda: door.scan("https://example.org/contact").entry,
            lambda: add_walk_in(event, Details(full_name="Bo"), event.main_list())[1],
            lambda: acts.undo_newest(event)[1].id,
            lambda: _allow(event, dice),
            lambda: _correct(event, dice),
        ]
        weights = [60, 10, 3, 5, 3, 10, 5, 4]
        while True:
            try:
                own = dice.choices(deeds, weights)[0]()
            except CheckinError:
                continue
            entry = event.read.entry_or_act(own) if own else None
            if entry:
                sys.stdout.write(entry.id.hex() + "\n")
                sys.stdout.flush()
            event.checkpoint()


def _someone(event: EventFile, dice: random.Random) -> Attendee | None:
    return next(event.read.attendees("n = ?", [dice.randrange(1, SIZE)]), None)


def _allow(event: EventFile, dice: random.Random) -> bytes | None:
    guest = _someone(event, dice)
    answer = dice.choice([Answer.YES, Answer.NO])
    return guest and acts.set_permission(event, guest.id, Purpose.CONTACT, answer).id


def _correct(event: EventFile, dice: random.Random) -> bytes | None:
    guest = _someone(event, dice)
    company = dice.choice(["Harbour Makers", "Nordlicht", "Łódź Film"])
    return guest and acts.correct(event, guest, {"company": company}).id


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        work(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
