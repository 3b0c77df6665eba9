"""What every test gets: no screen, a home of its own, repeatable inventions."""

import ctypes
import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

import pytest
from hypothesis import settings

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

_FOLDERS_OF_THE_USER = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": ".runtime",
}


_NEW_NAMESPACE = 0x00020000  # CLONE_NEWNS, linux/sched.h
_PRIVATE = 1 << 18 | 1 << 14  # MS_PRIVATE | MS_REC, linux/mount.h


def pytest_configure() -> None:
    """Small disks that tests mount are this process's own, and end with it."""
    if sys.platform == "linux" and os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.unshare(_NEW_NAMESPACE) == 0:
            libc.mount(b"none", b"/", None, _PRIVATE, None)


@pytest.fixture(autouse=True)
def home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """An empty home folder: no test reads or writes what belongs to the developer."""
    folder = tmp_path_factory.mktemp("home")
    for variable, inside in _FOLDERS_OF_THE_USER.items():
        monkeypatch.setenv(variable, str(folder / inside))
    return folder
