"""Printers that nobody owns, for pictures of the window: jobs stand as one says."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from checkin.badges.printers import JobReport, JobState, Printer, PrintOptions, Trouble

_PRINTERS = (
    Printer("office", "Office printer", is_default=True, dots=600),
    Printer("labels", "Label printer", troubles=(Trouble.OFFLINE,), dots=203),
)


class InventedPrinters:
    """An office printer that is ready, and a label printer that is switched off."""

    def __init__(self) -> None:
        self._reports: list[JobReport] = []

    def printers(self) -> Sequence[Printer]:
        """Both."""
        return _PRINTERS

    def submit(self, pdf: Path, printer: str, options: PrintOptions) -> str:  # noqa: ARG002
        """Prints for ever, until `now` says otherwise."""
        self._reports.append(JobReport(JobState.PRINTING))
        return str(len(self._reports) - 1)

    def look(self, jobs: Collection[str]) -> Mapping[str, JobReport]:
        """As they stand."""
        return {job: self._reports[int(job)] for job in jobs}

    def cancel(self, job: str) -> None:
        """Takes it back."""
        self._reports[int(job)] = JobReport(JobState.CANCELLED)

    def now(self, report: JobReport) -> None:
        """How it stands with the newest job."""
        self._reports[-1] = report
