"""A format: what it is called, and who writes it."""

from dataclasses import dataclass

from checkin.followup.material import Writer


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that guests can be saved as."""

    name: str
    """For scripts; part of the contract of the command line."""
    words: str
    """For people: what it is good for."""
    ending: str
    """Of its files, with the dot."""
    write: Writer
    chosen_by_ending: bool = True
    """Whether a file with this ending gets it unasked; one format of each ending."""
