"""A mailbox of five gigabytes: split in little memory, in a time that grows with its size and no faster."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GIB = 1024**3
STEP = 1024 * 1024

_SPLIT = """
import re, resource, sys, time
from pathlib import Path
from casebook.mail.formats.sources import files, messages

start, count, size, last = time.process_time(), 0, 0, 0
for found in messages(files([Path(sys.argv[1])])):
    count, size = count + 1, size + len(found.raw)
    assert last < found.position
    last = found.position
try:  # of this program alone; what getrusage says was handed down by the one that started it
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
except OSError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024)
print(count, size, last, time.process_time() - start, peak)
"""


def holes(path: Path, size: int) -> Path:
    """Write a mailbox with a message in each megabyte; what is between them takes no room on the disk."""
    with path.open("wb") as file:
        for number in range(size // STEP):
            file.seek(number * STEP)
            file.write(b"\n\nFrom a@b Fri Nov 20 14:03:00 2026\nSubject: %d\n\nwords\n" % number)
        file.truncate(size)
    return path


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="asks how much memory a process used, and needs a file with holes")
@pytest.mark.timeout(600)
def test_five_gigabytes(tmp_path: Path) -> None:
    times = list[float]()
    for size in (GIB, 5 * GIB):
        box = holes(tmp_path / f"{size}.mbox", size)
        done = subprocess.run([sys.executable, "-c", _SPLIT, str(box)], capture_output=True, text=True, check=True)
        count, read, last, seconds, peak = done.stdout.split()
        assert int(count) == size // STEP
        assert int(last) == size
        assert size * 0.99 < int(read) < size
        assert int(peak) < 200, "megabytes"
        times.append(float(seconds))
        box.unlink()
    assert times[1] < times[0] * 5 * 2.5, "with the square of its size it would be 25 times"
