"""Long work on a terminal: one line that counts, and a clean end when the user stops it."""

from __future__ import annotations

import sys
from collections.abc import Generator
from typing import TypeVar

import click

from casebook.cli.output import one_line, width
from casebook.journal import Progress

Result = TypeVar("Result")


def finish(work: Generator[Progress, None, Result]) -> Result:
    """Run a generator to its end and return its result; its steps are shown on stderr when that is a terminal.

    Ctrl-C closes the generator, which cleans up after itself, and then raises KeyboardInterrupt.
    """
    shown = _Line()
    try:
        while True:
            try:
                shown.show(next(work))
            except StopIteration as end:
                result: Result = end.value
                return result
    finally:
        work.close()
        shown.clear()


class _Line:
    """The line that is written over and over."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._width = 0

    def show(self, step: Progress) -> None:
        if not self._on:
            return
        if step.total and step.unit == "bytes":
            count = f"{100 * step.done // step.total:>3} %"
        else:
            count = f"{step.done}/{step.total} {step.unit}" if step.total else f"{step.done} {step.unit}"
        text = one_line(f"{count}  {step.note}", 78)
        click.echo(f"\r{text}{' ' * (self._width - width(text))}", err=True, nl=False)
        self._width = width(text)

    def clear(self) -> None:
        if self._width:
            click.echo(f"\r{' ' * self._width}\r", err=True, nl=False)
            self._width = 0
