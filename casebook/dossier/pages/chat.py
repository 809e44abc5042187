"""Read a pasted chat as numbered lines: who, when, what. Nothing is dropped; what fits no form stays as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from casebook.journal.records import Contact
from casebook.journal.terms import Channel

_CHANNELS = frozenset({Channel.CHAT, Channel.IN_APP, Channel.VIP, Channel.SOCIAL, Channel.PHONE})
_FEWEST = 2
"""A text in which fewer lines name a speaker is no transcript."""

_DATE = r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}月\d{1,2}日"
_CLOCK = r"(?:[上下]午 ?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:UTC|GMT)[+-]?[\d:]*)?"
_STAMP = rf"(?:(?:{_DATE})[,，]? ?)?{_CLOCK}"
# A name: no sentence in it, so that "Note to myself. I said: …" is none.
_STOPS = r":：\[\]()（）,，.。!！?？;；\"“”<>|/\\\n"
_NAME = rf"[^\s\d{_STOPS}](?:[^{_STOPS}]{{0,38}}?[^\s{_STOPS}])??"
_TAG = r"(?: ?[(（\[][^()（）\[\]\n]{1,24}[)）\]])?"

_TIMED = tuple(
    re.compile(form)
    for form in (
        # [14:03] Lily: text     14:03 Lily: text     16/11/2026, 14:03 - Lily: text
        rf"[\[(（【]?(?P<time>{_STAMP})[\])）】]? *(?:[-–—|] *)?(?P<who>{_NAME}{_TAG}) ?[:：] *(?P<text>.*)",
        # Lily (14:03): text     Lily 14:03: text     Lily, [16.11.2026 14:03]: text
        rf"(?P<who>{_NAME}{_TAG}),? ?[\[(（]?(?P<time>{_STAMP})[\])）]? ?[:：] *(?P<text>.*)",
    )
)
# The words stand below: Lily 14:03     Lily, [16.11.2026 14:03]     14:03 Lily
_HEADED = tuple(
    re.compile(form)
    for form in (
        rf"(?P<who>{_NAME}{_TAG}),? +[\[(（]?(?P<time>{_STAMP})[\])）]?(?P<text>)",
        rf"[\[(（]?(?P<time>{_STAMP})[\])）]? +(?P<who>{_NAME}{_TAG})(?P<text>)",
    )
)
# Lily: text
_NAMED = (re.compile(rf"(?P<time>)(?P<who>{_NAME}{_TAG}) ?[:：](?!//) *(?P<text>.*)"),)
_SELF = frozenset(
    {"me", "i", "you", "user", "customer", "agent", "support", "bot", "我", "本人", "您", "用户", "客服", "机器人"}
)
_NOTICE = re.compile(
    rf"(?:[\[(（]?(?P<time>{_STAMP})[\])）]? *(?:[-–—|] *)?)?"
    r"(?P<text>[\[(（【].*[\])）】]|\*{2,}.*|[-–—=]{2,}.*"
    r"|.*(?i:\b(?:joined|left|ended|deleted|unsent|transferred|connected|assigned|disconnected)\b"
    r"|加入|离开|退出|撤回|已删除|结束|转接|接入|断开|系统消息).*)"
)
_EVENT = re.compile(r"[\[(（【*=–—-]")
# 1  2026-11-20 14:03  Lily: text     2  14:05  [Lily: call, 35 s]: as an imported chat is kept. Further rows of a line
# are indented there, so that nobody's words pass for somebody else's line.
_NUMBERED = re.compile(
    r"(?P<number>\d{1,6})  (?:(?P<time>(?:\d{4}-\d\d-\d\d )?\d\d:\d\d)  )?"
    r"(?:(?P<who>\"[^\"]*\"|[^:：\[\]\"]+): )?(?P<text>.*)"
)
_INDENT = "    "


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a chat. `who` is empty where nobody is named: a notice of the system, or words before the first."""

    who: str
    time: str
    text: str
    notice: bool = False


def transcript(contact: Contact) -> list[Said]:
    """Return the lines of a contact's words if they are a transcript, else none."""
    return lines(contact.text, contact.agent) if contact.channel in _CHANNELS else []


def lines(text: str, agent: str = "") -> list[Said]:
    """Return the lines of a chat, none if the text is not one. Words without a speaker go on with the last one."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if numbered := _numbered(rows):
        return numbered
    forms = _forms([row.strip() for row in rows], agent)
    said: list[Said] = []
    for row in rows if forms else []:
        waiting = bool(said) and bool(said[-1].who) and not said[-1].text
        found = None if waiting and forms is _HEADED else _parsed(row.strip(), forms)
        if found:
            said.append(found)
        elif said and not said[-1].notice and (row.strip() or said[-1].text):
            said[-1] = replace(said[-1], text=f"{said[-1].text}\n{row}" if said[-1].text else row)
        elif row.strip():
            said.append(Said("", "", row))
    return [replace(one, text=one.text.rstrip()) for one in said]


def _numbered(rows: list[str]) -> list[Said]:
    """Return the lines of a chat that is numbered already; none where a number is missing or a row is not indented."""
    said: list[Said] = []
    for row in rows:
        if said and row.startswith(_INDENT):
            said[-1] = replace(said[-1], text=f"{said[-1].text}\n{row.removeprefix(_INDENT)}")
            continue
        found = _NUMBERED.fullmatch(row)
        telling = found and (found["time"] or found["who"] or _EVENT.match(found["text"]))
        if not found or not telling or found["number"] != str(len(said) + 1):
            return []
        who = (found["who"] or "").strip('"')
        said.append(Said(who, found["time"] or "", found["text"], notice=not who))
    return said


def _forms(rows: list[str], agent: str) -> tuple[re.Pattern[str], ...]:
    """Return the forms in which this text names its speakers; none where it does not."""
    heads = [i for i, row in enumerate(rows) if _match(row, _HEADED) and not _event(row)]
    if len(heads) >= _FEWEST and all(i + 1 < len(rows) and rows[i + 1] and i + 1 not in heads for i in heads):
        return _HEADED
    if sum(_match(row, _TIMED) is not None for row in rows) >= _FEWEST:
        return _TIMED
    names = [found["who"].strip().casefold() for row in rows if (found := _match(row, _NAMED))]
    known = _SELF | ({agent.casefold()} if agent else set())
    # "Order: …" and "Amount: …" name nobody: somebody has to speak twice, or be known.
    if len(names) >= _FEWEST and (len(set(names)) < len(names) or known.intersection(names)):
        return _NAMED
    return ()


def _match(row: str, forms: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    return next((found for form in forms if (found := form.fullmatch(row))), None)


def _event(row: str) -> re.Match[str] | None:
    """Return the match of a notice of the system: it begins with a time or a bracket, and names an event."""
    found = _NOTICE.fullmatch(row)
    return found if found and (found["time"] or _EVENT.match(row)) else None


def _parsed(row: str, forms: tuple[re.Pattern[str], ...]) -> Said | None:
    notice = _event(row) if row else None
    if (found := _match(row, forms)) and not (notice and forms is _HEADED):
        return Said(found["who"], found["time"], found["text"])
    return Said("", notice["time"] or "", notice["text"], notice=True) if notice else None
