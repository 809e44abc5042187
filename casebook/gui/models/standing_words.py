"""Who stands where, and why, in the user's language; guide and mail speak plain English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from casebook.gui.texts import capital
from casebook.guide.impostors import Found, Standing
from casebook.journal.terms import OfficialKind

if TYPE_CHECKING:
    from casebook.mail.authenticity.words import Fact

STANDINGS = {
    Standing.KNOWN: QT_TRANSLATE_NOOP("senders", "an official contact"),
    Standing.STALE: QT_TRANSLATE_NOOP("senders", "an official contact, verified long ago"),
    Standing.UNKNOWN: QT_TRANSLATE_NOOP("senders", "not in the register"),
    Standing.LOOK_ALIKE: QT_TRANSLATE_NOOP("senders", "looks like an official contact and is none"),
    Standing.NOT_THE_FIRM: QT_TRANSLATE_NOOP("senders", "says to be the firm and is no official contact"),
}
FINDINGS: dict[str, object] = {
    Found.OFFICIAL_ADDRESS: QT_TRANSLATE_NOOP(
        "senders", "{value} is an official contact of {firm}, verified by you on {day}"
    ),
    Found.OFFICIAL_DOMAIN: QT_TRANSLATE_NOOP(
        "senders", "the domain {value} is an official contact of {firm}, verified by you on {day}"
    ),
    Found.OFFICIAL_HANDLE: QT_TRANSLATE_NOOP(
        "senders", "the handle {value} is an official contact of {firm}, verified by you on {day}"
    ),
    Found.VERIFIED_LONG_AGO: QT_TRANSLATE_NOOP(
        "senders", "{value} was verified by you {days} days ago: look it up again"
    ),
    Found.WITHDRAWN: QT_TRANSLATE_NOOP("senders", "{value} was an official contact of {firm} and was withdrawn"),
    Found.NOTHING_VERIFIED: QT_TRANSLATE_NOOP(
        "senders", "it may be {firm}: no official contact of {firm} is in the register yet"
    ),
    Found.OTHER_ADDRESS: QT_TRANSLATE_NOOP(
        "senders", "{seen} belongs to {value}, which {firm} uses; this address is not in the register"
    ),
    Found.SAME_LETTERS: QT_TRANSLATE_NOOP(
        "senders", "{seen} looks like {value} ({firm}) and is written with other letters"
    ),
    Found.FEW_LETTERS: QT_TRANSLATE_NOOP("senders", "{seen} differs by a letter or two from {value} ({firm})"),
    Found.OTHER_ENDING: QT_TRANSLATE_NOOP("senders", "{seen} has the name of {value} ({firm}) and another ending"),
    Found.SUBDOMAIN: QT_TRANSLATE_NOOP("senders", "{seen} begins like {value} ({firm}) and belongs to somebody else"),
    Found.NAME_IN_DOMAIN: QT_TRANSLATE_NOOP("senders", "{seen} has the name of {firm} in it and is not {value}"),
    Found.MIXED_SCRIPTS: QT_TRANSLATE_NOOP("senders", "{seen} mixes letters of several alphabets that look alike"),
    Found.DISPLAY_NAME: QT_TRANSLATE_NOOP(
        "senders", "the name “{name}” says {firm}, the address {seen} is no official contact of it"
    ),
    Found.NAME_MENTIONS: QT_TRANSLATE_NOOP(
        "senders", "the name “{name}” mentions {firm}; {seen} is no official contact of it"
    ),
    Found.NAME_IS_ADDRESS: QT_TRANSLATE_NOOP(
        "senders", "the name shows the address {value} ({firm}), the mail says it comes from {seen}"
    ),
    Found.FREE_MAIL: QT_TRANSLATE_NOOP(
        "senders", "it says {firm} and comes from {host}, where anybody can have an address"
    ),
    Found.NAME_IN_ADDRESS: QT_TRANSLATE_NOOP(
        "senders", "{seen} has the name of {firm} before the @ and is no official contact of it"
    ),
    Found.RENTED_DESK: QT_TRANSLATE_NOOP(
        "senders", "{seen} is rented from a help desk or mail service under a name anybody can choose"
    ),
    Found.REPLY_ELSEWHERE: QT_TRANSLATE_NOOP("senders", "answers would go to {value}, which is no official contact"),
    Found.REPLY_LOOK_ALIKE: QT_TRANSLATE_NOOP(
        "senders", "answers would go to {value}, which looks like an official contact of {firm}"
    ),
}
FACTS = {
    "own": QT_TRANSLATE_NOOP("senders", "you sent this"),
    "unknown": QT_TRANSLATE_NOOP("senders", "{seen} is in no register: nothing speaks for it and nothing against it"),
    "forgeable": QT_TRANSLATE_NOOP(
        "senders", "anybody can write such a From line: only a signature or the server's word tells more"
    ),
    "link": QT_TRANSLATE_NOOP("senders", "a link leads to {host}, which looks like {firm} and is not theirs"),
    "said": QT_TRANSLATE_NOOP(
        "senders", "{server} took the mail in and says: {results}; that is its word, nothing checked here"
    ),
    "said-unsure": QT_TRANSLATE_NOOP(
        "senders", "a line in the mail says that {server} found {results}; who wrote that line is not known"
    ),
    "said-fails": QT_TRANSLATE_NOOP(
        "senders", "{server} took the mail in and says that the sender does not match: {results}"
    ),
    "said-nothing": QT_TRANSLATE_NOOP("senders", "the server that took the mail in left no word on who sent it"),
    "code-present": QT_TRANSLATE_NOOP("senders", "the anti-phishing code of {firm} is in it"),
    "code-old": QT_TRANSLATE_NOOP(
        "senders", "an anti-phishing code of {firm} is in it that was in use until {until} only"
    ),
    "code-absent": QT_TRANSLATE_NOOP("senders", "the anti-phishing code of {firm} is not in it"),
    "code-pictures": QT_TRANSLATE_NOOP(
        "senders", "the anti-phishing code of {firm} is not in its words; it may stand in a picture"
    ),
    "code-encrypted": QT_TRANSLATE_NOOP(
        "senders", "whether the anti-phishing code of {firm} is in it cannot be told: it is encrypted"
    ),
    "code-before": QT_TRANSLATE_NOOP("senders", "the anti-phishing code of {firm} was set after this was sent"),
    "code-too-long": QT_TRANSLATE_NOOP(
        "senders", "the anti-phishing code of {firm} is not in the parts that were searched"
    ),
    "unsigned": QT_TRANSLATE_NOOP("senders", "it carries no DKIM signature"),
    "signed": QT_TRANSLATE_NOOP(
        "senders", "it carries a DKIM signature of {domain} that was not checked: the key must be fetched first"
    ),
    "dkim-pass": QT_TRANSLATE_NOOP(
        "senders", "{domain} signed these headers and this body: checked with the key that was fetched on {day}"
    ),
    "dkim-fail": QT_TRANSLATE_NOOP("senders", "the DKIM signature of {domain} does not fit: {detail}"),
    "dkim-no-key": QT_TRANSLATE_NOOP("senders", "the key of the DKIM signature of {domain} is not to be had: {detail}"),
    "dkim-unsigned": QT_TRANSLATE_NOOP("senders", "it carried no DKIM signature when it was checked on {day}"),
    "dkim-unreadable": QT_TRANSLATE_NOOP("senders", "the DKIM signature of {domain} cannot be checked: {detail}"),
    "dkim-limits": QT_TRANSLATE_NOOP("senders", "of that signature: {detail}"),
    "dkim-other": QT_TRANSLATE_NOOP(
        "senders", "that signature is of {domain}, not of {host}: it says nothing about the address of the sender"
    ),
    "dkim-differs": QT_TRANSLATE_NOOP(
        "senders", "with the stored key the signature of {domain} now comes to '{result}': something has changed"
    ),
    "dkim-person": QT_TRANSLATE_NOOP("senders", "a signature tells which domain sent it, not which person wrote it"),
    "not-as-sent": QT_TRANSLATE_NOOP(
        "senders", "it is kept as an Outlook file, which is not the message as it was sent: nothing to check in it"
    ),
    "raw-missing": QT_TRANSLATE_NOOP("senders", "the message itself cannot be read: {reason}"),
}

KINDS = {
    OfficialKind.ADDRESS: QT_TRANSLATE_NOOP("senders", "mail address"),
    OfficialKind.DOMAIN: QT_TRANSLATE_NOOP("senders", "domain of mail addresses"),
    OfficialKind.HANDLE: QT_TRANSLATE_NOOP("senders", "handle"),
    OfficialKind.PHONE: QT_TRANSLATE_NOOP("senders", "phone number"),
    OfficialKind.SITE: QT_TRANSLATE_NOOP("senders", "web site"),
}
DETAILS = (
    QT_TRANSLATE_NOOP("senders", "the signature is not written as the standard asks"),
    QT_TRANSLATE_NOOP("senders", "the signature cannot be checked: {reason}"),
    QT_TRANSLATE_NOOP("senders", "the signature names no domain that could be asked"),
    QT_TRANSLATE_NOOP("senders", "there is no key"),
    QT_TRANSLATE_NOOP("senders", "what is kept at that name is no key"),
    QT_TRANSLATE_NOOP("senders", "the key was taken back by the domain"),
    QT_TRANSLATE_NOOP("senders", "the name server has no key there (any more)"),
    QT_TRANSLATE_NOOP("senders", "the message cannot be read as the standard asks"),
    QT_TRANSLATE_NOOP("senders", "the body is not the one that was signed"),
    QT_TRANSLATE_NOOP("senders", "the headers are not the ones that were signed, or the key is another"),
    QT_TRANSLATE_NOOP("senders", "only the first {count} characters of the body are signed"),
    QT_TRANSLATE_NOOP("senders", "the From line is not signed"),
    QT_TRANSLATE_NOOP("senders", "the subject is not signed"),
    QT_TRANSLATE_NOOP("senders", "signed with SHA-1, which no longer counts as safe"),
    QT_TRANSLATE_NOOP("senders", "the signature says of itself that it is valid until {time} UTC"),
)


def kind_label(kind: OfficialKind) -> str:
    """Return the caption of a kind of official contact, with a large first letter."""
    return capital(_tr(KINDS[kind]))


def standing_label(standing: Standing) -> str:
    """Return a few words on where a sender stands."""
    return capital(_tr(STANDINGS[standing]))


def fact_text(fact: Fact) -> str:
    """Return a fact as one sentence."""
    values = dict(fact.values)
    if "detail" in values:
        values["detail"] = detail_text(values["detail"])
    return _sentence(FACTS.get(fact.what) or FINDINGS[fact.what], values)


def detail_text(detail: str) -> str:
    """Return what a DKIM check says of itself; what is not known stays as it is."""
    return "; ".join(_detail(part) for part in detail.split("; "))


def _sentence(source: object, values: Mapping[str, str]) -> str:
    template = _tr(source)
    words = template.format(**values)
    return words if template.startswith("{") else capital(words)  # an address keeps its letters


def _detail(part: str) -> str:
    for template in map(str, DETAILS):
        if found := _pattern(template).fullmatch(part):
            return _tr(template).format(**found.groupdict())
    return part


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(template)), re.DOTALL)


def _tr(text: object) -> str:
    return QCoreApplication.translate("senders", str(text))
