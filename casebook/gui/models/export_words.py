"""Dossiers in words: for whom one was, how it was, and what changed since."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from casebook.dossier.choices import Choices
from casebook.dossier.since import Change, Counts
from casebook.gui import texts
from casebook.journal.outgoing import Export
from casebook.journal.terms import StampState

_READERS = {
    "outside": QT_TRANSLATE_NOOP("exports", "an outsider"),
    "firm": QT_TRANSLATE_NOOP("exports", "the firm itself"),
}
_FORMS = {"full": QT_TRANSLATE_NOOP("exports", "full"), "short": QT_TRANSLATE_NOOP("exports", "short")}
_LANGUAGES = {"en": "English", "zh": "中文"}
_PAPERS = {"a4": QT_TRANSLATE_NOOP("exports", "A4"), "letter": QT_TRANSLATE_NOOP("exports", "US Letter")}
_KEPT_BACK = {
    "purged": QT_TRANSLATE_NOOP("exports", "erased for good"),
    "recording": QT_TRANSLATE_NOOP("exports", "a recording without consent"),
    "twin": QT_TRANSLATE_NOOP("exports", "the same file as one that is redacted or kept back"),
    "carrier": QT_TRANSLATE_NOOP("exports", "it holds a file that is redacted or kept back"),
}


def _said(table: dict[str, object], key: str) -> str:
    return QCoreApplication.translate("exports", str(table[key])) if key in table else key


def reader(audience: str, recipient: str = "") -> str:
    """Return for whom a dossier is: the recipient as the user wrote it, else the kind of reader."""
    return " ".join(recipient.split()) or _said(_READERS, audience)


def shape(choices: Choices | Export) -> str:
    """Return `full · English · A4`."""
    language = _LANGUAGES.get(choices.language, choices.language)
    return texts.joined(_said(_FORMS, choices.form), language, _said(_PAPERS, choices.paper))


def kept_back(reason: str) -> str:
    """Return why nothing of an exhibit goes out."""
    return _said(_KEPT_BACK, reason)


def stamp(export: Export) -> str:
    """Return where the time stamp of a dossier stands, empty where none was asked for."""
    if export.stamp is StampState.STAMPED:
        words = QCoreApplication.translate("exports", "time stamp of {host}")
    elif export.stamp is StampState.WAITING:
        words = QCoreApplication.translate("exports", "waits for the time stamp of {host}")
    else:
        return ""
    return words.replace("{host}", export.stamp_host)


def signed(export: Export) -> str:
    """Return by whom a dossier was signed."""
    if not export.signed_by:
        return QCoreApplication.translate("exports", "not signed")
    return QCoreApplication.translate("exports", "signed by {name}").replace("{name}", export.signed_by)


def changes(since: Counts) -> list[str]:
    """Return what changed since a dossier, one line for each kind of record and what became of it."""
    said = Plurals()
    return [words for (kind, change), n in sorted(since.items()) if (words := said.line(kind, change, n))]


class Plurals(QObject):
    """Sentences whose words depend on a number."""

    def line(self, kind: str, change: Change, n: int) -> str:
        """Return `3 contacts added`."""
        if kind == "case":
            return self.tr("The facts of the case itself changed")
        if change is Change.ADDED:
            return self._added(kind, n)
        return self._removed(kind, n) if change is Change.REMOVED else self._changed(kind, n)

    def parts(self, n: int) -> str:
        """Return `3 parts`."""
        return self.tr("%n part(s)", "", n)

    def exhibits(self, n: int) -> str:
        """Return `27 exhibits`."""
        return self.tr("%n exhibit(s)", "", n)

    def mails(self, n: int) -> str:
        """Return `14 original mails`."""
        return self.tr("%n original mail(s)", "", n)

    def characters(self, n: int) -> str:
        """Return the sentence before the characters that are shown by their code."""
        return self.tr("%n character(s) cannot be printed as they are; the dossier shows their code:", "", n)

    def printed_as_codes(self, n: int) -> str:
        """Return the sentence on a dossier that holds such characters."""
        return self.tr("%n character(s) that cannot be printed stand in it as a code.", "", n)

    def stopping(self, n: int) -> str:
        """Return `2 stop the dossier`."""
        return self.tr("%n stop(s) the dossier", "", n)

    def findings(self, n: int) -> str:
        """Return `3 findings`, or that there are none."""
        return self.tr("%n finding(s)", "", n) if n else self.tr("nothing open")

    def _added(self, kind: str, n: int) -> str:  # noqa: PLR0911 - one line a kind
        match kind:
            case "contact":
                return self.tr("%n contact(s) added", "", n)
            case "exhibit":
                return self.tr("%n exhibit(s) added", "", n)
            case "promise":
                return self.tr("%n promise(s) added", "", n)
            case "request":
                return self.tr("%n request(s) added", "", n)
            case "reference" | "ticket":
                return self.tr("%n reference(s) or ticket number(s) added", "", n)
            case "transfer" | "loss":
                return self.tr("%n line(s) on transfers and loss added", "", n)
            case "redaction":
                return self.tr("%n redacted copy(ies) made", "", n)
            case "answer":
                return self.tr("%n answer(s) to the gap report given", "", n)
        return self.tr("%n other record(s) added", "", n)

    def _changed(self, kind: str, n: int) -> str:  # noqa: PLR0911 - one line a kind
        match kind:
            case "contact":
                return self.tr("%n contact(s) amended", "", n)
            case "exhibit":
                return self.tr("%n exhibit(s) described anew", "", n)
            case "promise":
                return self.tr("%n promise(s) answered", "", n)
            case "request":
                return self.tr("%n request(s) supplied", "", n)
            case "transfer" | "loss":
                return self.tr("%n line(s) on transfers and loss changed", "", n)
            case "answer":
                return self.tr("%n answer(s) to the gap report changed", "", n)
        return self.tr("%n other record(s) changed", "", n)

    def _removed(self, kind: str, n: int) -> str:
        match kind:
            case "contact":
                return self.tr("%n contact(s) removed", "", n)
            case "exhibit":
                return self.tr("%n exhibit(s) removed", "", n)
            case "transfer" | "loss":
                return self.tr("%n line(s) on transfers and loss removed", "", n)
            case "redaction":
                return self.tr("%n redaction(s) taken back", "", n)
            case "mail":
                return self.tr("%n original mail(s) erased for good", "", n)
        return self.tr("%n other record(s) removed", "", n)
