"""The bar over a file whose encoding is not known: why it is read-only, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.text.source import EncodingRefused, Source, read_as
from editor_app.gui.pane_header import label
from editor_app.gui.theme import Theme

_ENCODINGS = ("cp932", "euc_jp", "iso2022_jp", "utf-8", "utf-16", "cp1252")
_NAMES = {
    "cp932": "Shift_JIS (cp932)",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
}


class EncodingBar(QFrame):
    """Offers the encodings in which the file reads and writes back as it is."""

    encoding_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("encodingBar")
        self.setAutoFillBackground(True)
        self._text: QLabel = label("", "")
        self._text.setWordWrap(True)
        self._choice = QComboBox()
        self._choice.setObjectName("encodingChoice")
        self._choice.setAccessibleName(self.tr("Encoding of the file"))
        self._read = QPushButton(self.tr("Read in this encoding"))
        self._read.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._choice)
        row.addWidget(self._read)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(6)
        column.addWidget(self._text)
        column.addLayout(row)
        self.show_theme(theme)

    def show_source(self, source: Source | None) -> None:
        """Show itself for a read-only source, and hide for any other."""
        byte = source.undecodable_byte if source else None
        self.setVisible(byte is not None)
        if source is None or byte is None:
            return
        self._choice.clear()
        for encoding in encodings_of(source.data):
            self._choice.addItem(_NAMES[encoding], encoding)
        has_choice = self._choice.count() > 0
        self._choice.setVisible(has_choice)
        self._read.setVisible(has_choice)
        reason = self.tr("This file is not %1: byte %2 can't be read, so it can't be edited.")
        way_out = (
            self.tr("Choose the encoding it was written in.")
            if has_choice
            else self.tr("It fits none of the encodings that Galley knows.")
        )
        name = _NAMES.get(source.encoding, source.encoding.upper())
        reason = reason.replace("%1", name).replace("%2", str(byte))
        self._text.setText(f"{reason} {way_out}")

    def show_theme(self, theme: Theme) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.warning_tint)
        self.setPalette(palette)

    def _ask(self) -> None:
        self.encoding_requested.emit(str(self._choice.currentData()))


def encodings_of(data: bytes) -> tuple[str, ...]:
    """The encodings in which the bytes can be read and written back as they are."""
    return tuple(encoding for encoding in _ENCODINGS if _fits(data, encoding))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        read_as(data, encoding)
    except EncodingRefused:
        return False
    return True
