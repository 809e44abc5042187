"""Fuzz one reader, led by the coverage of the code: `python -m tests.fuzz message --seconds 600 --corpus DIR`.

Needs atheris (`pip install atheris`); what it finds is written to DIR and said on the screen.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def main() -> None:
    """Fuzz until the time is up or something is found."""
    import atheris

    with atheris.instrument_imports(include=["casebook.mail", "casebook.guide.impostors"]):
        from tests.fuzz.seeds import seeds
        from tests.fuzz.targets import TARGETS

    arguments = argparse.ArgumentParser(prog="python -m tests.fuzz")
    arguments.add_argument("target", choices=sorted(TARGETS))
    arguments.add_argument("--seconds", type=int, default=60)
    arguments.add_argument("--corpus", type=Path, required=True)
    given = arguments.parse_args()
    corpus = given.corpus / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds()[given.target]):
        (corpus / f"seed-{number}").write_bytes(seed)
    limits = [f"-max_total_time={given.seconds}", "-timeout=20", "-rss_limit_mb=1500", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={given.corpus}/", str(corpus)], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
