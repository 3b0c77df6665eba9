"""A print system that does as the test says, and remembers what was wanted of it."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from checkin.badges.printers import JobReport, JobState, Printer, PrintOptions
from checkin.model.errors import CheckinError


class PrintSystemDouble:
    """Jobs stay with it as the test leaves them; nothing happens by itself."""

    def __init__(self, *printers: Printer) -> None:
        self.those = printers
        self.reports: dict[str, JobReport] = {}
        self.sent: list[tuple[str, bytes, PrintOptions]] = []
        """(printer, PDF, options), in order."""
        self.cancelled: list[str] = []
        self.refuses: CheckinError | None = None
        self.silent: CheckinError | None = None

    def printers(self) -> Sequence[Printer]:
        return self.those

    def submit(self, pdf: Path, printer: str, options: PrintOptions) -> str:
        if self.refuses:
            raise self.refuses
        self.sent.append((printer, pdf.read_bytes(), options))
        own = str(len(self.sent))
        self.reports[own] = JobReport(JobState.PRINTING)
        return own

    def look(self, jobs: Collection[str]) -> Mapping[str, JobReport]:
        if self.silent:
            raise self.silent
        return {job: self.reports[job] for job in jobs}

    def cancel(self, job: str) -> None:
        if not self.reports[job].state.ended:
            self.reports[job] = JobReport(JobState.CANCELLED)
        self.cancelled.append(job)

    def now(self, job: str, state: JobState, **more: object) -> None:
        """How it stands with a job from here on."""
        self.reports[job] = JobReport(state, **more)  # type: ignore[arg-type]
