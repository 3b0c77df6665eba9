"""Where there is no print system: no printers, and words for who wants one."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from checkin.badges.printers.errors import NoPrinting
from checkin.badges.printers.system import JobReport, Printer, PrintOptions


class NoPrintSystem:
    """A computer without printers. A PDF can be made all the same."""

    def __init__(self, missing: str = "lp") -> None:
        self._missing = missing

    def printers(self) -> Sequence[Printer]:
        """None."""
        return ()

    def submit(self, pdf: Path, printer: str, options: PrintOptions) -> str:  # noqa: ARG002
        """Never.

        Raises:
            NoPrinting: always.
        """
        raise NoPrinting(missing=self._missing)

    def look(self, jobs: Collection[str]) -> Mapping[str, JobReport]:  # noqa: ARG002
        """There are no jobs."""
        return {}

    def cancel(self, job: str) -> None:
        """There is nothing to take back."""
