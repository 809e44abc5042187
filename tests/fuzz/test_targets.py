"""Every fuzz target holds on its seeds and on a few hundred damaged ones; the long run is `python -m tests.fuzz`."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS
from tests.pace import within

SEEDS = seeds()
ROUNDS = 150


def damaged(seed: bytes, dice: random.Random) -> bytes:
    """Return an input with some of its bytes changed, cut out, doubled, or put elsewhere."""
    data = bytearray(seed)
    for _ in range(dice.randint(1, 6)):
        at, size = dice.randint(0, len(data)), dice.randint(0, 30)
        match dice.randint(0, 4):
            case 0 if at < len(data):
                data[at] = dice.randrange(256)
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * dice.randint(1, 20)
            case 3:
                data[at:at] = dice.choice(
                    [b"\n", b"\0", b"\r\n\r\n", b"From ", b"\xff\xff\xff\xff", b"=?", b"--", b">"]
                )
            case _:
                data[at : at + size] = dice.randbytes(size)
    return bytes(data)


def test_each_target_has_seeds() -> None:
    assert SEEDS.keys() == TARGETS.keys()
    assert all(SEEDS.values())


@pytest.mark.parametrize("name", TARGETS)
def test_the_target_holds(name: str) -> None:
    dice = random.Random(name)
    inputs = SEEDS[name] + [damaged(dice.choice(SEEDS[name]), dice) for _ in range(ROUNDS)]
    for data in inputs:
        with within(2):  # no small input takes seconds
            TARGETS[name](data)
