"""What stops a clock and what does not: a person's answer does; a machine's, a bounce, a bare "thanks" do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum

from casebook.journal.records import Contact
from casebook.journal.terms import Automatic, Channel, Direction
from casebook.journal.times import Precision

_LONGEST = 400
_SAME_DAY = timedelta(days=2)
"""Moments of one local day, wherever each was written down, lie no further apart."""
_ENGLISH = """
a again all and best contacting day dear email everyone faithfully for good got great greatly have hello hi i in is it
kind kindly letter lot madam mail many message much nice note noted of ok okay our out patience query reaching received
regards reply request respectfully sincerely sir so support team that the this ticket time to understanding us very
waiting warm we well wish with writing you your yours
"""
_CHINESE = """
谢谢 感谢 多谢 非常 十分 衷心 万分 您 你 们 的 了 已 已经 我们 我 收到 好的 好 明白 知悉 来信 来函 邮件 回复 消息 信息
反馈 耐心 等待 理解 支持 配合 客服 团队 尊敬 亲爱 用户 客户 先生 女士
此致 敬礼 祝好 顺祝 商祺 生活愉快 祝 对 于 与 和 联系 再次 很
"""
_THANKS = frozenset({"thank", "thanks", "thankyou", "thx", "ty", "cheers", "appreciate", "appreciated"})
_POLITE = _THANKS | frozenset(_ENGLISH.split())
_POLITE_ZH = sorted(_CHINESE.split(), key=len, reverse=True)  # a phrase goes before the words in it
_THANKS_ZH = ("谢", "感谢")
_QUOTED = re.compile(r"^\s*(>|On .*wrote:|-----Original|发件人[:：]|在.*写道[:：])", re.IGNORECASE)


def bare_thanks(contact: Contact) -> bool:
    """Return whether the words of a contact say thanks and nothing else (quoted text and the name below left out).

    Whatever brings an attachment, a number, or any word beyond the polite ones is taken for an answer.
    """
    if contact.exhibits:
        return False
    text = _own_words(contact.own_text)
    if len(text) > _LONGEST or re.search(r"\d", text):
        return False
    for name in contact.agent.split():
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    chinese = re.sub(r"[^\u3400-\u9fff]+", "", text)
    english = re.findall(r"[^\W\d_\u3400-\u9fff]+", text.casefold())
    if not any(word in _THANKS for word in english) and not any(word in chinese for word in _THANKS_ZH):
        return False
    for phrase in _POLITE_ZH:
        chinese = chinese.replace(phrase, "")
    return not chinese and all(word in _POLITE for word in english)


class NoAnswer(StrEnum):
    """Why a contact answers nothing."""

    OWN = "own"
    AUTO_REPLY = "auto-reply"
    BOUNCE = "bounce"
    BOT = "bot"
    THANKS = "thanks"


def no_answer(contact: Contact) -> NoAnswer | None:
    """Return why a contact stops no clock, None where a person of the firm spoke and said more than thanks."""
    if contact.direction is Direction.OUT or contact.channel is Channel.HELP_CENTRE:  # nobody is asked there
        return NoAnswer.OWN
    if contact.automatic is not Automatic.NO:
        return NoAnswer.BOUNCE if contact.automatic is Automatic.BOUNCE else NoAnswer.AUTO_REPLY
    if contact.bot:
        return NoAnswer.BOT
    return NoAnswer.THANKS if contact.direction is Direction.IN and bare_thanks(contact) else None


def answers(contact: Contact) -> bool:
    """Return whether a person of the firm spoke in this contact, and said more than thanks."""
    return no_answer(contact) is None


def unanswered(contacts: Sequence[Contact]) -> list[Contact]:
    """Return the user's messages that no person has answered, the latest first."""
    waiting: list[Contact] = []
    found: list[Contact] = []
    for contact in sorted(contacts, key=lambda contact: (contact.happened.utc, contact.id), reverse=True):
        # What lies before the latest answer waits for none; of the days around it, only the order of recording tells.
        if found and contact.happened.utc < found[0].happened.utc - _SAME_DAY:
            break
        if answers(contact):
            found.append(contact)
        elif (
            not found
            and contact.direction is Direction.OUT
            and contact.channel is not Channel.HELP_CENTRE
            and not bare_thanks(contact)
        ):
            waiting.append(contact)
    latest = found[0].happened.utc if found else None
    return [
        contact
        for contact in waiting
        if (latest is None or contact.happened.utc > latest) and not any(_same_day(answer, contact) for answer in found)
    ]


def _same_day(answer: Contact, message: Contact) -> bool:
    """Return whether an answer of the same day, its hour unknown, was written down after the message."""
    if Precision.DATE not in (answer.happened.precision, message.happened.precision):
        return False
    return answer.happened.local.date() == message.happened.local.date() and answer.id > message.id


def _own_words(text: str) -> str:
    """Return the text above the signature mark and the quoted message."""
    own = []
    for line in text.splitlines():
        if line.rstrip() == "--" or _QUOTED.match(line):
            break
        own.append(line)
    return "\n".join(own).strip()
