"""How a step of the ladder stands, in plain English and plain Chinese."""

from __future__ import annotations

from datetime import datetime

from casebook.guide.advice.ladder import Rung, State, Why
from casebook.guide.dates import wording
from casebook.guide.dates.explanation import Explanation
from casebook.journal.times import Precision
from casebook.journal.times import zone as zone_of

STATES = {
    "en": {
        State.DONE: "done",
        State.SKIPPED: "not needed",
        State.OPEN: "open",
        State.LATER: "later",
        State.CLOSED: "closed",
    },
    "zh": {
        State.DONE: "已完成",
        State.SKIPPED: "不需要",
        State.OPEN: "可以进行",
        State.LATER: "尚未到时",
        State.CLOSED: "已截止",
    },
}
_WORDS = {
    "en": {
        "done": "Done on {when}.",
        "marked": "You marked it as done.",
        "skipped": "You marked it as not needed.",
        "gone": "",
        "next": "Next, if the answer so far does not settle it.",
        "beside": "May be taken beside the others, at any time.",
        "open": "May be taken now.",
        "since": "May be taken since {when}.",
        "later": "Not before {when}.",
        "closes": "Closes for ever on {when}.",
        "closed": "Closed for ever since {when}.",
        "answer": "An answer is due by {when}.",
        "over": "An answer was due by {when}.",
        Why.NO_MESSAGE: "Only while a message of yours waits for an answer; none does now.",
        Why.WRITE_FIRST: "Ask the firm first, in chat or in writing.",
        Why.COMPLAIN_FIRST: "Make a formal complaint to the firm first.",
        Why.PICK_RULES: "From when and until when depends on your country: pick the rules that fit under Deadlines.",
    },
    "zh": {
        "done": "已于{when}进行。",
        "marked": "您已标为完成。",
        "skipped": "您已标为不需要。",
        "gone": "",
        "next": "若目前的答复不能解决问题，下一步即此。",
        "beside": "可随时与其他步骤并行。",
        "open": "现在可以进行。",
        "since": "自{when}起可以进行。",
        "later": "不早于{when}。",
        "closes": "{when}后永久截止。",
        "closed": "已于{when}永久截止。",
        "answer": "答复期限：{when}。",
        "over": "答复期限已过：{when}。",
        Why.NO_MESSAGE: "仅当您有消息等待回复时适用；目前没有。",
        Why.WRITE_FIRST: "请先通过在线客服或书面方式询问平台。",
        Why.COMPLAIN_FIRST: "请先向平台提交正式投诉。",
        Why.PICK_RULES: "起止时间因国家而异：请在“期限”中选择适用的规则。",
    },
}


def standing(rung: Rung, now: datetime, zone: str, language: str) -> str:
    """Return how a rung stands: when it was taken, may be taken, closes; times are told in `zone`."""
    words, speak = _WORDS["zh" if language == "zh" else "en"], wording.words(language)

    def at(when: datetime) -> str:
        return speak.time(when.astimezone(zone_of(zone)))

    parts = [_state(rung, now, language, at(rung.clock.due_at) if rung.clock else "")]
    if rung.why:
        parts.append(words[rung.why])
    if rung.answer_by is not None and rung.state is State.DONE:
        parts.append(words["answer" if rung.answer_by > now else "over"].format(when=at(rung.answer_by)))
    if rung.closes is not None and rung.state is not State.DONE:
        parts.append(words["closes" if rung.closes > now else "closed"].format(when=at(rung.closes)))
    if rung.note:
        parts.append(f"“{rung.note}”")
    return speak.JOIN.join(filter(None, parts))


def explanations(rung: Rung) -> list[Explanation]:
    """Return how the dates of a rung were found, each once."""
    found: list[Explanation] = []
    for each in (rung.clock, rung.limit, rung.answer):
        if each is not None and each not in found:
            found.append(each)
    return found


def _state(rung: Rung, now: datetime, language: str, at: str) -> str:
    words, speak = _WORDS["zh" if language == "zh" else "en"], wording.words(language)
    if rung.state is State.DONE and rung.done is not None:
        when = rung.done.local
        day_only = rung.done.precision is Precision.DATE
        return words["done"].format(when=speak.day(when.date()) if day_only else speak.time(when))
    if rung.state is State.LATER:
        return words["later"].format(when=at) if rung.clock and rung.clock.due_at > now else ""
    if rung.state is State.OPEN:
        which = "since" if at else "next" if rung.next else "beside" if rung.step.beside else "open"
        return words[which].format(when=at)
    return words[{State.DONE: "marked", State.SKIPPED: "skipped", State.CLOSED: "gone"}[rung.state]]
