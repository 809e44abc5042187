"""The JSON shape and the lines of a firm's figures: what its page in the window shows."""

from __future__ import annotations

from casebook.cli.output import instant, span
from casebook.cli.shapes import Shape, number, utc
from casebook.journal.kinds.firm_figures import Answers, FirmFigures, Silence, hours
from casebook.journal.terms import PromiseState


def figures(found: FirmFigures) -> Shape:
    """Return how a firm has done so far. Spans are in hours."""
    return {
        "cases": {"open": found.open_cases, "closed": found.closed_cases},
        "at_stake": [{"amount": f"{amount:f}", "asset": asset} for amount, asset in found.stakes],
        "answers": {
            str(each.channel): {
                "n": len(each.times),
                "mean_hours": hours(each.mean),
                "median_hours": hours(each.median),
                "longest_hours": hours(each.times[-1]),
            }
            for each in found.answers
        },
        "answers_without_time": found.undated,
        "promises": {str(state): count for state, count in found.promises.items()},
        "promises_late": found.late,
        "promises_kept_share": None if found.kept_share is None else round(found.kept_share, 3),
        "longest_silence": _silence(found.silence),
    }


def lines(found: FirmFigures, zone_name: str) -> list[tuple[str, str]]:
    """Return the same for reading, as names and words."""
    of = found.promises
    decided = of[PromiseState.KEPT] + of[PromiseState.BROKEN]
    share = f"; {found.kept_share:.0%} of {decided} decided" if found.kept_share is not None else ""
    late = f" ({found.late} late)" if found.late else ""
    told = ", ".join(
        f"{count} {state}{late if state is PromiseState.OPEN else ''}" for state, count in of.items() if count
    )
    quiet = found.silence
    since = quiet and f"{span(quiet.span)}, {number(quiet.case_id)}, from {instant(quiet.since, zone_name)}"
    return [
        ("cases", f"{found.open_cases} open, {found.closed_cases} closed"),
        ("at stake", ", ".join(f"{amount:f} {asset}".strip() for amount, asset in found.stakes)),
        *((f"answers by {each.channel}", _answers(each)) for each in found.answers),
        ("no time known", f"{found.undated} answers" if found.undated else ""),
        ("promises", told + share if told else ""),
        ("longest wait", f"{since}{'' if quiet.until else ', not over'}" if quiet else ""),
    ]


def _answers(each: Answers) -> str:
    if len(each.times) == 1:
        return f"{span(each.mean)} (one answer only)"
    return f"median {span(each.median)}, average {span(each.mean)} ({len(each.times)} answers)"


def _silence(found: Silence | None) -> Shape | None:
    if found is None:
        return None
    since, until = utc(found.since), utc(found.until)
    return {"case": number(found.case_id), "since": since, "until": until, "hours": hours(found.span)}
