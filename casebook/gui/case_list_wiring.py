"""The wiring of the case list: what is done with the selected cases, views, the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from casebook.gui.links import Links
from casebook.gui.models.sidebar_model import Choice, View
from casebook.gui.widgets.cases.case_acts import CaseAct

if TYPE_CHECKING:
    from casebook.gui.body import Body
    from casebook.gui.commands.all import AllCommands
    from casebook.gui.main_window import MainWindow


def wire_case_list(window: MainWindow, body: Body, do: AllCommands, links: Links) -> None:
    """Connect the case list with the commands; `links` keeps what would outlive it."""
    act, join, cases = window.actions_, links.join, body.case_list
    answers: dict[CaseAct, Callable[[Sequence[int]], object]] = {
        CaseAct.CLOSE: do.many.close,
        CaseAct.REOPEN: do.many.reopen,
        CaseAct.TAG: do.many.tag,
        CaseAct.FOLLOW_UP: do.many.follow_up,
        CaseAct.EXPORT: do.export_many.export,
        CaseAct.DELETE: do.many.delete,
    }
    alone: dict[CaseAct, Callable[[int], object]] = {
        CaseAct.CLOSE: do.case.close,
        CaseAct.REOPEN: do.case.reopen,
        CaseAct.FOLLOW_UP: do.follow_up.add,
        CaseAct.EXPORT: do.export.export,
        CaseAct.DELETE: do.bin.delete_case,
    }

    def perform(wanted: CaseAct, chosen: Sequence[int]) -> None:
        if len(chosen) == 1 and wanted in alone:
            alone[wanted](chosen[0])
        elif chosen:
            answers[wanted](chosen)

    cases.act_requested.connect(perform)
    cases.case_opened.connect(lambda _case_id: body.case_page.start_logging())
    join(act["filter"].triggered, lambda: _filter(body))
    join(act["with_selected"].triggered, lambda _on: cases.open_menu())
    join(act["tag_case"].triggered, lambda: perform(CaseAct.TAG, cases.chosen()))
    join(act["save_view"].triggered, lambda: do.views.save(cases.view, cases.choice.view_id))
    act["cases_table"].setCheckable(True)
    join(act["cases_table"].toggled, body.set_table)
    body.table_changed.connect(act["cases_table"].setChecked)
    cases.bar.more = [act["cases_table"], act["save_view"]]
    body.sidebar.view_rename_requested.connect(do.views.rename)
    body.sidebar.view_remove_requested.connect(do.views.remove)
    join(do.views.view_saved, lambda view_id: body.sidebar.choose(Choice(View.SAVED, view_id=view_id)))
    join(do.views.view_removed, lambda view_id: _leave_view(body, view_id))


def _filter(body: Body) -> None:
    """Put the cursor into the filter line; from a page without cases that of the open ones."""
    if not body.case_list.isVisible():
        body.sidebar.choose(Choice(View.OPEN))
    body.case_list.start_filter()


def _leave_view(body: Body, view_id: int) -> None:
    if body.case_list.choice == Choice(View.SAVED, view_id=view_id):
        body.sidebar.choose(Choice(View.OPEN))
