"""The `.venv` of the checkout: made once, whole or not at all, from pinned packages."""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from devtools import system
from devtools.filelock import SETUP_LOCK, locked
from devtools.shell import ROOT, SetupFailed, clean_environment, quietly, say

VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
_EXE = ".exe" if os.name == "nt" else ""
_STAMP = VENV / "checkin-stamp"


def tool(name: str) -> str:
    """The path of a program in `.venv`, for example "python" or "checkin"."""
    return str(_BIN / f"{name}{_EXE}")


def ensure() -> bool:
    """Make `.venv` unless it is as the checkout wants it; tells whether it was made.

    Two starts at the same time wait for each other. An interrupted set-up leaves no
    stamp, so the next start begins afresh.

    Raises:
        SetupFailed: it could not be made; nothing pretends that it was.
    """
    if _is_ready():
        return False
    with locked(SETUP_LOCK):
        if not _is_ready():
            _make()
    return True


def fingerprint() -> str:
    """Changes when `.venv` has to be made again: packages, Python, or the place.

    Settings of ruff, mypy and so on stand in the same pyproject.toml; they don't count.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    installed = {
        "build": project["build-system"],
        "project": project["project"],
        "hatch": project["tool"]["hatch"],
        "python": sys.version_info[:2],
        "place": str(ROOT),
    }
    whole = hashlib.sha256(json.dumps(installed, sort_keys=True).encode())
    whole.update(REQUIREMENTS.read_bytes())
    return whole.hexdigest()


def _is_ready() -> bool:
    with contextlib.suppress(OSError):
        return (
            _STAMP.read_text(encoding="ascii") == fingerprint()
            and Path(tool("python")).exists()
        )
    return False


def _make() -> None:
    say("Setting up Checkin in .venv (once; a minute or two) …")
    _remove_the_old()
    wanted = fingerprint()
    if uv := _working_uv():
        _make_with_uv(uv)
    else:
        _make_with_pip()
    half = _STAMP.with_suffix(".half")
    half.write_text(wanted, encoding="ascii")
    half.replace(_STAMP)
    say("Set up.")


def _remove_the_old() -> None:
    _STAMP.unlink(missing_ok=True)
    try:
        if VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise SetupFailed(
            f"The old .venv can't be removed ({error}).\n"
            "Close what still runs from it, delete the folder .venv, then try again."
        ) from error


def _working_uv() -> str | None:
    """Where uv is, if it is there and runs (a shim on the PATH may not)."""
    uv = shutil.which("uv")
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        if uv:
            subprocess.run([uv, "-V"], capture_output=True, check=True)
            return uv
    return None


def _base_python() -> str:
    """The interpreter outside any virtual environment; `.venv` may be running this."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def _make_with_uv(uv: str) -> None:
    env = clean_environment()
    make = [uv, "venv", "-q", "--no-project", "--python", _base_python(), str(VENV)]
    quietly(make, "Making .venv", env)
    install = [uv, "pip", "install", "-q", "--python", tool("python")]
    for arguments, doing in _installs():
        quietly([*install, *arguments], doing, env)


def _make_with_pip() -> None:
    _ensure_ensurepip()
    env = clean_environment({"PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    quietly([_base_python(), "-m", "venv", str(VENV)], "Making .venv", env)
    install = [tool("python"), "-m", "pip", "install", "-q", "--timeout", "60"]
    for arguments, doing in _installs():
        quietly([*install, *arguments], doing, env)


def _installs() -> Iterator[tuple[list[str], str]]:
    """The same two steps for uv and pip: what is pinned, then the checkout itself."""
    pinned = ["--require-hashes", "-r", str(REQUIREMENTS)]
    yield pinned, "Installing the pinned packages"
    checkout = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    yield checkout, "Installing the checkout"


def _ensure_ensurepip() -> None:
    """Debian's Python comes without what `venv` needs; it is a package of its own."""
    if importlib.util.find_spec("ensurepip"):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if system.can_install():
        system.install([package])
        return
    raise SetupFailed(
        "This Python can't make virtual environments: ensurepip is missing.\n"
        f"On Debian or Ubuntu type this, then try again:\n"
        f"  {system.install_line([package])}"
    )
