"""The page of a firm: how it has done so far, the cases with it, and everything that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from casebook.gui import icons, texts, times
from casebook.gui import theme as look
from casebook.gui.feed import Feed
from casebook.gui.models import firm_facts
from casebook.gui.models.firm_facts import FirmFacts
from casebook.gui.models.row_model import Row
from casebook.gui.theme import Theme
from casebook.gui.widgets.cases.answer_chart import AnswerChart
from casebook.gui.widgets.cases.figure_cards import Figure, FigureCards
from casebook.gui.widgets.cases.side_panel import Section
from casebook.gui.widgets.parts import plain_label, quiet_button
from casebook.gui.widgets.row_list import RowList
from casebook.gui.worker import Job, Worker
from casebook.guide import Guide
from casebook.journal.changes import Changes, Kind
from casebook.journal.errors import NotFound
from casebook.journal.terms import PromiseState

if TYPE_CHECKING:
    from casebook.journal import Journal

_CONCERNS = (
    *(Kind.FIRM, Kind.CASE, Kind.CONTACT, Kind.MAIL, Kind.CHAT, Kind.PROMISE, Kind.ACCOUNT, Kind.OFFICIAL),
    *(Kind.FIRM_CHANNEL, Kind.FIRM_RULE, Kind.FOLLOW_UP),
)
_TWO_COLUMNS = 860
"""Device-independent pixels: narrower, what is known of the firm stands below its record."""


class FirmPage(QScrollArea):
    """Shows one firm. What it shows is read in the background; what is pressed is a wish."""

    case_requested = Signal(int)
    """A case of this firm is to be shown."""
    cases_requested = Signal(int)
    """The cases of this firm are to be listed."""
    case_add_requested = Signal(int)
    edit_requested = Signal(int)
    promise_requested = Signal(int)
    account_requested = Signal(int)
    account_add_requested = Signal(int)
    register_requested = Signal(int)
    way_requested = Signal(int)
    way_add_requested = Signal(int)
    rules_requested = Signal(int)

    def __init__(
        self, journal: Journal, feed: Feed, theme: Theme, guide: Guide, quick: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._theme, self._guide, self._quick = journal, theme, guide, quick
        self.firm_id = 0
        self._facts: FirmFacts | None = None
        self._job: Job | None = None
        self._stale = False
        self.title, self.line = plain_label("", kind="title"), plain_label("", kind="muted")
        self.note = plain_label("", kind="muted")
        self.edit = quiet_button("", "", lambda: self.edit_requested.emit(self.firm_id))
        self.list_all = quiet_button("", "", lambda: self.cases_requested.emit(self.firm_id))
        self.cards = FigureCards(theme)
        self.chart, self.undated = AnswerChart(theme), plain_label("", kind="caption")
        self.undated.setContentsMargins(look.S, 0, look.S, 0)
        lists = [RowList(theme) for _ in range(6)]
        self.cases, self.promises, self.accounts, self.officials, self.ways, self.rules = lists
        answers = QWidget()
        inside = QVBoxLayout(answers)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.chart)
        inside.addWidget(self.undated)
        self._answers = Section(answers)
        self._answers.add.hide()
        self._sections = {name: Section(name) for name in lists}
        self._sections[self.promises].add.hide()
        self._sections[self.officials].add.setIcon(icons.icon("edit"))
        self._sections[self.rules].add.setIcon(icons.icon("edit"))
        self._lay_out()
        self._connect()
        feed.changed.connect(self._changed)
        self._retranslate()

    @property
    def is_counting(self) -> bool:
        """Whether the figures are still on their way."""
        return self._job is not None

    def show_firm(self, firm_id: int) -> None:
        """Show a firm: its name at once, its figures as soon as they are counted."""
        if firm_id != self.firm_id:
            self.firm_id, self._facts = firm_id, None
            self.verticalScrollBar().setValue(0)
            self._fill()
        self.refresh()

    def refresh(self) -> None:
        """Count again, in the background."""
        if self._job is not None:
            self._job.cancel()
        firm_id, journal = self.firm_id, self._journal
        self._stale = False
        if not firm_id:
            return

        def done(facts: FirmFacts) -> None:
            if firm_id == self.firm_id:
                self._job = None
                self._facts = facts
                self._fill()

        def failed(error: Exception) -> None:
            self._job = None
            if not isinstance(error, NotFound):  # it went while it was looked at: its row in the sidebar goes, too
                self._quick.failed.emit(self.tr("Firm"), error)

        self._job = self._quick.run(
            self.tr("Firm"), lambda: firm_facts.load(journal, firm_id), done=done, failed=failed, quiet=True
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put both columns below each other where there is no room for two."""
        super().resizeEvent(event)
        wide = event.size().width() >= _TWO_COLUMNS
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a switch of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*_CONCERNS):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _fill(self) -> None:
        facts, now = self._facts, self._journal.clock()
        for section in self._sections.values():
            section.setVisible(facts is not None)
        for part in (self._answers, self.cards, self.note):
            part.setVisible(facts is not None)
        if facts is None:
            name = next((firm.name for firm in self._journal.firms.all() if firm.id == self.firm_id), "")
            self.title.setText(name)
            self.line.setText(self.tr("Counting…"))
            return
        firm, figures = facts.firm, facts.figures
        self.title.setText(firm.name)
        self.line.setText(texts.joined(texts.label(firm.kind), firm.country, firm.zone, firm.licence))
        self.note.setText(firm.note)
        self.note.setVisible(bool(firm.note))
        self.cards.show_figures(self._figures(facts))
        self.cards.take_tab_from(self.edit)
        self.chart.show_answers(figures.answers)
        self._answers.set_count(sum(len(each.times) for each in figures.answers))
        self.undated.setText(self.tr("%n answer(s) of which only the day is known", "", figures.undated))
        self.undated.setVisible(figures.undated > 0)
        self._show(self.cases, firm_facts.case_rows(facts, now), len(facts.cases))
        self._show(self.promises, firm_facts.promise_rows(facts, now), len(facts.promises))
        self._show(self.accounts, firm_facts.account_rows(facts))
        self._show(self.officials, firm_facts.official_rows(facts, now))
        self._show(self.ways, firm_facts.way_rows(facts, now))
        self._show(self.rules, firm_facts.rule_rows(facts, self._guide))

    def _show(self, rows: RowList, shown: list[Row], count: int | None = None) -> None:
        rows.show_rows(shown)
        self._sections[rows].set_count(len(shown) if count is None else count)

    def _figures(self, facts: FirmFacts) -> list[Figure]:
        """Return the few figures that say most."""
        figures, of, now = facts.figures, facts.figures.promises, self._journal.clock()
        kept, broken = of[PromiseState.KEPT], of[PromiseState.BROKEN]
        share = "–" if figures.kept_share is None else self.tr("{kept} of {all}")
        share = share.replace("{kept}", str(kept)).replace("{all}", str(kept + broken))
        open_ = self.tr("%n still open", "", of[PromiseState.OPEN]) if of[PromiseState.OPEN] else ""
        late = self.tr("%n of them late", "", figures.late) if figures.late else ""
        rest = of[PromiseState.UNKNOWN] + of[PromiseState.WITHDRAWN]
        other = self.tr("%n unknown or withdrawn", "", rest) if rest else ""
        percent = "" if figures.kept_share is None else f"{figures.kept_share:.0%}"
        quiet = figures.silence
        where = ""
        if quiet is not None:
            since = times.short_date(times.here(quiet.since).date(), now)
            template = self.tr("since {day}, not over") if quiet.until is None else self.tr("from {day}")
            where = texts.joined(f"C-{quiet.case_id}", template.replace("{day}", since))
        stakes = [texts.money(f"{amount:f}", asset) for amount, asset in figures.stakes]
        return [
            Figure(
                self.tr("Open cases"), str(figures.open_cases), self.tr("%n closed", "", figures.closed_cases), "open"
            ),
            Figure(self.tr("At stake"), stakes[0] if stakes else "–", "\n".join(stakes[1:]), "money"),
            Figure(
                self.tr("Promises kept"),
                share,
                texts.joined(percent, open_, late, other),
                "promise",
                warn=broken > kept or figures.late > 0,
            ),
            Figure(
                self.tr("Longest wait for an answer"),
                texts.duration(quiet.span) if quiet else "–",
                where,
                "waiting",
                warn=bool(quiet and quiet.until is None),
                link=quiet.case_id if quiet else 0,
            ),
        ]

    def _connect(self) -> None:
        self.cases.activated_id.connect(self.case_requested)
        self.cards.link_requested.connect(self.case_requested)
        self.promises.activated_id.connect(self.promise_requested)
        self.accounts.activated_id.connect(self.account_requested)
        self.officials.activated_id.connect(lambda _id: self.register_requested.emit(self.firm_id))
        self.ways.activated_id.connect(self.way_requested)
        self.rules.activated_id.connect(lambda _id: self.rules_requested.emit(self.firm_id))
        for rows, wish in (
            (self.cases, self.case_add_requested),
            (self.accounts, self.account_add_requested),
            (self.officials, self.register_requested),
            (self.ways, self.way_add_requested),
            (self.rules, self.rules_requested),
        ):
            self._sections[rows].add_requested.connect(lambda wish=wish: wish.emit(self.firm_id))

    def _lay_out(self) -> None:
        inside = QFrame()
        inside.setProperty("kind", "page")
        head, names = QHBoxLayout(), QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.line)
        head.setSpacing(look.S)
        head.addLayout(names, 1)
        head.addWidget(self.list_all, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (self._sections[self.cases], self._answers, self._sections[self.promises])),
            (right, tuple(self._sections[each] for each in (self.accounts, self.officials, self.ways, self.rules))),
        ):
            column.setSpacing(look.XL)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look.XL)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        page = QVBoxLayout(inside)
        page.setContentsMargins(look.XL, look.L, look.XL, look.XL)
        page.setSpacing(look.L)
        page.addLayout(head)
        page.addWidget(self.note)
        page.addWidget(self.cards)
        page.addLayout(self._columns, 1)
        QWidget.setTabOrder(self.list_all, self.edit)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Firm"))
        self.edit.setText(self.tr("Firm and accounts…"))
        self.edit.setToolTip(self.tr("Change what is known of this firm"))
        self.list_all.setText(self.tr("List its cases"))
        self.list_all.setToolTip(self.tr("Show its cases in a list, with the chosen one beside it"))
        self._answers.name(
            self.tr("How long answers take"),
            "",
            self.tr("Nothing to count yet: an answer by a person to something you sent is timed here, by channel."),
        )
        names = self._sections
        names[self.cases].name(self.tr("Cases"), self.tr("New case (Ctrl+N)"), self.tr("No case with this firm yet."))
        names[self.promises].name(
            self.tr("Promises"), "", self.tr("Nothing was promised yet, or it was not noted (Ctrl+P in a case).")
        )
        names[self.accounts].name(
            self.tr("Your accounts"),
            self.tr("Add account"),
            self.tr("UID, user name and registered mail: they ask for it."),
        )
        names[self.officials].name(
            self.tr("Official contacts"),
            self.tr("Add, look up again, withdraw"),
            self.tr("By what it really writes, as you verified it. A mail from anywhere else is warned of."),
        )
        names[self.ways].name(
            self.tr("Ways to reach it"),
            self.tr("Add a way"),
            self.tr("Its chat, form, address and number, with hours and cost."),
        )
        names[self.rules].name(
            self.tr("Its own rules"),
            self.tr("See and set what is usual at this firm"),
            self.tr("The guide's figures hold here. Set your own once you know better."),
        )
        self._fill()
