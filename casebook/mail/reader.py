"""Messages read in a process of their own while the one before them is recorded; one that ends it is named."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from casebook.journal.incoming import NewChat, NewMail
from casebook.mail.formats.sources import Failure, Found
from casebook.mail.reader_child import packed, receive

Read = NewMail | NewChat | Failure

_MODULE = "casebook.mail.reader_child"
_AT_ONCE = 25
_SECONDS = 60.0  # for one batch; a message takes milliseconds
_SECONDS_PER_MB = 10.0
_ENDED = "this message stops the program that reads it: save its words and attachments, and add them by hand"


class Reader:
    """A child process that reads messages. What is sent comes back read, in its order."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._sent: deque[Sequence[Found]] = deque()

    def send(self, messages: Sequence[Found]) -> None:
        """Give the child messages to read; it begins at once."""
        for start in range(0, len(messages), _AT_ONCE):
            batch = messages[start : start + _AT_ONCE]
            self._sent.append(batch)
            self._write(batch)

    def answers(self, left: int = 0) -> Iterator[tuple[Found, Read]]:
        """Yield messages with what they say, waiting for the child, until `left` of those sent are not yet read."""
        while self._sent and sum(map(len, self._sent)) > left:
            batch = self._sent[0]
            answer = self._answer(batch)
            if answer is None:
                answer = self._one_by_one(batch)
                self._sent.popleft()
                for other in self._sent:  # the child that had them is gone
                    self._write(other)
            else:
                self._sent.popleft()
            yield from zip(batch, answer, strict=True)

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                with suppress(OSError):
                    if pipe:
                        pipe.close()

    def _one_by_one(self, batch: Sequence[Found]) -> list[Read]:
        """Read a batch that ended the child again, to find the message that did it."""
        answers = list[Read]()
        for found in batch:
            self._write([found])
            answer = self._answer([found])
            answers.append(answer[0] if answer else Failure(found.source, _ENDED))
        return answers

    def _write(self, batch: Sequence[Found]) -> None:
        if self._child is None:
            self._child = _started()
        assert self._child.stdin
        with suppress(OSError):  # a child that is gone is noticed when its answer is missing
            self._child.stdin.write(packed(batch))
            self._child.stdin.flush()

    def _answer(self, batch: Sequence[Found]) -> list[Read] | None:
        """Return what the child says of a batch, None where it ended or took too long over it."""
        child = self._child
        if child is None:
            return None
        assert child.stdout
        size = sum(len(found.raw) for found in batch)
        watch = threading.Timer(self._seconds + size / 1e6 * _SECONDS_PER_MB, child.kill)
        watch.start()
        try:
            body = receive(child.stdout)  # type: ignore[arg-type]
        finally:
            watch.cancel()
        if body is None:
            self.close()
            return None
        answer: list[Read] = pickle.loads(body)  # noqa: S301 - of this program's own child
        return answer


def _started() -> subprocess.Popen[bytes]:
    package = Path(__file__).parents[2]
    known = os.environ.get("PYTHONPATH", "")
    return subprocess.Popen(
        # -P: the working folder must not be searched for modules.
        [sys.executable, "-P", "-X", "utf8", "-m", _MODULE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(package), known] if known else [str(package)])},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        start_new_session=True,  # Ctrl-C is the importer's to answer
    )
