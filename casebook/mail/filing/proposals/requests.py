"""What a firm asks the user to supply: the sentence in which it asks, and the points below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casebook.mail.filing.proposals.kinds import Proposal, ProposalKind
from casebook.mail.filing.proposals.sentences import LONGEST, sentences

_ASKS = re.compile(
    r"\b(?:please|kindly|could you|would you|can you|we (?:need|require|ask)|you (?:need|are required|will need) to"
    r"|in order to (?:proceed|continue))\b[^.?!]{0,80}?\b(?:provid|send|submit|upload|attach|share|supply"
    r"|confirm your|fill"
    r"|complete the|record a|take a (?:photo|picture|selfie)|forward)"
    r"|请(?:您|你)?(?:尽快|先|重新|务必|于.{1,12}前|在.{1,12}内)?(?:提供|发送|發送|上传|上傳|提交|补充|補充"
    r"|附上|填写|拍摄|录制)"
    r"|(?:需要|烦请|麻烦)(?:您|你)(?:提供|发送|上传|提交|补充|填写|拍摄)",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"feedback|survey|rate (?:us|our)|do not share|never (?:send|share|provide)|don['’]t share|not (?:send"
    r"|share|provide)"
    r"|评价|满意度|切勿|请勿|不要(?:提供|发送|上传)",
    re.IGNORECASE,
)
_POINT = re.compile(r"^(?:[-*•·]|\d{1,2}[.)、])\s*\S")
_MOST, _MOST_POINTS = 6, 10


def requests(text: str) -> Iterator[Proposal]:
    """Yield the sentences that ask for something to be supplied, each with the list that follows it."""
    every = list(sentences(text))
    found = 0
    for number, (place, words) in enumerate(every):
        if not _ASKS.search(words) or _IDLE.search(words):
            continue
        points = [words]
        for _place, following in every[number + 1 : number + 1 + _MOST_POINTS]:
            if not words.endswith((":", "：")) or not _POINT.match(following):
                break
            points.append(following)
        yield Proposal(ProposalKind.REQUEST, "\n".join(points)[: LONGEST * 4], words, place=place)
        found += 1
        if found >= _MOST:
            return
