"""Days as documents and records give them."""

from datetime import date


def day_of(published: str | None) -> date | None:
    """The day of publication, None when it is not known to the day."""
    try:
        return None if published is None else date.fromisoformat(published[:10])
    except ValueError:
        return None
