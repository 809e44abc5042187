"""How a firm has done so far, in figures: how long its answers take, what became of its promises, what is at stake."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from casebook.journal.core import Core
from casebook.journal.errors import NotFound
from casebook.journal.store.database import one, rows
from casebook.journal.terms import CaseStatus, Channel, PromiseState
from casebook.journal.times import Precision, from_text, to_text

_OF_FIRM = "k.firm_id = ? AND k.deleted_at IS NULL AND c.deleted_at IS NULL AND c.channel <> 'help-centre'"
# Each stretch of waiting: from the user's first message after an answer to the next answer by a person. A bounce, an
# auto-reply or a bot is no answer, as everywhere else. Behind them, of each conversation that was written down as one
# contact, how long it took until somebody came, where the user noted that. The contacts are read once for both.
_WAITS = f"""WITH said AS MATERIALIZED (
  SELECT c.id, c.case_id, c.happened_at AS at, c.channel, c.happened_precision AS precise, c.direction = 'out' AS asks,
    c.direction <> 'out' AND c.automatic = '' AND c.bot IS NOT 1 AS answers,
    CASE WHEN c.direction = 'both' AND c.bot IS NOT 1 THEN json_extract(c.details, '$.waited') END AS waited
  FROM "case" k JOIN contact c ON c.case_id = k.id WHERE {_OF_FIRM}),
turned AS MATERIALIZED (
  SELECT *, sum(answers) OVER (PARTITION BY case_id ORDER BY at, id ROWS UNBOUNDED PRECEDING) AS turn FROM said)
SELECT a.case_id, a.channel, a.at, a.precise, b.at, b.precise, k.closed_at, NULL
FROM (SELECT case_id, turn, min(at) AS at, channel, precise FROM turned WHERE asks GROUP BY case_id, turn) a
JOIN "case" k ON k.id = a.case_id
LEFT JOIN (SELECT case_id, turn, at, precise FROM turned WHERE answers) b
  ON b.case_id = a.case_id AND b.turn = a.turn + 1
UNION ALL SELECT case_id, channel, at, precise, NULL, NULL, NULL, waited FROM said WHERE waited IS NOT NULL"""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Answers:
    """How long a firm took to answer what was said on one channel, each time; the quickest first."""

    channel: Channel
    times: tuple[timedelta, ...]

    @property
    def mean(self) -> timedelta:
        """The average."""
        return sum(self.times, timedelta()) / len(self.times)

    @property
    def median(self) -> timedelta:
        """The one in the middle: half of the answers took longer."""
        return timedelta(seconds=statistics.median(each.total_seconds() for each in self.times))


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch in which the user waited for an answer; `until` is None while it lasts."""

    case_id: int
    since: datetime
    until: datetime | None
    span: timedelta


@dataclass(frozen=True, slots=True)
class FirmFigures:
    """What the record says of one firm. Only what was recorded counts; the bin does not."""

    open_cases: int
    closed_cases: int
    answers: tuple[Answers, ...]
    """By channel, most answers first; the channel is the one that was written on."""
    undated: int
    """Answers that no time can be told of, because only the day of the message or of the answer is known."""
    promises: Mapping[PromiseState, int]
    late: int
    """Open promises whose time is over."""
    silence: Silence | None
    """The longest."""
    stakes: tuple[tuple[Decimal, str], ...]
    """What the open cases are about: amount and asset, each asset once."""

    @property
    def kept_share(self) -> float | None:
        """Kept promises as a share of those that were kept or broken; None where none has been decided."""
        kept, broken = self.promises[PromiseState.KEPT], self.promises[PromiseState.BROKEN]
        return kept / (kept + broken) if kept + broken else None


class FirmsFigures:
    """Counts what is recorded of a firm."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def of_firm(self, firm_id: int) -> FirmFigures:
        """Return a firm's figures as of now. With 100,000 contacts it takes a moment. Raises NotFound."""
        run, now = self._core.database, self._core.clock()
        if not one(run, "SELECT 1 FROM firm WHERE id = ?", (firm_id,)):
            raise NotFound("there is no firm {number} in this casebook", number=firm_id)
        times, undated, silence = self._waits(firm_id, now)
        answers = [Answers(channel, tuple(sorted(each))) for channel, each in times.items()]
        own = 'FROM "case" WHERE firm_id = ? AND deleted_at IS NULL'
        states = dict(rows(run, f"SELECT status, count(*) {own} GROUP BY status", (firm_id,)))
        promised = 'FROM promise p JOIN "case" k ON k.id = p.case_id WHERE k.firm_id = ? AND k.deleted_at IS NULL'
        found = dict(rows(run, f"SELECT p.state, count(*) {promised} GROUP BY p.state", (firm_id,)))
        late = one(run, f"SELECT count(*) {promised} AND p.state = 'open' AND p.due_at < ?", (firm_id, to_text(now)))
        amounts = defaultdict[str, Decimal](Decimal)
        at_stake = f"SELECT amount, asset {own} AND status = 'open' AND amount <> ''"
        for amount, asset in rows(run, at_stake, (firm_id,)):
            amounts[asset] += Decimal(amount)
        return FirmFigures(
            states.get(str(CaseStatus.OPEN), 0),
            states.get(str(CaseStatus.CLOSED), 0),
            tuple(sorted(answers, key=lambda each: (-len(each.times), str(each.channel)))),
            undated,
            {state: found.get(str(state), 0) for state in PromiseState},
            late[0] if late else 0,
            silence,
            tuple((amount, asset) for asset, amount in sorted(amounts.items())),
        )

    def _waits(self, firm_id: int, now: datetime) -> tuple[defaultdict[Channel, list[timedelta]], int, Silence | None]:
        """Return how long each answer took, how many cannot be told, and the longest wait."""
        times, undated, longest = defaultdict[Channel, list[timedelta]](list), 0, None
        for case_id, channel, at, precise, answered, answered_precise, closed, noted in rows(
            self._core.database, _WAITS, (firm_id,)
        ):
            if noted is not None:
                times[Channel(channel)].append(timedelta(seconds=noted))
                continue
            since = from_text(at)
            until = from_text(answered or closed) if answered or closed else None
            silence = Silence(case_id, since, until, max((until or now) - since, timedelta()))
            if longest is None or silence.span > longest.span:
                longest = silence
            if answered and Precision.DATE in {precise, answered_precise}:
                undated += 1
            elif answered:
                times[Channel(channel)].append(silence.span)
        return times, undated, longest


def hours(span: timedelta) -> float:
    """Return a span in hours, to the hundredth, as figures are given."""
    return round(span / _HOUR, 2)
