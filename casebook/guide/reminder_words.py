"""What a reminder says in another language than the one it was made in, where a template made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from casebook.guide.advice import suggest
from casebook.guide.dates import clocks
from casebook.guide.dates.rules import Rule
from casebook.journal.kinds import promises, requests
from casebook.journal.records import FollowUp

PROMISED: Mapping[str, str] = {"en": promises.RINGS, "zh": "对方承诺：“{words}”。兑现了吗？"}
"""What the reminder of a promise says."""
SUPPLY: Mapping[str, str] = {"en": requests.RINGS, "zh": "提供“{words}”，期限 {by}"}
"""What the reminder of a request says."""
_EARLIER = ("在 {by} 前提供：“{words}”",)
"""As requests were worded once; reminders made then are there still."""


def reason_in(language: str, follow_up: FollowUp, rules: Mapping[str, Rule]) -> str:
    """Return what a reminder says, in this language if a template made it; the user's own words stay as they are."""
    if worded := clocks.reason_in(rules, follow_up, language):
        return worded
    if follow_up.rule and (worded := suggest.reason_in(language, follow_up.reason)):
        return worded
    if follow_up.promise_id:
        return _retold(follow_up.reason, PROMISED.values(), PROMISED[language])
    if follow_up.request_id:
        return _retold(follow_up.reason, (*SUPPLY.values(), *_EARLIER), SUPPLY[language])
    return follow_up.reason


def _retold(reason: str, known: Iterable[str], wanted: str) -> str:
    for template in known:
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(template))
        if found := re.fullmatch(pattern, reason, re.DOTALL):
            return wanted.format(**found.groupdict())
    return reason
