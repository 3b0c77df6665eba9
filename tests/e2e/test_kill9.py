"""kill -9 at any moment: the file opens, is whole, and holds what was printed.

It can't show a missing fsync, since the system keeps what a killed process wrote; so
the process also says how its connection is set.
"""

import json
import os
import signal
import subprocess
import sys
from itertools import islice
from random import Random
from threading import Timer

import pytest

from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.settings import SystemClock
from checkin.store.eventfile import Desk, EventFile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows"),
]

ROUNDS = 15
GUESTS = 40
LATEST = 0.25
"""Seconds after its first word by which the process is killed."""

MOST = 150
"""Lines that it may say before it is killed."""

PRELUDE = """
import json, sys
from pathlib import Path
from random import Random
from checkin.model.entry import Draft
from checkin.model.ids import DeskId
from checkin.model.kinds import Kind
from checkin.settings import SystemClock
from checkin.store.eventfile import Desk, EventFile

path, seed = Path(sys.argv[1]), int(sys.argv[2])
random = Random(seed)
desk = Desk(DeskId(random.randbytes(16)), f"Desk {seed}")
event = EventFile.open(path, SystemClock(), desk)
pragmas = ("synchronous", "secure_delete", "trusted_schema", "wal_autocheckpoint")
said = {p: event._conn.execute(f"PRAGMA {p}").fetchone()[0] for p in pragmas}
print(json.dumps(said), flush=True)
"""

AT_THE_DOOR = """
people = [a.id for a in event.read.attendees()]
data = {"list": event.main_list().hex(), "repeats": True}
for n in range(100_000):
    with event.write() as write:
        draft = Draft(Kind.CHECKIN_ADMITTED, random.choice(people), data)
        (entry,) = write.append(draft)
    print(entry.id.hex(), flush=True)
    if n % 7 == 3:
        print(event.undo(entry.id).id.hex(), flush=True)
    if n % 100 == 99:
        with event.write(event.new_act()) as write:
            drafts = [Draft(Kind.BADGE_PRINTED, who, {}) for who in people]
            written = write.append(*drafts)
        print("\\n".join(e.id.hex() for e in written), flush=True)
    if n % 90 == 30:
        event.checkpoint(force=True)
"""

SAVING_COPIES = """
for n in range(100_000):
    event.save_copy(path.with_name(f"copy {seed} {n}.checkin"))
    print(n, flush=True)
"""


@pytest.fixture
def path(tmp_path):
    """An event with many guests, closed."""
    path = tmp_path / "evening.checkin"
    desk = Desk(DeskId(bytes(16)), "Main door")
    with EventFile.create(path, {"name": "Evening"}, SystemClock(), desk) as event:
        named = [{"fields": {"full_name": f"Guest {n}"}} for n in range(GUESTS)]
        drafts = [Draft(Kind.ATTENDEE_LISTED, event.new_id(), said) for said in named]
        with event.write() as write:
            write.append(*drafts)
    return path


def killed(script, path, seed):
    """What a process said before it was killed: (its settings, its later lines).

    Half of them are killed at some time, half as soon as some line was heard.
    """
    random = Random(seed)
    command = [sys.executable, "-c", PRELUDE + script, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        first = child.stdout.readline()
        if seed % 2:
            lines = "".join(islice(child.stdout, random.randrange(1, MOST)))
            child.kill()
            lines += child.stdout.read()
        else:
            timer = Timer(random.uniform(0.001, LATEST), child.kill)
            timer.start()
            lines = child.stdout.read()
            timer.join()
    assert child.returncode == -signal.SIGKILL, "it ended by itself"
    whole = lines.split("\n")[:-1]  # the last line may be cut off
    return json.loads(first), whole


def opened(path):
    return EventFile.open(path, SystemClock(), Desk(DeskId(bytes(16)), "After"))


def test_every_entry_that_was_printed_is_there_and_the_file_is_whole(path):
    printed = set()
    for seed in range(ROUNDS):
        settings, lines = killed(AT_THE_DOOR, path, seed)
        assert settings == {
            "synchronous": 2,
            "secure_delete": 1,
            "trusted_schema": 0,
            "wal_autocheckpoint": 0,
        }
        printed |= {bytes.fromhex(line) for line in lines}
        with opened(path) as event:
            assert event.check() == []
            entries = {e.id: e for e in event.entries()}
            assert printed <= set(entries)
            acts = [e.act for e in entries.values() if e.act]
            assert len(acts) == GUESTS * len(set(acts))  # each print run or none of it
    assert len(printed) > ROUNDS


def test_a_copy_is_there_whole_or_not_at_all(path):
    told = 0
    for seed in range(5):
        _, lines = killed(SAVING_COPIES, path, 2 * seed)
        told += len(lines)
    copies = sorted(path.parent.glob("copy *.checkin"))
    assert len(copies) >= told > 0
    for copy in copies[:: max(1, len(copies) // 20)]:
        with opened(copy) as event:
            assert event.read.tally("people") == GUESTS
            assert event.check() == []
    with opened(path) as event:
        assert event.check() == []
