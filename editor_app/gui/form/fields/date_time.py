"""A date, with or without a time, in the notation of the post."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Style
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.dates import read_date
from editor_app.core.schema.field import Field, FieldKind
from editor_app.gui.form.fields.calendar_popup import CalendarPopup, Offers
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.fields.zones import zones_of
from editor_app.gui.form.look import Look
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import Written


class CalendarButton(QToolButton):
    """A small drawing of a calendar."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedSize(20, 20)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.underMouse() or self.hasFocus()
        colour = QColor(theme.accent if is_lit and self.isEnabled() else theme.faint)
        painter.setPen(QPen(colour, 1.2))
        painter.drawRoundedRect(4, 5, 12, 11, 2, 2)
        painter.drawLine(4, 9, 16, 9)
        painter.drawLine(7, 3, 7, 6)
        painter.drawLine(13, 3, 13, 6)


class DateTimeField(LineField):
    """Typed as text; the calendar rewrites the parts and leaves the notation.

    Where the text is quoted it stays text, else it is written as it is typed.
    """

    def __init__(
        self, field: Field, look: Look, state: FormState, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        self._state = state
        self.button = CalendarButton(look)
        self.button.setAccessibleName(self.tr("Choose a date for %1").replace("%1", field.label))
        self.button.setToolTip(self.tr("Choose a date  Alt+Enter"))
        self.button.setShortcut("")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.open_calendar)
        self.line.opened.connect(self.open_calendar)
        if self.frame is not None:
            self.frame.end(self.button)

    def values(self, text: str) -> tuple[Written, ...]:
        is_quoted = self.node is not None and self.node.style is not Style.PLAIN
        if is_quoted or not text.strip():
            return (text,)
        return (Verbatim(text.strip()), text)

    def hint(self) -> str:
        date = read_date(self.line.text())
        if date is None:
            return ""
        if date.time is None:
            return "" if self.field.kind is FieldKind.DATE else self.tr("no time")
        if date.zone_name:
            return date.zone_name
        # The site's zone need not be meant: Jekyll takes such a date for UTC.
        zone = self.field.about.date_zone if self.field.about else ""
        return self.tr("no zone · %1").replace("%1", zone) if zone else self.tr("no zone")

    def hint_severity(self) -> Severity | None:
        return None

    def _zone_names(self) -> tuple[str, ...]:
        """What the site says of its zone, of this field first."""
        own = self.field.about.date_zone if self.field.about else ""
        return tuple(name for name in (own, self._state.site.zone) if name)

    def mark(self) -> str:
        text = self.line.text()
        if not text.strip() or read_date(text) is not None:
            return super().mark()
        return self.tr("Not a date that is sure to be read")

    def open_calendar(self) -> None:
        """Show the calendar under the field, on the date that stands there."""
        has_time = self.field.kind is FieldKind.DATE_TIME
        now = self._state.now()
        zones = zones_of(self._zone_names(), now)
        offers = Offers(now, zones, self._state.date_text(self.field.kind))
        popup = CalendarPopup(self.line.text(), has_time, offers, self.look, self)
        popup.chosen.connect(self.line.type_text)
        popup.closed.connect(self.line.setFocus)
        popup.open_below(self)
