"""What the user sees it in: the language and the colours of the whole application, switched while it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTranslator, Slot
from PySide6.QtWidgets import QApplication

from casebook.gui import theme
from casebook.gui.theme import Theme

LANGUAGES = {"en": "en", "zh": "zh_CN"}
"""Each language of the settings with the suffix of its translation file."""


class Appearance(QObject):
    """Owns the theme and the translators of one application, and applies both."""

    def __init__(self, app: QApplication, translations: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._folder = translations
        self._translators: list[QTranslator] = []
        self._mode = ""
        self.language = ""
        app.setStyle("Fusion")
        self.theme = Theme(parent=self)
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def use_language(self, language: str) -> None:
        """Show everything in `en` or `zh`; empty means the system's language, English where that is neither."""
        chosen = language or ("zh" if QLocale.system().language() == QLocale.Language.Chinese else "en")
        for old in self._translators:
            self._app.removeTranslator(old)
        # The locale first: installing a translator makes every widget ask for its words again.
        QLocale.setDefault(locale_of(chosen))
        self.language = chosen
        suffix = LANGUAGES[chosen]
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = []
        for name, folder in ((f"qtbase_{suffix}", qt_folder), (f"casebook_{suffix}", str(self._folder))):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def use_theme(self, mode: str) -> None:
        """Use `light` or `dark` colours; empty means as the system has it, now and when it changes."""
        self._mode = mode
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(mode, Qt.ColorScheme.Unknown))
        self._apply()

    @Slot()
    def _system_changed(self) -> None:
        if not self._mode:
            self._apply()

    def _apply(self) -> None:
        system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self.theme.use(self._mode == "dark" or (not self._mode and system_dark))
        theme.apply(self._app, self.theme)


def locale_of(language: str) -> QLocale:
    """Return the locale for dates and numbers: the system's own where its language fits."""
    system = QLocale.system()
    if language == "zh":
        fits = system.language() == QLocale.Language.Chinese
        return system if fits else QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    fits = system.language() == QLocale.Language.English
    return system if fits else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
