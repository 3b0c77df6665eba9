"""Which designs there are: those that are shipped, and those of this machine."""

from functools import cache
from pathlib import Path

from checkin.badges.design import Design
from checkin.badges.design_file import read_design
from checkin.badges.errors import UnknownDesign
from checkin.model.errors import CheckinError
from checkin.resources import resource

DEFAULT = "classic"
SUFFIX = ".toml"


@cache
def designs() -> tuple[str, ...]:
    """The names of the shipped designs; the first is the default."""
    names = (path.stem for path in resource("designs").glob(f"*{SUFFIX}"))
    found = [_shipped(name) for name in names]
    return tuple(one.name for one in sorted(found, key=_rank))


def own_designs(folder: Path) -> list[Design]:
    """Those in a folder that can be used; a folder that is not there has none."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        if path.stem in designs():  # which would be printed instead
            continue
        try:
            found.append(read_design(path))
        except CheckinError:  # told when it is asked for by name
            continue
    return sorted(found, key=_rank)


def design(name: str = DEFAULT, folder: Path | None = None) -> Design:
    """A shipped design, one of a user's in `folder`, or that in the file `name`.

    Raises:
        UnknownDesign: there is none of that name.
        FileNotThere, FileNotReadable, DesignNotUsable: a file can't be used.
    """
    if name.endswith(SUFFIX):
        return read_design(Path(name))
    if name in designs():
        return _shipped(name)
    path = folder / f"{name}{SUFFIX}" if folder else None
    if path and path.name == f"{name}{SUFFIX}" and path.exists():
        return read_design(path)
    raise UnknownDesign(design=name, known=", ".join(designs()))


@cache
def _shipped(name: str) -> Design:
    return read_design(resource("designs", f"{name}{SUFFIX}"))


def _rank(one: Design) -> tuple[int, str]:
    return one.rank, one.name
