"""The words of one thing on Today: what to do, where it belongs, why, and when it was due."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from casebook.gui import texts, times
from casebook.gui.models.due_items import DueItem, Section
from casebook.guide import Action, Explanation, Guide, Rule
from casebook.guide.advice.suggest import guides_own
from casebook.guide.dates import clocks
from casebook.guide.dates.wording import words
from casebook.guide.reminder_words import reason_in
from casebook.journal.errors import CasebookError
from casebook.journal.records import FollowUp, Promise
from casebook.journal.times import Precision


def language() -> str:
    """Return the window's language as the guide names it: `zh` or `en`."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"


def section_title(section: Section) -> str:
    """Return the heading of a part of the page."""
    return {
        Section.OVERDUE: QCoreApplication.translate("due_words", "Overdue"),
        Section.TODAY: QCoreApplication.translate("due_words", "Due today"),
        Section.PROMISES: QCoreApplication.translate("due_words", "Promises that run out"),
        Section.REQUESTS: QCoreApplication.translate("due_words", "Asked of you"),
        Section.MAIL: QCoreApplication.translate("due_words", "Mail to file"),
        Section.COMING: QCoreApplication.translate("due_words", "Coming up in 7 days"),
    }[section]


def step(rule: Rule) -> str:
    """Return what a rule of the guide asks for, in three words: `Nudge by email`."""
    if rule.channel is None:
        return rule.title(language())
    channel = texts.caption(rule.channel)
    if rule.action is Action.RESEND:
        return QCoreApplication.translate("due_words", "Resend by {channel}").format(channel=channel)
    return QCoreApplication.translate("due_words", "Nudge by {channel}").format(channel=channel)


def title(item: DueItem, guide: Guide) -> str:
    """Return what there is to do, in one line: the user's own words, or those of the rule in the window's language."""
    if item.follow_up:
        return follow_up_title(item.follow_up, guide)
    if item.promise:
        return QCoreApplication.translate("due_words", "Promised: “{text}”").format(text=item.promise.text)
    if item.request:
        return QCoreApplication.translate("due_words", "Supply: {text}").format(text=item.request.text)
    return DuePlurals().mails(item.mails)


def place(item: DueItem) -> str:
    """Return firm, case number and case title; for mail, who wrote last and about what."""
    if item.case_id is not None:
        return texts.joined(item.firm, f"C-{item.case_id}", item.case_title)
    if mail := item.newest_mail:
        return texts.joined(mail.sender_name or mail.sender, mail.subject)
    return ""


def why(item: DueItem, guide: Guide) -> str:
    """Return the reason for the date in the window's language: the rule at work, or that the user chose it."""
    if item.follow_up:
        return _follow_up_why(item.follow_up, guide)
    if item.promise:
        return _promise_why(item.promise)
    if item.request:
        return QCoreApplication.translate("due_words", "They asked for it; the case may rest until they have it.")
    return QCoreApplication.translate("due_words", "Filed mail starts the clocks of its case.")


def when(item: DueItem, now: datetime) -> str:
    """Return when it was or is due, as one would say it: `1 day late · Thu 19 Nov 14:03`."""
    if item.follow_up:
        return _follow_up_when(item.follow_up, item.section, now)
    source = item.promise or item.request
    if source and source.due:
        stated = times.short_moment(source.due, now)
        if source.is_late(now):
            return QCoreApplication.translate("due_words", "ran out {time}").format(time=stated)
        return QCoreApplication.translate("due_words", "until {time}").format(time=stated)
    if item.newest_mail:
        return times.ago(item.newest_mail.happened.utc, now)
    return ""


def is_late(item: DueItem, now: datetime) -> bool:
    """Return whether its time has come or gone, so that it is drawn in the warning colour."""
    if item.follow_up:
        return item.follow_up.rings_at <= now
    source = item.promise or item.request
    return source is not None and source.is_late(now)


def follow_up_title(follow_up: FollowUp, guide: Guide) -> str:
    """Return what a follow-up asks for: a rule's step in the window's language, unless the user put it in own words."""
    if told := clocks.told(guide.rules, follow_up, language()):
        return told[0]
    rule = guide.rules.get(follow_up.rule)
    if rule and guides_own(follow_up.reason):
        return step(rule)
    return reason(follow_up, guide)


def reason(follow_up: FollowUp, guide: Guide) -> str:
    """Return what a follow-up says, in the window's language unless the user put it in own words."""
    return reason_in(language(), follow_up, guide.rules)


def explanation_of(follow_up: FollowUp) -> Explanation | None:
    """Return how the date of a follow-up was found, None where the user chose it or the record cannot be read."""
    if not follow_up.explanation:
        return None
    try:
        return Explanation.from_json(follow_up.explanation)
    except (CasebookError, ValueError, KeyError, TypeError):
        return None


def due_time(follow_up: FollowUp, now: datetime) -> str:
    """Return the time it was set for, on this computer's clock: `Thu 19 Nov 14:03`, or the day alone."""
    there = times.here(follow_up.due.utc)
    if follow_up.due.precision is Precision.DATE:
        return times.short_date(there.date(), now)
    return times.short_time(there, now)


class DuePlurals(QObject):
    """Sentences with a number: the tool that collects words sees plural forms only in `tr`."""

    def mails(self, count: int) -> str:
        """Return how many mails there are."""
        return self.tr("%n mail(s) wait to be filed", None, count)


def _promise_why(promise: Promise) -> str:
    if promise.agent:
        return QCoreApplication.translate("due_words", "{agent} said so. Was it kept or broken?").format(
            agent=promise.agent
        )
    return QCoreApplication.translate("due_words", "Was it kept or broken?")


def _follow_up_why(follow_up: FollowUp, guide: Guide) -> str:
    if told := clocks.told(guide.rules, follow_up, language()):
        return told[1]
    if explanation := explanation_of(follow_up):
        own = explanation.own
        return words(language()).own(own) if own else explanation.texts[language()]
    if rule := guide.rules.get(follow_up.rule):
        return rule.text(language())
    if follow_up.request_id:
        return QCoreApplication.translate("due_words", "They asked for it; the case may rest until they have it.")
    if follow_up.promise_id:
        return QCoreApplication.translate("due_words", "Their promise runs out then. Was it kept or broken?")
    set_on = times.short_date(times.here(follow_up.recorded_at).date())
    return QCoreApplication.translate("due_words", "You set this yourself on {date}.").format(date=set_on)


def _follow_up_when(follow_up: FollowUp, section: Section, now: datetime) -> str:
    if follow_up.snoozed_until and follow_up.snoozed_until > now:
        until = times.short_time(times.here(follow_up.snoozed_until), now)
        return QCoreApplication.translate("due_words", "snoozed until {time}").format(time=until)
    stated = due_time(follow_up, now)
    if section is Section.COMING:
        return stated
    return texts.joined(times.due_badge(follow_up.due.utc, now), stated)
