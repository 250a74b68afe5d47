"""The calendar under a date field: changes the parts of a text and keeps its notation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QDate, QPoint, Qt, QTime, Signal
from PySide6.QtGui import QCloseEvent, QColor, QIcon, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.schema.dates import DateText, offset_name, read_date
from editor_app.gui.form.fields.zones import Zone, moment_like
from editor_app.gui.form.look import Look


@dataclass(frozen=True, slots=True)
class Offers:
    """This moment, as a text for where no date stands, and the zones that are offered."""

    now: dt.datetime
    zones: tuple[Zone, ...]
    now_text: str


class CalendarPopup(QFrame):
    """Emits `chosen` with the whole text after each change, `closed` at the end.

    A text that is no date is replaced only when a day is chosen.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(
        self, text: str, has_time: bool, offers: Offers, look: Look, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._offers = offers
        self._is_moving = False
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
        column.addLayout(self._moments())
        self._name_zones()
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
        self._zone = QLabel(self._zone_text(date))
        row.addWidget(self._zone)
        self.clock = clock
        return row

    def _zone_text(self, date: DateText | None) -> str:
        if date is None or date.time is None:
            return ""
        return date.zone_name or self.tr("no zone")

    def _moments(self) -> QVBoxLayout:
        """This moment, and the same moment as other zones write it."""
        column = QVBoxLayout()
        column.setSpacing(0)
        self.now = self._moment(self.tr("Now"))
        self.now.clicked.connect(self._choose_now)
        column.addWidget(self.now)
        self.zones: list[QPushButton] = []
        for _ in self._offers.zones if self.clock is not None else ():
            button = self._moment("")
            button.setProperty("zone", len(self.zones))
            button.clicked.connect(self._choose_zone)
            self.zones.append(button)
            column.addWidget(button)
        return column

    def _moment(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("part", "moment")
        return button

    def _name_zones(self) -> None:
        """Only those that would change something are in sight."""
        date = read_date(self._text)
        for button, zone in zip(self.zones, self._offers.zones, strict=False):
            offset = None if date is None or date.time is None else zone.offset_of(date)
            button.setVisible(offset is not None and date is not None and offset != date.offset)
            if offset is None or date is None:
                continue
            name = " · ".join(part for part in (offset_name(offset), zone.name) if part)
            words = (
                self.tr("Same moment in %1")
                if date.offset is not None
                else self.tr("This clock in %1")
            )
            button.setText(words.replace("%1", name))

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
        if date is not None and not self._is_moving:
            clock = dt.time(time.hour(), time.minute(), time.second())
            self._choose(date.with_time(clock))

    def _choose_now(self) -> None:
        date = read_date(self._text)
        zone = self._offers.zones[0].zone if self._offers.zones else dt.UTC
        now = self._offers.now
        text = self._offers.now_text if date is None else moment_like(date, now, zone)
        self._choose(text)
        self._show(text)

    def _choose_zone(self) -> None:
        date = read_date(self._text)
        number = self.sender().property("zone")
        if date is not None and isinstance(number, int):
            text = date.with_offset(self._offers.zones[number].offset_of(date))
            self._choose(text)
            self._show(text)

    def _show(self, text: str) -> None:
        """Let calendar and clock say what the text says now."""
        date = read_date(text)
        if date is None:
            return
        self._is_moving = True
        self.calendar.setSelectedDate(QDate(date.date.year, date.date.month, date.date.day))
        if self.clock is not None and date.time is not None:
            self.clock.setTime(QTime(date.time.hour, date.time.minute, date.time.second))
        self._is_moving = False

    def _choose(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.chosen.emit(text)
            if self.clock is not None:
                self._zone.setText(self._zone_text(read_date(text)))
            self._name_zones()
