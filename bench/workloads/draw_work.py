"""Real work: draw a chart with Pillow – grid, area, lines, bars – and encode it as PNG. The result is the picture's bytes."""

from io import BytesIO
from zlib import crc32

from PIL import Image, ImageDraw

from made_text import made_numbers, window

MEASURES_PAYLOAD = True
WIDTH, HEIGHT = 800, 480
SERIES, POINTS = 4, 100
COLOURS = ((31, 119, 180), (255, 127, 14), (44, 160, 44), (214, 39, 40))


def task(item):
    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    for x in range(0, WIDTH, 50):
        pen.line([(x, 0), (x, HEIGHT)], fill=(221, 221, 221))
    step = WIDTH / (POINTS - 1)
    for colour, heights in zip(COLOURS, item):
        points = [(int(place * step), HEIGHT - height) for place, height in enumerate(heights)]
        pale = tuple(channel + (255 - channel) * 3 // 4 for channel in colour)
        pen.polygon([(0, HEIGHT), *points, (WIDTH, HEIGHT)], fill=pale, outline=colour)
        pen.line(points, fill=colour, width=2)
        for x, y in points[::5]:
            pen.rectangle([x - 3, y - 3, x + 3, y + 3], fill=colour, outline="black")
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def items(cell):
    base = made_numbers(2 * SERIES * POINTS, HEIGHT)
    made = []
    for index in range(cell["task_count"]):
        heights = window(base, index, SERIES * POINTS)
        # Each series lower than the one behind it, so that all can be seen.
        made.append([
            [height * (SERIES - series) // SERIES for height in heights[series * POINTS : (series + 1) * POINTS]]
            for series in range(SERIES)
        ])
    return made


def checksum(results):
    """Of the pixels, not of the file: builds of zlib compress differently."""
    value = 0
    for data in results:
        value = crc32(Image.open(BytesIO(data)).tobytes(), value)
    return format(value, "08x")
