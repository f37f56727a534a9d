"""Business work: one figure with matplotlib.pyplot at 800 dots per inch, which is fixed in AssetUtilities' code.

pyplot keeps the current figure for the whole process: in threads, lines of one figure land in another.
"""

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt

from plot_files import pictures_told, plot_items

MEASURES_PAYLOAD = True
DPI = 800


def task(item):
    plt.figure()
    for line in item["lines"]:
        plt.plot(line["y"], label=line["label"])
    plt.title(item["title"])
    plt.xlabel("step")
    plt.ylabel("level")
    plt.grid(True)
    plt.legend(loc="upper left")
    plt.savefig(item["file"], dpi=item["dpi"])
    plt.close()
    return {"file": item["file"]}


def items(cell):
    return plot_items(cell, DPI)


checksum = pictures_told
