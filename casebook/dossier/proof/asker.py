"""The one program that speaks to a time-stamp service: `python -m casebook.dossier.proof.asker URL QUESTION ANSWER`.

A child of its own can be stopped at any moment, whatever the other side does.
"""

from __future__ import annotations

import sys
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import Any

from casebook.dossier.proof.token import LONGEST

REFUSED = 3
"""The exit code where no answer came; the reason is on standard error."""
_QUIET = 15.0
"""Seconds without a byte after which the service is given up."""


class _Nowhere(urllib.request.HTTPRedirectHandler):
    """Goes to no other place than the one that the user named."""

    def redirect_request(self, *_arguments: Any) -> None:
        return None


def main(arguments: list[str]) -> int:
    """Send the question in a file to a service and write its answer to another file; return an exit code."""
    url, question, answer = arguments
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    asked = urllib.request.Request(url, Path(question).read_bytes(), headers, method="POST")  # noqa: S310 (checked)
    try:
        with urllib.request.build_opener(_Nowhere()).open(asked, timeout=_QUIET) as response:
            content = response.read(LONGEST + 1)
    except urllib.error.HTTPError as error:
        return _refused(f"HTTP {error.code}")
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        return _refused(getattr(reason, "strerror", None) or str(reason) or type(reason).__name__)
    if len(content) > LONGEST:
        return _refused("the answer is too long")
    Path(answer).write_bytes(content)
    return 0


def _refused(reason: str) -> int:
    sys.stderr.write(" ".join(reason.split()))
    return REFUSED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
