"""The calendar under a date field: changes the parts of a text and keeps its notation."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QPoint, Qt, QTime, Signal
from PySide6.QtGui import QCloseEvent, QColor, QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.schema.dates import DateText, read_date
from editor_app.gui.form.look import Look


class CalendarPopup(QFrame):
    """Emits `chosen` with the whole text after each change, `closed` at the end.

    A text that is no date is replaced only when a day is chosen.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, text: str, has_time: bool, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = look.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "popup")
        self._text = text
        date = read_date(text)
        self.calendar = QCalendarWidget()
        self.calendar.setObjectName("fieldCalendar")
        self.calendar.setAccessibleName(self.tr("Day"))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._tint()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.calendar)
        if date is not None:
            self.calendar.setSelectedDate(QDate(date.date.year, date.date.month, date.date.day))
        self.clock: QTimeEdit | None = None
        if has_time:
            column.addLayout(self._time_row(date))
        self.calendar.clicked.connect(self._choose_day)
        self.calendar.activated.connect(self._choose_day)

    def _tint(self) -> None:
        """Qt's own red and its black arrows can't be read on a dark ground."""
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(self._theme.dim))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, weekend)
        for name, sign, said in (
            ("qt_calendar_prevmonth", "‹", self.tr("Month before")),
            ("qt_calendar_nextmonth", "›", self.tr("Month after")),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(QIcon())
                button.setText(sign)
                button.setAccessibleName(said)

    def _time_row(self, date: DateText | None) -> QHBoxLayout:
        clock = QTimeEdit()
        clock.setDisplayFormat("HH:mm:ss")
        clock.setAccessibleName(self.tr("Time"))
        if date is not None and date.time is not None:
            clock.setTime(QTime(date.time.hour, date.time.minute, date.time.second))
        clock.timeChanged.connect(self._choose_time)
        row = QHBoxLayout()
        row.addWidget(clock)
        row.addStretch(1)
        row.addWidget(QLabel(date.zone_name if date is not None else ""))
        self.clock = clock
        return row

    def open_below(self, widget: QWidget) -> None:
        """Show under a widget, or above it where the screen ends."""
        self.adjustSize()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        screen = widget.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner = widget.mapToGlobal(QPoint(0, -self.height() - 2))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.calendar.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _choose_day(self, day: QDate) -> None:
        chosen = dt.date(day.year(), day.month(), day.day())
        date = read_date(self._text)
        self._choose(chosen.isoformat() if date is None else date.with_date(chosen))

    def _choose_time(self, time: QTime) -> None:
        date = read_date(self._text)
        if date is not None:
            clock = dt.time(time.hour(), time.minute(), time.second())
            self._choose(date.with_time(clock))

    def _choose(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.chosen.emit(text)
