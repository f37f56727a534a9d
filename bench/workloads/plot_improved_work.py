"""Business work: the same figure as an object of its own, without pyplot, at 200 dots per inch: the resolution is a setting."""

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from plot_files import pictures_told, plot_items

MEASURES_PAYLOAD = True
DPI = 200


def task(item):
    figure = Figure()
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    for line in item["lines"]:
        axes.plot(line["y"], label=line["label"])
    axes.set(title=item["title"], xlabel="step", ylabel="level")
    axes.grid(True)
    axes.legend(loc="upper left")
    figure.savefig(item["file"], dpi=item["dpi"])
    return {"file": item["file"]}


def items(cell):
    return plot_items(cell, DPI)


checksum = pictures_told
