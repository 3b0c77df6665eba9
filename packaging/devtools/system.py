"""The system libraries that Qt's wheels expect on Linux: looked for, and installed."""

import ctypes
import os
import shlex
import shutil
import sys
from collections.abc import Callable, Iterable

from devtools.filelock import SETUP_LOCK, locked
from devtools.shell import SetupFailed, clean_environment, quietly, say

LOADING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libpulse.so.0": "libpulse0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Library → Debian package; without these PySide6 can't be imported at all.

Source: the NEEDED entries of the wheels of PySide6 6.11 (widgets, PDF, multimedia, the
offscreen platform), less what the wheels bring along.
"""

WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The same for the xcb platform: without these no window opens on an X display."""


TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "cupsd": "cups-daemon",
    "lp": "cups-client",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters",
    "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
}
"""Program → Debian package: a screen without a screen, and a hand that types on it; a
print server without paper.

The run of the real window and the tests of printing need them; without them these are
skipped.
"""


def has_display() -> bool:
    """Whether a window could be shown; on macOS and Windows it always could."""
    shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(shown) or not sys.platform.startswith("linux")


def can_be_loaded(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(
    wanted: Iterable[str], loads: Callable[[str], bool] = can_be_loaded
) -> list[str]:
    """The libraries among `wanted` that the system does not have."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in wanted if not loads(library)]


def can_install() -> bool:
    """Whether this is Debian or Ubuntu, as root: packages can be installed here."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install_line(packages: Iterable[str]) -> str:
    """What a person types to get the packages on Debian or Ubuntu."""
    names = shlex.join(sorted(packages))
    return (
        f"sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
    )


def install(packages: Iterable[str]) -> None:
    """Install Debian packages, as root.

    Raises:
        SetupFailed: apt-get did not manage.
    """
    names = sorted(packages)
    say(f"Installing system packages: {' '.join(names)}")
    env = clean_environment({"DEBIAN_FRONTEND": "noninteractive"})
    quietly(["apt-get", "update", "-q"], "apt-get update", env)
    command = ["apt-get", "install", "-q", "-y", "--no-install-recommends"]
    patient = ["-o", "DPkg::Lock::Timeout=120"]  # the system may be updating itself
    quietly([*command, *patient, *names], "apt-get install", env)


def ensure_qt_libraries(*, needed: bool, tell: bool = True) -> None:
    """See to the libraries of Qt; what can't be mended here is told, with the line.

    Args:
        needed: Qt is used by what comes next, so that going on makes no sense.
        tell: say it even where Qt isn't needed; once is enough for the terminal.

    Raises:
        SetupFailed: libraries are missing and `needed`.
    """
    packages = LOADING | WINDOW
    lacking = missing(packages)
    if lacking and can_install():
        with locked(SETUP_LOCK):
            if lacking := missing(packages):  # else another start was quicker
                install({packages[library] for library in lacking})
        lacking = missing(packages)
    vital = lacking if has_display() else [name for name in lacking if name in LOADING]
    if not vital:
        return
    words = _what_is_missing(vital)
    if needed:
        raise SetupFailed(words)
    if tell:
        say(f"{words}\nThe terminal works without them.")


def ensure_test_programs() -> None:
    """Installs what tests of a real window and real printing need, where it can be."""
    if sys.platform.startswith("linux") and can_install():
        with locked(SETUP_LOCK):
            lacking = [p for name, p in TEST_PROGRAMS.items() if not shutil.which(name)]
            if lacking:
                install(lacking)


def _what_is_missing(libraries: list[str]) -> str:
    packages = LOADING | WINDOW
    listed = f"Qt needs system libraries that are missing: {', '.join(libraries)}."
    if shutil.which("apt-get"):
        line = install_line({packages[library] for library in libraries})
        return f"{listed}\nType this, then try again:\n  {line}"
    return f"{listed}\nInstall them with your system's package manager, then try again."
