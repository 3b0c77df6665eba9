"""The settings file of this user: desk ids, what was chosen, what came lately."""

import contextlib
import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from checkin.model.ids import SIZE, DeskId, Random, from_hex
from checkin.settings.calibrations import (
    Numbers,
    read_calibrations,
    with_calibration,
)
from checkin.settings.columns import Columns, read_columns, with_columns
from checkin.settings.options import Value, option
from checkin.settings.ownstocks import OwnStock, read_own, with_own, without_own
from checkin.settings.recent import RecentEvent, read_recent, with_event

_FILE = "settings.json"

Watcher = Callable[[str], object]
"""Told the name of an option that was set."""


def config_dir() -> Path:
    """Where this user's settings lie; made if needed and possible.

    A home that can't be written must not stop the door: then nothing is remembered.
    """
    from platformdirs import user_config_path

    folder = user_config_path("Checkin", appauthor=False)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


class Settings:
    """A small JSON file, read whole and written whole.

    Before each change it is read again: two windows share it. A file that can't be
    read counts as empty, and is kept beside the new one: settings never stand between
    a volunteer and the door.
    """

    def __init__(self, folder: Path, random: Random = secrets.token_bytes) -> None:
        self._path = folder / _FILE
        self._random = random
        self._watchers: list[Watcher] = []
        self._kept = True
        """Whether all that was chosen is on the disk."""
        self.unread: Path | None = None
        """Where settings lie now that could not be read; None: there were none such."""
        self._values = self._load()

    @property
    def folder(self) -> Path:
        """Where they lie; own designs lie in a folder beside them."""
        return self._path.parent

    # -- options

    def get(self, name: str) -> Value:
        """What is chosen, else the default; as `options.OPTIONS` says.

        Raises:
            KeyError: there is no such option; a bug.
        """
        known = option(name)
        value = self._part("options").get(name)
        if known.fits(value):
            assert value is not None
            fitting: Value = value
            return fitting
        return known.unsaid

    def set(self, name: str, value: Value) -> None:
        """Chooses; holds from now on, also if it can't be written.

        Raises:
            ValueError: the option can't have that value; a bug.
        """
        if not option(name).fits(value):
            raise ValueError(f"{name} can't be {value!r}")
        with self._changing():
            self._part("options")[name] = value
        for watcher in list(self._watchers):
            watcher(name)

    def watch(self, watcher: Watcher) -> Callable[[], None]:
        """Calls `watcher` after each `set`; returns what ends that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    # -- what pages keep in mind

    def kept(self, name: str) -> str:
        """What a page kept under that name; empty for nothing."""
        value = self._part("kept").get(name)
        return value if isinstance(value, str) else ""

    def keep(self, name: str, value: str) -> None:
        """Keeps a choice that is no option: the label sheet in the printer."""
        if value != self.kept(name):
            with self._changing():
                self._part("kept")[name] = value

    # -- lists

    def columns(self) -> Columns:
        """What columns of lists were put right to, by what stands for their header."""
        self._refresh()
        return read_columns(self._values.get("columns"))

    def keep_columns(self, header: str, columns: Mapping[str, str]) -> None:
        """Keeps what was put right; nothing, where all is as it is guessed."""
        if columns != self.columns().get(header, {}):
            with self._changing():
                known = self.columns()
                self._values["columns"] = with_columns(known, header, columns)

    # -- sheets of one's own

    def own_stocks(self) -> list[OwnStock]:
        """The sheets that somebody measured here, the newest first."""
        self._refresh()
        return read_own(self._values.get("own_stocks"))

    def keep_stock(self, new: OwnStock, instead_of: str = "") -> None:
        """Keeps one, in the place of that of its name and of `instead_of`."""
        with self._changing():
            self._values["own_stocks"] = with_own(self.own_stocks(), new, instead_of)

    def forget_stock(self, name: str) -> None:
        """Keeps it no longer."""
        with self._changing():
            self._values["own_stocks"] = without_own(self.own_stocks(), name)

    # -- printers

    def calibration(self, printer: str) -> Numbers | None:
        """What was kept against how that printer prints; None for nothing."""
        self._refresh()
        return read_calibrations(self._values.get("calibrations")).get(printer)

    def keep_calibration(self, printer: str, numbers: Numbers | None) -> None:
        """Keeps that for a printer; None forgets it."""
        with self._changing():
            known = read_calibrations(self._values.get("calibrations"))
            changed = with_calibration(known, printer, numbers)
            self._values["calibrations"] = changed

    # -- recent events

    def recent(self) -> list[RecentEvent]:
        """The events that were open lately in any window, the newest first."""
        self._refresh()
        return read_recent(self._values.get("recent"))

    def remember(self, event: RecentEvent) -> None:
        """Puts an event on top of the recent ones."""
        with self._changing():
            events = with_event(self.recent(), event)
            self._values["recent"] = [one.as_json() for one in events]

    def forget(self, path: str) -> None:
        """Takes an event from the recent ones; its file stays where it is."""
        with self._changing():
            events = [one for one in self.recent() if one.path != path]
            self._values["recent"] = [one.as_json() for one in events]

    # -- desks

    def desk_id(self, event_file: Path) -> DeskId:
        """The id of this machine as a desk of that file: 16 bytes, made once.

        It belongs to the pair of machine and path, so that a copied event file does
        not make two desks with one id.
        """
        key = _key(event_file)
        known = from_hex(str(self._part("desks").get(key, "")))
        if known is None:
            with self._changing():
                known = from_hex(str(self._part("desks").get(key, "")))
                known = known or self._random(SIZE)
                self._part("desks")[key] = known.hex()
        return DeskId(known)

    def forget_desk(self, event_file: Path) -> None:
        """For a new event where an older one of that name was: another desk."""
        if _key(event_file) in self._part("desks"):
            with self._changing():
                self._part("desks").pop(_key(event_file), None)

    # -- the file

    def _part(self, name: str) -> dict[str, Any]:
        """A group of values; empty where somebody wrote something else."""
        found = self._values.get(name)
        if not isinstance(found, dict):
            found = self._values[name] = {}
        return found

    @contextlib.contextmanager
    def _changing(self) -> Iterator[None]:
        self._refresh()
        yield
        self._kept = self._save()

    def _refresh(self) -> None:
        """Reads what another window may have written; not over what only we know."""
        if self._kept and (fresh := self._load()):
            self._values = fresh

    def _load(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8-sig"))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, ValueError):
            return self._set_aside()
        return values if isinstance(values, dict) else self._set_aside()

    def _set_aside(self) -> dict[str, Any]:
        kept = self._path.with_suffix(".unreadable")
        number = 1
        while kept.exists():
            number += 1
            kept = kept.with_stem(f"{self._path.stem}-{number}")
        try:
            self.unread = self._path.replace(kept)
        except OSError:
            self.unread = self._path
        return {}

    def _save(self) -> bool:
        text = json.dumps(self._values, indent=1, sort_keys=True)
        draft = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            draft.write_text(text, encoding="utf-8")
            draft.replace(self._path)
        except OSError:  # a full or read-only home must not stop the door
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
            return False
        return True


def _key(event_file: Path) -> str:
    """Where the file really is; a link to itself is found out when it is opened."""
    try:
        return str(event_file.resolve())
    except (OSError, RuntimeError):
        return str(event_file.absolute())
