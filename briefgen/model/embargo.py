"""The embargo of a report: before when nothing of it may be published."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from briefgen.model.occasion import At, Zone


class Embargo(BaseModel):
    """The day and the time at which an embargo ends, in a named time zone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    at: At
    zone: Zone

    @property
    def local(self) -> datetime:
        """The time on the clock of the zone; where clocks show it twice, or skip it, the later of the two readings.

        Which one is meant is told by `fold` (PEP 495).
        """
        return max((self.at.replace(fold=fold) for fold in (0, 1)), key=self._in_utc)

    @property
    def ends(self) -> datetime:
        """The moment at which it ends, in UTC."""
        return self._in_utc(self.local)

    def _in_utc(self, local: datetime) -> datetime:
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)
