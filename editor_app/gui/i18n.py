"""The language of the window: Qt's catalogues and ours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from editor_app.core.resources import resource

LANGUAGES = ("en", "ja")
VARIABLE = "GALLEY_LANG"


def language_of(asked: str | None, environment: Mapping[str, str]) -> str:
    """The language to speak: what was asked for, else the environment's, else English."""
    candidates = (
        asked,
        environment.get(VARIABLE),
        environment.get("LC_ALL"),
        environment.get("LC_MESSAGES"),
        environment.get("LANG"),
        QLocale.system().name(),
    )
    for candidate in candidates:
        if not candidate:
            continue
        language = candidate.replace("-", "_").partition("_")[0].partition(".")[0].lower()
        return language if language in LANGUAGES else "en"
    return "en"


def install(application: QApplication, language: str) -> tuple[QObject, ...]:
    """Have the application speak a language; the translators belong to the application."""
    if language == "en":
        if QLocale.system().language() is not QLocale.Language.English:
            QLocale.setDefault(QLocale(QLocale.Language.English))
        return ()
    QLocale.setDefault(QLocale(language))
    translators = []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (
        (f"qtbase_{language}", qt_folder),
        (f"galley_{language}", str(resource("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            translators.append(translator)
    return tuple(translators)
