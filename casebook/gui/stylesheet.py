"""The style sheet over Fusion: only what the palette cannot say. Widgets opt in through the property `kind`.

QPushButton: `kind="primary"` (green), `"warn"` (amber), `"quiet"` (no border), `"chip"`; a plain one has a hairline.
QLabel: `kind="title"` (20 bold), `"heading"` (14 bold), `"muted"` (13), `"caption"` (12), `"warn"`, `"badge"`.
QFrame: `kind="card"`, `"banner"` (amber), `"bar"` (toolbar ground), `"side"` (sidebar ground), `"page"` (surface).
"""

from __future__ import annotations

from casebook.gui.colours import Colours

_SHEET = """
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {line}; padding: 4px 6px; }}
QMainWindow::separator {{ width: 0; height: 0; }}
QSplitter::handle {{ background: {line}; }}
QFrame[kind="bar"] {{ background: {window}; border: 0; border-bottom: 1px solid {line}; }}
QFrame[kind="notice"] {{ background: {raised}; border: 0; border-top: 1px solid {line}; }}
QFrame[kind="strip"] {{ background: {warn_soft}; border: 0; border-bottom: 1px solid {line}; }}
QFrame[kind="side"] {{ background: {window}; border: 0; }}
QFrame[kind="page"], QDialog {{ background: {surface}; border: 0; }}
QDialogButtonBox, QMessageBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QFrame[kind="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[kind="banner"] {{ background: {warn_soft}; border: 0; border-radius: 8px; }}
QFrame[kind="line"] {{ background: {line}; border: 0; }}

QLabel[kind="title"] {{ font-size: 20px; font-weight: 700; }}
QLabel[kind="heading"] {{ font-size: 14px; font-weight: 700; }}
QLabel[kind="muted"] {{ font-size: 13px; color: {muted}; }}
QLabel[kind="caption"] {{ font-size: 12px; color: {muted}; }}
QLabel[kind="warn"] {{ font-size: 13px; color: {warn}; }}
QLabel[kind="badge"] {{ font-size: 12px; color: {warn}; background: {warn_soft}; border-radius: 8px;
    padding: 1px 8px; }}

QPushButton, QToolButton[kind] {{ color: {text}; background: {surface}; border: 1px solid {line}; border-radius: 6px;
    padding: 5px 12px; min-height: 20px; }}
QPushButton:hover, QToolButton[kind]:hover {{ background: {chip}; }}
QPushButton:pressed, QToolButton[kind]:pressed {{ background: {line}; }}
QPushButton:checked {{ background: {accent_soft}; border-color: {accent}; }}
QPushButton:focus, QToolButton[kind]:focus {{ border-color: {accent}; }}
QPushButton:disabled, QToolButton[kind]:disabled {{ color: {faded}; background: transparent; }}
QPushButton[kind="primary"], QPushButton:default {{ color: {accent_text}; background: {accent};
    border-color: {accent}; }}
QPushButton[kind="primary"]:hover, QPushButton:default:hover {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:focus, QPushButton:default:focus {{ border: 2px solid {text}; padding: 4px 11px; }}
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {{ color: {muted}; background: {chip};
    border-color: {line}; }}
QPushButton[kind="warn"] {{ color: {warn_text}; background: {warn}; border-color: {warn}; }}
QPushButton[kind="warn"]:hover {{ background: {warn_hover}; }}
QPushButton[kind="warn"]:focus {{ border: 2px solid {text}; padding: 4px 11px; }}
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover {{ background: {chip}; }}
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus {{ border-color: {accent}; }}
QPushButton[kind="chip"], QToolButton[kind="chip"] {{ background: {chip}; border-color: {chip}; padding: 2px 10px;
    font-size: 13px; }}
QPushButton[kind="chip"]:hover, QToolButton[kind="chip"]:hover {{ border-color: {muted}; }}
QPushButton[kind="chip"]:focus, QToolButton[kind="chip"]:focus {{ border-color: {accent}; }}
QPushButton[kind="link"] {{ color: {accent}; background: transparent; border-color: transparent; padding: 2px 4px;
    text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator, QPushButton::menu-indicator {{ width: 0; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateTimeEdit, QDateEdit, QTimeEdit, QSpinBox {{ color: {text};
    background: {surface}; border: 1px solid {line}; border-radius: 6px; padding: 4px 8px; min-height: 20px;
    selection-background-color: {accent}; selection-color: {accent_text}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QDateEdit:focus,
QTimeEdit:focus, QSpinBox:focus {{ border-color: {accent}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {faded}; background: {window}; }}
QPlainTextEdit[kind="bare"], QLineEdit[kind="bare"] {{ border: 0; background: transparent; padding: 0; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
QSpinBox QLineEdit {{ padding-left: 6px; }}
QTextBrowser[kind="page"], QTextBrowser[kind="page"]:focus {{ border: 0; }}
QLineEdit[warn="true"], QPlainTextEdit[warn="true"], QComboBox[warn="true"] {{ border-color: {warn}; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: 0; }}
QSpinBox::up-arrow, QSpinBox::down-arrow {{ image: none; width: 0; height: 0; border: 0; }}
QComboBox::drop-down, QDateTimeEdit::drop-down, QDateEdit::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow, QDateTimeEdit::down-arrow, QDateEdit::down-arrow {{ image: url("{icons}/arrow-down-{mode}.svg");
    width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {surface}; border: 1px solid {line}; outline: 0; padding: 4px;
    selection-background-color: {accent_soft}; selection-color: {text}; }}

QRadioButton::indicator, QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ width: 14px; height: 14px;
    border: 1px solid {muted}; background: {surface}; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator, QListView::indicator, QTreeView::indicator {{ border-radius: 3px; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCheckBox::indicator:checked, QListView::indicator:checked, QTreeView::indicator:checked {{ background: {accent};
    border-color: {accent}; image: url("{icons}/tick-{mode}.svg"); }}
QCheckBox::indicator:indeterminate {{ border-color: {accent}; background: {accent};
    image: url("{icons}/dash-{mode}.svg"); }}
QRadioButton:focus, QCheckBox:focus {{ color: {accent}; }}

QMenuBar {{ background: {window}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 6px; background: transparent; }}
QMenuBar::item:selected {{ background: {chip}; }}
QMenu {{ background: {surface}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {text}; }}
QMenu::item:disabled {{ color: {faded}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}

QAbstractItemView {{ background: {surface}; border: 0; outline: 0; selection-background-color: {accent_soft};
    selection-color: {text}; }}
QAbstractItemView[kind="framed"] {{ border: 1px solid {line}; border-radius: 6px; }}
QHeaderView::section {{ background: {window}; color: {muted}; border: 0; border-bottom: 1px solid {line};
    padding: 5px 8px; font-size: 12px; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {scroll}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QTabWidget::pane {{ border: 0; border-top: 1px solid {line}; }}
QTabBar::tab {{ padding: 6px 12px; border: 0; color: {muted}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 2px solid {accent}; }}
QProgressBar {{ border: 0; border-radius: 3px; background: {chip}; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
"""


def stylesheet(dark: bool, colours: Colours, icons: str) -> str:
    """Return the style sheet for one set of colours. `icons` is the folder that holds the arrow images."""
    names = colours._asdict()
    return _SHEET.format(
        **names,
        faded=faded(colours),
        scroll=_mixed(colours.muted, colours.surface, 0.35),
        mode="dark" if dark else "light",
        icons=icons,
    )


def faded(colours: Colours) -> str:
    """Return the colour of what cannot be used now: paler than anything else, and still legible at 3:1."""
    return _mixed(colours.muted, colours.surface, 0.78)


def _mixed(one: str, other: str, share: float) -> str:
    """Return `share` of one colour mixed with the rest of another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)
