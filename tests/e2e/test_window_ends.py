"""Ctrl+C in the terminal, or the end of the session: the window closes as by hand."""

import os
import secrets
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from checkin.demo import play_until

ROOT = Path(__file__).parents[2]
PATIENCE_S = 40
_START = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from checkin.__main__ import main; main()"
)
"""A shell gives its background jobs no Ctrl+C; the terminal does."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="Windows has no signals to send"),
]


@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_window_closes_and_folds_its_log_in(ending, tmp_path):
    event = play_until(tmp_path, "badges_printed", secrets.token_bytes)
    log = event.with_name(f"{event.name}-wal")
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _START, str(event)]
    with subprocess.Popen(command, cwd=ROOT, env=env) as process:
        wait_for(log, process)
        process.send_signal(getattr(signal, ending))
        assert process.wait(PATIENCE_S) == 0
    assert not log.exists()


def wait_for(file: Path, process: subprocess.Popen[bytes]) -> None:
    """Until the process has made the file; it must not end before."""
    for _look in range(PATIENCE_S * 20):
        if file.exists():
            return
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"ended before: {process.wait(0.05)}")
    pytest.fail(f"there is no {file.name}")
