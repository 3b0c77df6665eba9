"""Printing on Linux and macOS: CUPS is given the PDF itself, so text stays text.

`lp` and `cancel` do it; they know of encryption, passwords and printers that are only
in the network. How jobs and printers are is asked by IPP: see `ipp`.
"""

import os
import re
import subprocess
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from getpass import getuser
from http.client import HTTPException
from pathlib import Path
from typing import Any

from checkin.badges.printers.errors import (
    NoPrinting,
    PagesUnreadable,
    PrinterRefused,
    PrintSystemSilent,
    StillPrinting,
    UnknownPrinter,
)
from checkin.badges.printers.ipp import (
    Attributes,
    IppNotFound,
    IppRefused,
    Operation,
    Tag,
    Wanted,
    ask,
)
from checkin.badges.printers.system import JobReport, JobState, Printer, PrintOptions
from checkin.badges.printers.troubles import Trouble, of_reasons
from checkin.badges.stock import Size
from checkin.model.i18n import _

_PATIENCE_S = 10.0
"""A print server in a bad network is slow; longer than that nobody waits."""
_DISCOVERY_S = 4.0
_ENGLISH = {"LC_ALL": "C", "LANG": "C", "SOFTWARE": ""}
"""macOS translates what `lpstat` says unless SOFTWARE is set (mosen/puppet-cups#61)."""

_NAMED = {
    Size(210, 297): "A4",
    Size(215.9, 279.4): "Letter",
    Size(148, 210): "A5",
    Size(105, 148): "A6",
    Size(74, 105): "A7",
}
"""A printer has trays of these; asked for them in mm, it may want them by hand."""
_PLAY = 0.6
"""mm by which makers round the sizes of papers."""

_STATES = {
    3: JobState.WAITING,
    4: JobState.WAITING,
    5: JobState.PRINTING,
    6: JobState.WAITING,
    7: JobState.CANCELLED,
    8: JobState.FAILED,
    9: JobState.DONE,
}
"""job-state, RFC 8011, 5.3.7."""
_STOPPED = 5
"""printer-state, RFC 8011, 5.4.11."""
_PER_INCH, _CM = 3, 2.54

_OF_PRINTERS = [
    "printer-name", "printer-info", "printer-state", "printer-state-reasons",
    "printer-state-message", "printer-is-accepting-jobs", "printer-resolution-default",
]  # fmt: skip
_OF_JOBS = [
    "job-state", "job-printer-state-message", "job-printer-state-reasons",
    "job-impressions-completed", "job-printer-uri",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    code: int
    out: str
    why: str


class Cups:
    """The print system of Linux and macOS, as their own commands reach it."""

    # -- printers

    def printers(self) -> Sequence[Printer]:
        """All queues, and what is found in the network; the default one first."""
        default = self._default()
        found = {one.name: one for one in map(_printer, self._queues())}
        for name in self._destinations():
            found.setdefault(name, Printer(name, name.replace("_", " ")))
        all_ = [_as_default(one, default) for one in found.values()]
        return sorted(all_, key=lambda p: (not p.is_default, p.title.casefold()))

    def _queues(self) -> list[Attributes]:
        wanted = [(Tag.KEYWORD, "requested-attributes", _OF_PRINTERS)]
        try:
            return self._ask(Operation.CUPS_GET_PRINTERS, wanted)
        except IppNotFound:  # that is how it says that there are none
            return []

    def _default(self) -> str:
        said = self._run("lpstat", "-d")
        name = said.out.partition(":")[2].strip() if ":" in said.out else ""
        return name.partition("/")[0]

    def _destinations(self) -> list[str]:
        try:
            said = self._run("lpstat", "-e", patience_s=_DISCOVERY_S)
        except PrintSystemSilent:  # what is set up here is known all the same
            return []
        return said.out.split() if said.code == 0 else []

    # -- jobs

    def submit(self, pdf: Path, printer: str, options: PrintOptions) -> str:
        """Gives the PDF to `lp`, with the size of its paper, to be printed at 100 %."""
        if not pdf.is_file():
            raise PagesUnreadable(file=pdf.name)
        said = self._run("lp", *arguments(printer, options), "--", str(pdf))
        number = re.search(r"-(\d+) \(", said.out)
        if said.code == 0 and number:
            return number[1]
        known = {one.name: one.title for one in self.printers()}
        if printer not in known:
            raise UnknownPrinter(
                printer=printer, known=", ".join(known) or _("none at all")
            )
        raise PrinterRefused(printer=known[printer], reason=said.why or said.out)

    def look(self, jobs: Collection[str]) -> Mapping[str, JobReport]:
        """Asks of each; a job that CUPS no longer knows of has been printed."""
        troubles: dict[str, tuple[Trouble, ...]] = {}
        if jobs:
            queues = map(_printer, self._queues())
            troubles = {one.name: one.troubles for one in queues}
        return {job: self._report(job, troubles) for job in jobs}

    def _report(
        self, job: str, troubles: Mapping[str, tuple[Trouble, ...]]
    ) -> JobReport:
        wanted = [
            (Tag.URI, "job-uri", f"ipp://localhost/jobs/{job}"),
            (Tag.NAME, "requesting-user-name", getuser()),
            (Tag.KEYWORD, "requested-attributes", _OF_JOBS),
        ]
        try:
            told = self._ask(Operation.GET_JOB_ATTRIBUTES, wanted)[0]
        except (IppNotFound, IndexError):
            return JobReport(JobState.DONE)
        state = _STATES.get(_first(told, "job-state", 0), JobState.WAITING)
        if state.ended:
            return JobReport(state, pages=_first(told, "job-impressions-completed", 0))
        name = str(_first(told, "job-printer-uri", "")).rpartition("/")[2]
        own = of_reasons(told.get("job-printer-state-reasons", ()))
        return JobReport(
            state,
            troubles.get(name) or own,
            str(_first(told, "job-printer-state-message", "")).strip(),
            _first(told, "job-impressions-completed", 0),
        )

    def cancel(self, job: str) -> None:
        """Takes it back."""
        said = self._run("cancel", job)
        if said.code != 0 and not self.look([job])[job].state.ended:
            raise StillPrinting(reason=said.why)

    # -- asking

    def _ask(self, operation: Operation, wanted: Wanted) -> list[Attributes]:
        server = self._run("lpstat", "-H").out.strip()
        try:
            return ask(server, operation, wanted)
        except IppNotFound:
            raise
        except (IppRefused, HTTPException, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise PrintSystemSilent(reason=reason) from error

    def _run(self, *command: str, patience_s: float = _PATIENCE_S) -> _Said:
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=patience_s,
                env={**os.environ, **_ENGLISH},
                check=False,
            )
        except FileNotFoundError as error:
            raise NoPrinting(missing=command[0]) from error
        except (subprocess.TimeoutExpired, OSError) as error:
            late = _("it takes too long")
            reason = late if isinstance(error, subprocess.TimeoutExpired) else error
            raise PrintSystemSilent(reason=reason) from error
        out = done.stdout.decode("utf-8", "replace")
        return _Said(done.returncode, out, _reason(done.stderr))


def arguments(printer: str, options: PrintOptions) -> list[str]:
    """What `lp` is told. No scaling, no banner, no pages side by side.

    Source of the names: the manual page of lp, and PWG 5100.16 for print-scaling.
    """
    wanted = [
        "print-scaling=none",
        f"media={media(options.paper)}",
        f"sides={options.sides.value}",
        "job-sheets=none",
        "number-up=1",
    ]
    told = ["-d", printer, "-t", options.title, "-n", str(options.copies)]
    return told + [part for one in wanted for part in ("-o", one)]


def media(paper: Size) -> str:
    """The size of a paper as CUPS wants it: by name, else in mm."""
    upright = sorted(paper)
    for size, name in _NAMED.items():
        gaps = (abs(a - b) for a, b in zip(upright, sorted(size), strict=True))
        if max(gaps) <= _PLAY:
            return name
    return f"Custom.{paper.width:g}x{paper.height:g}mm"


def _printer(told: Attributes) -> Printer:
    name = str(_first(told, "printer-name", ""))
    reasons = list(told.get("printer-state-reasons", ()))
    if _first(told, "printer-state", 0) == _STOPPED:
        reasons.append("stopped")
    if not _first(told, "printer-is-accepting-jobs", True):
        reasons.append("stopped")
    return Printer(
        name,
        str(_first(told, "printer-info", "")).strip() or name,
        troubles=of_reasons(reasons),
        says=str(_first(told, "printer-state-message", "")).strip(),
        dots=_dots(_first(told, "printer-resolution-default", None)),
    )


def _dots(resolution: Any) -> int | None:
    if not isinstance(resolution, tuple):
        return None
    across, down, unit = resolution
    coarser: int = min(across, down)
    return coarser if unit == _PER_INCH else round(coarser * _CM)


def _as_default(printer: Printer, default: str) -> Printer:
    return replace(printer, is_default=printer.name == default)


def _first(told: Attributes, name: str, otherwise: Any) -> Any:
    values = told.get(name)
    return values[0] if values else otherwise


def _reason(stderr: bytes) -> str:
    """The last thing that a command complained about, without its own name."""
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    last = lines[-1] if lines else ""
    return re.sub(r"^\w+: (Error - )?", "", last).rstrip(".")
