"""The README does what it says: its blocks are run, its tables are complete."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from checkin.cli.app import _COMMANDS, checkin
from checkin.resources import resource

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
SETUP = re.findall(r"^```sh setup\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a list in it and `checkin` on the path."""
    shim = tmp_path / "bin" / "checkin"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m checkin "$@"\n')
    shim.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    shutil.copy(resource("demo", "guests.csv"), work / "guests.csv")
    return work


@pytest.mark.skipif(os.name == "nt", reason="the blocks are for a POSIX shell")
def test_every_block_of_the_readme_runs_in_its_order(desk: Path) -> None:
    assert len(BLOCKS) >= 5
    paths = os.pathsep.join((str(desk.parent / "bin"), os.environ["PATH"]))
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", "\n".join(BLOCKS)],
        cwd=desk,
        env=os.environ | {"PATH": paths, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Admitted" in done.stdout
    assert (desk / "came.csv").exists()
    assert (desk / "my-first-evening" / "badges-a4.pdf").exists()


def test_the_two_commands_of_the_readme_are_commands_of_dev_py() -> None:
    from devtools.commands import COMMANDS

    words = [line.split() for line in SETUP[0].splitlines()]
    assert [line[:2] for line in words] == [["python3", "packaging/dev.py"]] * 2
    assert {line[2] for line in words} <= set(COMMANDS)


def test_the_table_of_commands_names_each_with_options_that_exist() -> None:
    rows = dict(
        re.findall(r"^\| `checkin ([\w-]+)[^`]*` \| (.*) \|$", README, re.MULTILINE)
    )
    assert set(rows) >= set(_COMMANDS)
    for name in _COMMANDS:
        command = checkin.get_command(click.Context(checkin), name)
        assert command is not None
        known = {o for p in command.params for o in p.opts + p.secondary_opts}
        assert set(re.findall(r"--[\w-]+", rows[name])) <= known, name


def test_every_picture_and_page_that_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", README)
    ours = [link for link in links if "://" not in link]
    assert any(link.endswith(".png") for link in ours)
    assert [link for link in ours if not (ROOT / link).is_file()] == []
