"""What the next click is likely to need, loaded while nobody waits for it."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import suppress
from importlib import import_module

from casebook.journal.progress import Progress

ROOMS = (
    "casebook.guide.impostors.assess",
    "casebook.guide.impostors.words",
    "selectolax.lexbor",
    "casebook.mail.message.html",
    "casebook.mail.message.page",
    "casebook.mail.authenticity.signatures",
    "casebook.mail.authenticity.who",
    "casebook.mail.authenticity.words",
    "dkim.util",
    "dkim",
    "casebook.mail.filing.proposals.offers",
    "casebook.mail.filing.matching",
    "casebook.dossier.collect",
    "casebook.dossier.gaps.report",
    "casebook.dossier.printing",
    "casebook.dossier.export",
    "casebook.dossier.forecast",
    "casebook.mail.importer",
    "casebook.mail.preview",
    "casebook.mail.report",
    "casebook.guide.after_talk",
)
"""What a look at a mail, at the gaps of a case, an export or an import loads. Nothing of Qt is among it: PySide makes
its classes when they are first named, and not for two threads at once."""


def load() -> Generator[Progress, None, None]:
    """Load it one after another; what cannot be loaded is left to whoever needs it, who says why."""
    for number, name in enumerate(ROOMS):
        yield Progress(number, len(ROOMS), "modules")
        with suppress(ImportError):
            import_module(name)
