"""What is wrong with a page as a person meets it: cut off, unnamed, out of the Tab order, in the wrong language.

Each check takes a window, dialog or pane on the screen and returns its faults as sentences; none means it is well.
"""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.gui import languages

LARGEST = QSize(1280, 760)
"""What a small laptop has left for a dialog."""

_PADDING = 8
"""Pixels that a button can lose of its margins without losing of its words."""

MARK = "¦"
"""Stands before every text that went through translation, in the doubled language."""

_INSIDE = (QAbstractSpinBox, QComboBox, QAbstractItemView, QScrollBar, QTabBar, QHeaderView, QLineEdit)
"""What these are made of is their own matter: only the whole is checked."""


class Doubled(QTranslator):
    """A language that says everything twice: what has no room for long words shows itself."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        """Return the text twice, marked; a pattern of a date stays what it is."""
        if comment == "Qt date format" or not source.strip() or not re.search("[A-Za-z]{2}", source):
            return source
        return f"{MARK}{source} {source.replace('&', '')}"

    def isEmpty(self) -> bool:  # noqa: N802  (Qt's name)
        """Tell Qt that there is something in here; it would not ask otherwise."""
        return False


class Longer(Doubled):
    """English, each text longer by three tenths: what a language takes that needs more letters."""

    def translate(self, context: str, source: str, comment: str | None = None, n: int = -1) -> str:
        """Return the text with a part of itself after it."""
        if super().translate(context, source, comment, n) == source:
            return source
        letters = re.sub("[^A-Za-z ]", "", source)
        return f"{source} {letters[: -(-len(source) * 3 // 10)]}".rstrip()


def faults(shown: QWidget, *, strict: bool = True) -> list[str]:
    """Return everything that is wrong; where not `strict`, hints and choices may be shortened, and dialogs large."""
    found = [*cut_off(shown, strict=strict), *nameless(shown), *tab_order(shown)]
    return [*found, *too_large(shown)] if strict else found


def parts(shown: QWidget) -> Iterator[QWidget]:
    """Give every visible widget of a page once, but not what a compound is made of."""
    for widget in shown.findChildren(QWidget):
        if widget.isVisibleTo(shown) and widget.window() is shown.window() and not _is_inside(widget, shown):
            yield widget


def told(widget: QWidget) -> str:
    """Return what a person would recognise a widget by."""
    words = ""
    for name in ("text", "placeholderText", "currentText"):
        got = getattr(widget, name, None)
        words = words or (str(got()) if callable(got) and not isinstance(widget, QAbstractItemView) else "")
    size = f"{widget.width()}x{widget.height()}"
    return f"{type(widget).__name__} “{(words or widget.accessibleName() or widget.objectName())[:60]}” {size}"


# ---- cut off ---------------------------------------------------------------------------------------------------------


def cut_off(shown: QWidget, *, strict: bool = True) -> list[str]:
    """Return whose words have less room than they take."""
    found = []
    for widget in parts(shown):
        if (strict or not isinstance(widget, QLineEdit | QComboBox)) and (lacks := _lacks(widget)):
            found.append(f"{told(widget)} {lacks}")
        if _is_outside(widget):
            found.append(f"{told(widget)} reaches out of what holds it")
    return found


def _lacks(widget: QWidget) -> str:
    """Return what a widget has too little of for its words."""
    if isinstance(widget, QLabel) and widget.text():
        return _label_lacks(widget)
    if isinstance(widget, QAbstractButton):
        least = widget.minimumSizeHint()
        room = widget.size() + QSize(_PADDING, 0)
        return f"is smaller than {least.width()}x{least.height()}" if _smaller(room, least) else ""
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = widget.style().subControlRect(control, option, field, widget).width()
        wide = widget.fontMetrics().horizontalAdvance(widget.currentText())
        told_elsewhere = widget.currentText() in widget.toolTip() or widget.isEditable()
        return "" if wide <= room or told_elsewhere else f"shows {room} of {wide} pixels of its words"
    if isinstance(widget, QLineEdit):
        wide = widget.fontMetrics().horizontalAdvance(widget.placeholderText() if not widget.text() else "")
        room = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right() - 4
        return f"shows {room} of {wide} pixels of its hint" if wide > room and not widget.toolTip() else ""
    if isinstance(widget, QTabBar) and not widget.usesScrollButtons():
        return "is too narrow for its tabs" if widget.sizeHint().width() > widget.width() else ""
    if isinstance(widget, QAbstractItemView):
        return _header_lacks(widget)
    return ""


def _label_lacks(label: QLabel) -> str:
    if type(label).paintEvent is not QLabel.paintEvent or (label.toolTip() and label.text() in label.toolTip()):
        return ""  # gives way on purpose, and tells the whole of its words in its tooltip
    if label.wordWrap():
        least = label.heightForWidth(label.width())
        return f"is lower than the {least} of its words" if label.height() < least else ""
    hint = label.sizeHint()
    return f"is smaller than {hint.width()}x{hint.height()}" if _smaller(label.size(), hint) else ""


def _header_lacks(view: QAbstractItemView) -> str:
    for header in view.findChildren(QHeaderView):
        if not header.isVisibleTo(view) or header.orientation() is Qt.Orientation.Vertical:
            continue
        for index in range(header.count()):
            wide = header.sectionSizeFromContents(index).width()
            if not header.isSectionHidden(index) and header.sectionSize(index) < wide:
                words = header.model().headerData(index, Qt.Orientation.Horizontal)
                return f"has a column narrower than its heading “{words}” ({header.sectionSize(index)} of {wide})"
    return ""


def _smaller(size: QSize, least: QSize) -> bool:
    return size.width() < least.width() or size.height() < least.height()


def _is_outside(widget: QWidget) -> bool:
    """Return whether a part is drawn where its holder ends; what scrolls may."""
    holder = widget.parentWidget()
    if holder is None or widget.isWindow() or isinstance(holder.parentWidget(), QAbstractScrollArea):
        return False
    if isinstance(holder, QAbstractScrollArea) or not isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return False
    return not holder.rect().contains(widget.geometry())


def too_large(shown: QWidget) -> list[str]:
    """Return whether a dialog does not fit on a small laptop."""
    least = shown.minimumSizeHint().expandedTo(shown.minimumSize())
    size = least if isinstance(shown, QMainWindow) else shown.size().expandedTo(least)
    if not shown.isWindow() or not _smaller(LARGEST, size):
        return []
    return [f"{told(shown)} needs {size.width()}x{size.height()}"]


# ---- named and reached -----------------------------------------------------------------------------------------------


def nameless(shown: QWidget) -> list[str]:
    """Return what can have the focus, or is pressed, and is nothing to a screen reader."""
    found = []
    for widget in parts(shown):
        pressed = isinstance(widget, QAbstractButton)
        if not (pressed or widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or widget.focusProxy():
            continue
        if not name_of(widget):
            found.append(f"{told(widget)} in {type(widget.parentWidget()).__name__} has no name")
    return found


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says a control is for."""
    if isinstance(widget, QComboBox):  # to Qt its name is its present value
        buddy = next((b for b in widget.window().findChildren(QLabel) if b.buddy() is widget), None)
        return widget.accessibleName() or widget.accessibleDescription() or (buddy.text() if buddy else "")
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def stops(shown: QWidget) -> list[QWidget]:
    """Return where Tab halts, in its order."""
    made, widget = [], shown
    inside = set(parts(shown))
    while (widget := widget.nextInFocusChain()) is not None and widget is not shown:
        tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
        if tabs and widget in inside and widget.focusProxy() is None:
            made.append(widget)
    return made


def tab_order(shown: QWidget) -> list[str]:
    """Return which buttons Tab never comes to, and where it goes back to what one has read before."""
    found = [
        f"{told(widget)} in {type(widget.parentWidget()).__name__} is never reached by Tab"
        for widget in parts(shown)
        if isinstance(widget, QAbstractButton)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QRadioButton)  # Tab goes to the one that is chosen, arrows to the others
    ]
    order = stops(shown)
    jumps = [
        (one, other) for one, other in zip(order, order[1:] + order[:1], strict=True) if _goes_back(one, other, shown)
    ]
    first = min(order, key=lambda stop: stop.mapTo(shown, stop.rect().topLeft()).toTuple()[::-1], default=shown)
    begin = next((pair for pair in jumps if pair[1] is first), jumps[0] if jumps else None)
    found += [f"Tab goes back from {told(one)} to {told(other)}" for one, other in jumps if (one, other) != begin]
    return found


def _goes_back(one: QWidget, other: QWidget, shown: QWidget) -> bool:
    """Return whether Tab goes to what was read before; what one holds comes after it."""
    return not one.isAncestorOf(other) and _is_back(*_side_by_side(one, other, shown))


def _side_by_side(one: QWidget, other: QWidget, shown: QWidget) -> tuple[QRect, QRect]:
    """Return where two widgets are, seen from the smallest thing that holds both."""
    above = [one]
    while above[-1] is not shown and (holder := above[-1].parentWidget()) is not None:
        above.append(holder)
    way = [other]
    while (holder := way[-1].parentWidget()) is not None and holder not in above:
        way.append(holder)
    common = way[-1].parentWidget() or shown
    mine = above[max(0, above.index(common) - 1)] if common in above else one
    return mine.geometry(), way[-1].geometry()


def _is_back(one: QRect, other: QRect) -> bool:
    """Return whether `other` lies before `one` to somebody who reads in lines, or in columns."""
    above = other.bottom() <= one.top() and other.left() < one.right()
    level = min(one.bottom(), other.bottom()) - max(one.top(), other.top()) > min(one.height(), other.height()) / 2
    return above or (level and other.right() <= one.left())


# ---- said in the right language --------------------------------------------------------------------------------------


def words(shown: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Give every text of a page that the program chose: captions, hints, tooltips, names, entries of choices."""
    yield shown, shown.windowTitle()
    for widget in (shown, *parts(shown)):
        yield from (
            (widget, said) for said in (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        )
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget, widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            yield widget, widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from ((widget, widget.itemText(index)) for index in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from ((widget, widget.tabText(index)) for index in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            for header in widget.findChildren(QHeaderView):
                across = header.orientation()
                yield from ((widget, str(header.model().headerData(i, across) or "")) for i in range(header.count()))
        if isinstance(widget, QMenu):
            yield from ((widget, action.text()) for action in widget.actions())


@functools.cache
def _english() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the English texts that Chinese says otherwise: those without, and those with something filled in."""
    whole, filled = set(), []
    for message in ET.parse(languages.CHINESE).iter("message"):
        source, made = message.findtext("source", ""), message.find("translation")
        if made is None or (made.text or "") == source or not re.search("[A-Za-z]{3}", source):
            continue
        if "{" in source or "%n" in source:
            pattern = re.sub(r"\\\{\w+\\\}|%n", ".+", re.escape(source).replace("%n", "%n"))
            if len(re.sub(r"\.\+|\W", "", pattern)) > 7:
                filled.append(re.compile(pattern, re.DOTALL))
        else:
            whole.add(_bare(source))
    return frozenset(whole), tuple(filled)


def english(shown: QWidget, data: str) -> list[str]:
    """Return which words of a page are still English where the window is Chinese."""
    whole, filled = _english()
    found = []
    for widget, said in words(shown):
        bare = _bare(said)
        foreign = re.search("[A-Za-z]{4}", bare) and any(p.fullmatch(said) for p in filled)
        if (bare in whole or foreign) and bare != "English" and said.strip() not in data:
            found.append(f"{told(widget)} says “{said[:80]}”")
    return found


def unmarked(shown: QWidget, data: str) -> list[str]:
    """Return which words never went through translation; `data` is what was written into the casebook, or the guide."""
    found = []
    for widget, said in words(shown):
        if MARK not in said and any(_is_foreign(part, data) for part in re.split(r" · |\n|  |: ", _bare(said))):
            found.append(f"{told(widget)} says “{said[:80]}”")
    return found


_SAME_EVERYWHERE = re.compile(
    r"\(?(?:Ctrl|Alt|Shift|Esc|Del|Enter|Tab|F\d+)\b[^)]*\)?|\S*[@/\\.#_]\S*|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    r"|\d[\d-]* (?:hours|days|business days|minutes)|\b(?:Solana|Polygon|Arbitrum|bytes|Casebook|English|Between|and)\b"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b"
)
"""Keys, addresses, paths, dates and sizes as Qt writes them, spans as the guide does, names."""


def _is_foreign(part: str, data: str) -> bool:
    """Return whether a piece of text is the program's, and was not looked up."""
    left = part.rstrip("… ").strip("“”.·— ")
    if left in data or not re.search("[a-z]{3}", left):
        return False
    pieces = (piece.strip(" <>(),—") for piece in re.split(_SAME_EVERYWHERE.pattern + "|, ", left))
    return any(re.search("[a-z]{3}", piece) and piece not in data for piece in pieces)


def _bare(said: str) -> str:
    return said.replace("&", "").strip()


def check_language(language: str, shown: QWidget, data: str) -> list[str]:
    """Return what a page says in another language than `language` (zh, or "doubled")."""
    if language == "zh":
        return english(shown, data)
    return unmarked(shown, data) if language == "doubled" else []


def _is_inside(widget: QWidget, shown: QWidget) -> bool:
    holder = widget.parentWidget()
    while holder is not None and holder is not shown:
        if isinstance(holder, _INSIDE):
            return True
        holder = holder.parentWidget()
    return widget.objectName().startswith("qt_scrollarea") or isinstance(widget, QScrollBar)


def top_levels(app: QApplication, window: QWidget) -> list[QWidget]:
    """Return what is on the screen beside the window."""
    return [each for each in app.topLevelWidgets() if each.isVisible() and each is not window]
