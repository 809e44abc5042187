"""The look: two sets of colours, one type scale, one spacing, and how they are put on the application.

Calm greys, one accent (green: ours, sent, done) and one warning (amber-brown: due, broken). Every text colour stands at
4.5:1 or better (WCAG 2.2, 1.4.3) on every surface it is used on; a test computes it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from casebook.gui import icons
from casebook.gui.colours import DARK, LIGHT, Colours
from casebook.gui.stylesheet import faded, stylesheet

TITLE, BODY, SMALL, TINY = 20, 14, 13, 12
"""The type scale in device-independent pixels."""

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""The spacing scale in device-independent pixels."""

RADIUS = 8
"""Corner radius of cards and buttons."""

CJK_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
)
"""Named after the UI font: by locale alone, an English desktop may show the Japanese forms of Chinese characters."""

MONO_FAMILIES = ("Cascadia Mono", "SF Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono")


class Theme(QObject):
    """The colours and fonts in use. One object for the life of the window: read it at paint time, never copy it.

    After a switch between light and dark (or a change of the UI font) `changed` is emitted; delegates only need
    `viewport().update()`. Plain widgets follow by themselves through palette and style sheet.
    """

    changed = Signal()

    window: QColor
    """Behind everything: toolbar, sidebar, side panel."""
    surface: QColor
    """Lists, the case page, dialogs, input fields."""
    raised: QColor
    """Cards on a surface: their messages."""
    own: QColor
    """The user's own messages."""
    line: QColor
    """Separators and borders."""
    chip: QColor
    """Small grey labels and composer chips."""
    text: QColor
    muted: QColor
    """Second lines, captions, hints, counts."""
    accent: QColor
    """Green: ours, sent, done; primary buttons; links."""
    accent_text: QColor
    """On `accent`."""
    accent_faint: QColor
    """A quiet hint on `accent`, such as the key on a primary button."""
    accent_soft: QColor
    """The selected row."""
    accent_hover: QColor
    warn: QColor
    """Amber-brown: due, late, broken."""
    warn_text: QColor
    """On `warn`."""
    warn_soft: QColor
    """The banner and badges of what is due."""
    warn_hover: QColor
    drawing: QColor
    """Placeholder drawings in thumbnails."""

    def __init__(self, dark: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._family = list(families(system_family()))
        self.is_dark = dark
        self._take(DARK if dark else LIGHT)

    def use(self, dark: bool) -> None:
        """Switch to the dark or the light set and emit `changed`."""
        self.is_dark = dark
        self._take(DARK if dark else LIGHT)
        self.changed.emit()

    def font(self, size: int = BODY, *, bold: bool = False, mono: bool = False) -> QFont:
        """Return the UI font (or a fixed-width one) at a size of the type scale."""
        font = QFont()
        font.setFamilies([*MONO_FAMILIES, *self._family] if mono else self._family)
        if mono:
            font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(size)
        # Not DemiBold: Qt thickens a Chinese font that has no bold face only from Bold on.
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def _take(self, colours: Colours) -> None:
        for name, colour in colours._asdict().items():
            setattr(self, name, QColor(colour))


def system_family() -> str:
    """Return the real name of the system's UI font.

    An alias such as "Sans Serif" must be resolved: in a list of families Qt passes over a name that no font file has.
    """
    return QFontInfo(QApplication.font()).family()


def families(system: str) -> tuple[str, ...]:
    """Return the families to ask for: the system's own first, then one with Simplified Chinese forms."""
    return (system, *(name for name in CJK_FAMILIES if name != system))


def apply(app: QApplication, theme: Theme) -> None:
    """Put a theme on the application: palette, font and style sheet. Call again after `theme.changed`.

    The palette is set by hand because asking the platform for a dark scheme does nothing on a bare window manager.
    """
    app.setFont(theme.font())
    app.setPalette(_palette(theme))
    colours = DARK if theme.is_dark else LIGHT
    app.setStyleSheet(stylesheet(theme.is_dark, colours, icons.folder().as_posix()))


def restyle(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties that the style sheet looks at (`kind="primary"`) and have them take effect."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _palette(theme: Theme) -> QPalette:
    palette, role, group = QPalette(), QPalette.ColorRole, QPalette.ColorGroup
    for where, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.warn),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.accent),
        (role.Light, theme.raised),
        (role.Midlight, theme.line),
        (role.Mid, theme.line),
        (role.Dark, theme.line),
        (role.Shadow, QColor(Qt.GlobalColor.black)),
    ):
        palette.setColor(where, colour)
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, where, QColor(faded(DARK if theme.is_dark else LIGHT)))
    return palette
