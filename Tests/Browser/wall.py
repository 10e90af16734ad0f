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
    if moment.year == now().year:
        return f"{moment:%a} {moment.day} {moment:%b, %H:%M}"
    return f"{moment:%a}, {moment.day} {moment:%b %Y, %H:%M}"
