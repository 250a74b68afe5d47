"""Dates and times as the reader's language writes them."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def date_words(date: datetime.date, today: datetime.date) -> str:
    """A day, without the year where that is this one."""
    translate = QCoreApplication.translate
    if date.year == today.year:
        pattern = translate("dates", "MMM d", "a day of this year, in Qt's date format")
    else:
        pattern = translate("dates", "MMM d, yyyy", "a day of another year")
    return QLocale().toString(QDate(date.year, date.month, date.day), pattern)


def time_words(moment: datetime.datetime) -> str:
    """Hour and minute in the zone of this machine."""
    local = moment.astimezone()
    return QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
