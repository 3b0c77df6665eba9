"""Runs other programs for set-up and says what happens, without addresses."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""

_ADDRESS = re.compile(r"\b(?:https?|file)://\S+")
_LINES_SHOWN = 25


class SetupFailed(Exception):
    """Set-up can't go on; the words say why and what to do."""


def say(words: str) -> None:
    """A line for the person at the terminal; standard output stays the program's."""
    print(words, file=sys.stderr, flush=True)


def clean_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment for a child: nothing in it points to another Python's modules."""
    strange = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    kept = {key: value for key, value in os.environ.items() if key not in strange}
    return kept | dict(extra or {})


def without_addresses(text: str) -> str:
    """The same text, where a registry or a mirror is called just that."""
    return _ADDRESS.sub("(address)", text)


def quietly(command: Sequence[str], doing: str, env: dict[str, str]) -> None:
    """Run a step of the set-up; its output is shown only if it fails.

    Raises:
        SetupFailed: the step failed; the words hold the end of its output.
    """
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            close_fds=False,  # the step holds the lock of set-up too: filelock
            check=False,
        )
    except OSError as error:
        raise SetupFailed(f"{doing} failed: {error}.") from error
    if done.returncode:
        end = without_addresses(done.stdout).strip().splitlines()[-_LINES_SHOWN:]
        raise SetupFailed(
            "\n".join([*end, f"{doing} failed; the lines above say why."])
        )
