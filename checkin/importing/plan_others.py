"""Who is at this event, but not through the list that is being imported."""

from dataclasses import dataclass

from checkin.importing.plan_matching import Known
from checkin.model.i18n import _
from checkin.model.ids import SourceId
from checkin.store.eventfile import EventFile


@dataclass(frozen=True)
class Other(Known):
    """Somebody on another list, who walked in, or whom a desk put down by hand."""

    list_name: str = ""
    """Of the list that brought them; empty if none did."""
    walk_in: bool = False

    @property
    def where(self) -> str:
        """In words."""
        if self.list_name:
            return _("on the list “{name}”").format(name=self.list_name)
        return _("came without being on a list") if self.walk_in else _("added by hand")


def others_of(event: EventFile, source: SourceId) -> list[Other]:
    """All but this list's own; nobody withdrawn, erased, or brought by a guest."""
    names = event.read.sources()
    return [
        Other(who, said, list_name=names.get(own, "") if own else "", walk_in=walk_in)
        for who, own, walk_in, said in event.read.not_listed_by(source)
    ]
