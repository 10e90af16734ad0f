"""The wall clock of the demo's district, and moments as pages write them."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Karachi")


def now():
    return datetime.now(ZONE)


def instant(text):
    """A moment that the interface tells, by the wall clock."""
    return datetime.fromisoformat(text).astimezone(ZONE)


def in_words(moment):
    """A moment as pages in English write it; one of another year with its year."""
    # The British way, which has four letters for one month.
    month = "Sept" if moment.month == 9 else f"{moment:%b}"
    if moment.year == now().year:
        return f"{moment:%a} {moment.day} {month}, {moment:%H:%M}"
    return f"{moment:%a}, {moment.day} {month} {moment.year}, {moment:%H:%M}"
