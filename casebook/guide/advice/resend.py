"""The resend guard: how long ago a message went out, what the rule is, what a duplicate costs. It forbids nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casebook.guide.advice.courtesy import unanswered
from casebook.guide.advice.spans import left, span
from casebook.guide.dates import deadlines, wording
from casebook.guide.dates.explanation import Explanation
from casebook.guide.dates.rules import LANGUAGES, Action, Rule
from casebook.journal.records import Contact, Firm
from casebook.journal.terms import Channel
from casebook.journal.times import Precision
from casebook.journal.times import zone as zone_of

_SAID = re.compile(
    r"已发送过|已發送過|已经?发过|sent\s+(once|twice|\w+\s+times)?\s*already|already\s+sent", re.IGNORECASE
)
_WORDS = {
    "en": {
        "sent": "Last sent {ago} ago ({when}), and nobody has answered yet.",
        "wait": "Sending it again is in order from {until} ({left} left).",
        "nudge-later": "You may ask politely for progress, in the same place, from {nudge}.",
        "nudge-now": "Ask politely for progress in the same place now; the whole message again only from {until}"
        " ({left} left).",
        "nudge-only": "Ask politely for progress in the same place rather than sending it all again.",
        "over": "The time to wait is over since {until}: you may send it again. Say in the subject that it was sent"
        " once already, and give the earlier time and subject.",
        "cost": "A duplicate slows the case down: the guide says so three times.",
        "often": "You have written {times} times without an answer: the next step of the ladder helps more than a"
        " further copy.",
        "free": "No message of yours waits for an answer here.",
        "no-limit": "The guide names no time to wait here.",
        "elsewhere": "{what} of {when} still waits: name it, so that two people do not begin anew.",
        "brief-wait": "Last sent {ago} ago, {left} left before it may go again; a duplicate slows the case down.",
        "brief-nudge": "Last sent {ago} ago: ask for progress only; {left} left before all of it may go again.",
        "brief-nudge-only": "Last sent {ago} ago: ask for progress only; a duplicate slows the case down.",
        "brief-again": "Sent {ago} ago without an answer: say in the subject that it was sent once already.",
    },
    "zh": {
        "sent": "上次发送是 {ago}前（{when}），尚无人回复。",
        "wait": "{until} 起方可重新发送（还差 {left}）。",
        "nudge-later": "{nudge} 起可在原处礼貌询问进度。",
        "nudge-now": "现在可在原处礼貌询问进度；整封重新发送须等到 {until}（还差 {left}）。",
        "nudge-only": "请在原处礼貌询问进度，不要整条重新发送。",
        "over": "等待期已于 {until} 届满，可以重新发送：请在主题中注明“已发送过一次”，并写明上次的发送时间和主题。",
        "cost": "重复发送会拖慢处理：指南三次提到这一点。",
        "often": "已写过 {times} 次仍无回复：再发一份不如走升级投诉的下一步。",
        "free": "这里没有等待回复的消息。",
        "no-limit": "指南没有给出此渠道的等待时间。",
        "elsewhere": "{when}的{what}仍在等待回复：请提及它，以免两人从头处理。",
        "brief-wait": "上次发送是 {ago}前，还差 {left}方可重新发送；重复发送会拖慢处理。",
        "brief-nudge": "上次发送是 {ago}前：现在只宜催问进度，还差 {left}方可整封重新发送。",
        "brief-nudge-only": "上次发送是 {ago}前：只宜催问进度，重复发送会拖慢处理。",
        "brief-again": "{ago}前已发送，尚无回复：请在主题中注明“已发送过一次”。",
    },
}
_WHAT = {
    "en": {Channel.EMAIL: "The email", Channel.TICKET: "The ticket", Channel.CHAT: "The chat message"},
    "zh": {Channel.EMAIL: "邮件", Channel.TICKET: "工单", Channel.CHAT: "聊天消息"},
}
_MESSAGE = {"en": "The message", "zh": "消息"}


class Verdict(StrEnum):
    """What the guide thinks of sending now."""

    FREE = "free"
    WAIT = "wait"
    NUDGE_FIRST = "nudge-first"
    RESEND = "resend"


@dataclass(frozen=True, slots=True)
class ResendCheck:
    """What is to be known before a message goes out on `channel`.

    `sent` is the latest message there that nobody answered, `elapsed` how long ago that was, `times` how often one
    went out since the last answer. `limit` is when it may be sent again (or asked about, where no rule speaks of
    sending again), `nudge` when one may ask. `reasons` is the advice by language, `brief` the same in one line.
    """

    channel: Channel
    sent: Contact | None
    elapsed: timedelta
    times: int
    limit: Explanation | None
    nudge: Explanation | None
    verdict: Verdict
    reasons: Mapping[str, str]
    brief: Mapping[str, str]

    @property
    def warns(self) -> bool:
        """Whether there is something to think about before sending."""
        return self.verdict in {Verdict.WAIT, Verdict.NUDGE_FIRST}


def check(
    rules: Iterable[Rule], firm: Firm, contacts: Sequence[Contact], now: datetime, zone: str, *, channel: Channel
) -> ResendCheck:
    """Return whether the user's last message on a channel may be sent again at `now`; times are told in `zone`."""
    waiting = unanswered(contacts)
    there = [contact for contact in waiting if contact.channel is channel]
    if not there:
        told = {language: _free(language, waiting) for language in LANGUAGES}
        return ResendCheck(channel, None, timedelta(), 0, None, None, Verdict.FREE, told, told)
    sent, steps = there[0], {rule.action: rule for rule in rules if rule.channel is channel}
    nudge, resend = (
        deadlines.due(step, sent.happened, firm.country, firm.zone or zone, zone_known=bool(firm.zone))
        if (step := steps.get(action)) and step.unit
        else None
        for action in (Action.NUDGE, Action.RESEND)
    )
    verdict = _verdict(now, nudge, resend)
    elapsed = max(now - sent.happened.utc, timedelta())
    found = ResendCheck(channel, sent, elapsed, len(there), resend or nudge, nudge, verdict, {}, {})
    told = {language: _told(language, found, resend, now, zone) for language in LANGUAGES}
    return replace(found, reasons=told, brief={name: _brief(name, found, resend, now, told) for name in LANGUAGES})


def says_so(subject: str) -> bool:
    """Return whether a subject says that the message was sent before, as the guide asks of a second sending."""
    return _SAID.search(subject) is not None


def _verdict(now: datetime, nudge: Explanation | None, resend: Explanation | None) -> Verdict:
    if resend and now >= resend.due_at:
        return Verdict.RESEND
    if nudge and now >= nudge.due_at:
        return Verdict.NUDGE_FIRST
    return Verdict.WAIT if nudge or resend else Verdict.FREE


def _told(language: str, found: ResendCheck, resend: Explanation | None, now: datetime, zone: str) -> str:
    words, speak = _WORDS[language], wording.words(language)
    assert found.sent is not None
    parts = [words["sent"].format(ago=span(found.elapsed, language), when=_which(language, found.sent))]

    def at(explanation: Explanation | None) -> str:
        return speak.time(explanation.due_at.astimezone(zone_of(zone))) if explanation else ""

    nudge_first = found.verdict is Verdict.NUDGE_FIRST
    if found.verdict is Verdict.FREE:
        parts.append(words["no-limit"])
    elif found.verdict is Verdict.RESEND:
        parts.append(words["over"].format(until=at(resend)))
    elif resend is None:
        parts.append(words["nudge-only" if nudge_first else "nudge-later"].format(nudge=at(found.nudge)))
    else:
        rest = left(resend, now, language)
        parts.append(words["nudge-now" if nudge_first else "wait"].format(until=at(resend), left=rest))
        if found.nudge and not nudge_first and found.nudge.due_at < resend.due_at:
            parts.append(words["nudge-later"].format(nudge=at(found.nudge)))
    if found.warns:
        parts.append(words["cost"])
    if found.times > 1:
        parts.append(words["often"].format(times=found.times))
    return speak.JOIN.join(parts)


def _brief(
    language: str, found: ResendCheck, resend: Explanation | None, now: datetime, told: Mapping[str, str]
) -> str:
    """Return the advice in one line; where there is none to give, all that is told."""
    if found.verdict is Verdict.FREE:
        return told[language]
    which = {Verdict.WAIT: "brief-wait", Verdict.NUDGE_FIRST: "brief-nudge", Verdict.RESEND: "brief-again"}
    key = which[found.verdict]
    if found.verdict is Verdict.NUDGE_FIRST and resend is None:
        key = "brief-nudge-only"
    rest = left(found.limit, now, language) if found.limit else ""
    return _WORDS[language][key].format(ago=span(found.elapsed, language), left=rest)


def _which(language: str, sent: Contact) -> str:
    speak, when = wording.words(language), sent.happened.local
    text = speak.day(when.date()) if sent.happened.precision is Precision.DATE else speak.time(when)
    if not sent.subject:
        return text
    return f"{text}，“{sent.subject}”" if language == "zh" else f"{text}, “{sent.subject}”"


def _free(language: str, waiting: Sequence[Contact]) -> str:
    words = _WORDS[language]
    if not waiting:
        return words["free"]
    other = waiting[0]
    what = _WHAT[language].get(other.channel, _MESSAGE[language])
    day = wording.words(language).day(other.happened.local.date())
    return wording.words(language).JOIN.join((words["free"], words["elsewhere"].format(what=what, when=day)))
