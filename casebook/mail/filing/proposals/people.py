"""Who of the firm wrote: the name in the sender's line or below the closing words, and the number beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind

_ROLE = (
    r"(?:customer |client |technical |user |vip )?(?:support|service|care|success|help(?: ?desk)?|team|compliance|risk"
    r"|security|operations|agent|specialist|representative|manager|officer|department|dept|notifications?|no-?reply)"
)
_IN_BRACKETS = re.compile(
    rf"^(?P<name>[^()（）|<>@]{{2,40}}?)\s*[(（](?:[^()（）]{{0,40}}\s)?{_ROLE}\b.{{0,40}}$", re.IGNORECASE
)
_OF_FIRM = re.compile(r"^(?P<name>[^()|<>@]{2,40}?)\s*(?:\||\bvia\b|\bfrom\b|\bat\b|来自)\s*[^|]{2,60}$", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?mi)^[ \t]*(?:(?:kind|best|warm|with best|with kind)?\s*regards|best wishes|sincerely(?: yours)?"
    r"|yours (?:sincerely"
    r"|faithfully|truly)|best|cheers|thank you|many thanks|thanks|此致|敬上|祝好|顺颂商祺|祝您?生活愉快"
    r"|mit freundlichen grüßen"
    r"|viele grüße|cordialement|saludos"
    r"|atentamente)[ \t]*[,，.。!！]?[ \t]*\n(?:[ \t]*\n)?[ \t]*(?P<name>[^\n]{1,40}?)[ \t]*$"
)
_NUMBERED = re.compile(
    r"(?i:\bagent\s?(?:id|no\.?|number|#)|\b(?:employee|staff|operator)\s?(?:id|no\.?|number)|工号|工號"
    r"|客服编号|坐席号)"
    r"\s{0,2}[:：#]?\s{0,2}#?(?P<value>[A-Za-z]{0,4}\d{2,10})\b"
)
_CHINESE = re.compile(
    r"(?:我是|这里是|這裡是)?(?:在线|線上|人工)?(?:客服|专员|專員|顾问|經理"
    r"|经理)[ :：]?(?P<name>[\u4e00-\u9fff]{2,4}|[A-Z][a-z]{1,15})(?=[\s，。,.:：!！]|$)"
)
_CALLED = re.compile(
    r"\b(?:[Mm]y name is|[Tt]his is)\s(?P<name>[A-Z][a-z]{1,15}(?:\s[A-Z][a-z]{1,15})?)\b(?=[\s,.!]|$)"
)
_PERSON = re.compile(
    r"[A-Z][a-zÀ-ɏ'’-]{1,20}\.?(?:\s(?:[A-Z][a-zÀ-ɏ'’-]{0,20}\.?)){0,2}|[\u4e00-\u9fff·]{2,4}|[A-Z]{2,3}"
)
_NO_PERSON = re.compile(
    rf"\b{_ROLE}\b|客服|团队|團隊|中心|部门|平台|官方|小组|公司|\b(?:exchange|bank|pay|wallet|global|ltd|inc"
    rf"|gmbh|the|your|our"
    r"|dear|hello|regards|sent|please|this|account|ticket|case)\b",
    re.IGNORECASE,
)


def agents(text: str, sender_name: str) -> Iterator[Proposal]:
    """Yield who seems to have answered, the surest first. `text` is without the quote; the signature belongs to it."""
    numbered = _NUMBERED.search(text)
    number = numbered["value"] if numbered else ""
    names = dict[str, int]()
    for pattern in (_IN_BRACKETS, _OF_FIRM):
        if (found := pattern.match(sender_name.strip())) and _is_person(found["name"]):
            names.setdefault(found["name"].strip(), 0)
    for pattern in (_CALLED, _CHINESE, _CLOSING):
        for found in pattern.finditer(text):
            name = found["name"].strip(" ,，.。")
            if _is_person(name):
                names.setdefault(name, found.start("name"))
    for name, place in names.items():
        yield Proposal(ProposalKind.AGENT, name, agent_id=number, place=place)
    if numbered and not names:
        yield Proposal(ProposalKind.AGENT, "", agent_id=number, sure=True, place=numbered.start("value"))


def _is_person(name: str) -> bool:
    return bool(_PERSON.fullmatch(name.strip())) and not _NO_PERSON.search(name)
