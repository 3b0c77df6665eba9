"""Finds what is shipped with Checkin: the one place that knows where it lies."""

import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, for example `resource("fonts", "x.ttf")`.

    Looked for inside the package (wheel), beside it (checkout), and in the folder
    that a frozen bundle unpacks to.

    Raises:
        FileNotFoundError: it is not shipped; that is a bug, not a user's mistake.
    """
    roots = [_HERE / "_resources", _HERE.parent / "resources"]
    if bundle := getattr(sys, "_MEIPASS", None):
        roots.insert(0, Path(bundle) / "resources")
    for root in roots:
        found = root.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError("/".join(("resources", *parts)))
