"""Words, rows and windows made from a fixed seed, the same on every machine and Python.

Only ``Random.random`` promises the same sequence in every version; nothing else of that class is used.
"""

from random import Random

SYLLABLES = "ta re mi no ku la se vo da pi ran tel mor sin gar bel".split()


def vocabulary(draw, count=800):
    """Words of one to four syllables."""
    return [
        "".join(SYLLABLES[int(draw() * len(SYLLABLES))] for _ in range(1 + int(draw() * 4))) for _ in range(count)
    ]


def made_words(count, seed=1):
    """So many words, few of them often and many of them rarely, as in prose."""
    draw = Random(seed).random
    known = vocabulary(draw)
    return [known[int(len(known) * draw() * draw() * draw())] for _ in range(count)]


def made_numbers(count, most, seed=2):
    """So many whole numbers from 0 up to and without `most`."""
    draw = Random(seed).random
    return [int(draw() * most) for _ in range(count)]


def window(base, index, size):
    """The part of a base, twice as long as `size`, that belongs to an item: contents differ, sizes and costs do not."""
    begin = index * 7919 % (len(base) - size + 1)
    return base[begin : begin + size]
