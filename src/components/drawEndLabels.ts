/** A label at a point of the chart, in data units; moved up or down where it would cover another. */
export interface EndLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

const lineHeight = 15;
const namespace = "http://www.w3.org/2000/svg";

/** Writes the labels to the right of their points, apart from each other, with a leader in the series' colour. */
export function drawEndLabels(
  chart: SVGSVGElement,
  labels: readonly EndLabel[],
  x: (value: number) => number,
  y: (value: number) => number
): void {
  const bottom = Number(chart.getAttribute("height")) - 20;
  const placed = labels
    .map((label) => ({...label, left: x(label.x), anchor: y(label.y), top: y(label.y)}))
    .filter(({left, top}) => Number.isFinite(left) && Number.isFinite(top))
    .sort((a, b) => a.top - b.top);
  for (let i = 1; i < placed.length; i++) placed[i]!.top = Math.max(placed[i]!.top, placed[i - 1]!.top + lineHeight);
  // Pushed past the bottom edge: shift the lowest ones up again.
  for (let i = placed.length - 1, limit = bottom; i >= 0; i--, limit -= lineHeight) {
    if (placed[i]!.top > limit) placed[i]!.top = limit;
  }
  const right = Math.max(...placed.map(({left}) => left));
  for (const {text, color, left, anchor, top} of placed) {
    const leader = chart.ownerDocument.createElementNS(namespace, "path");
    leader.setAttribute("d", `M${round(left + 4)},${round(anchor)}L${round(right + 14)},${round(top)}`);
    leader.setAttribute("stroke", color);
    leader.setAttribute("stroke-width", "1.5");
    leader.setAttribute("fill", "none");
    const label = chart.ownerDocument.createElementNS(namespace, "text");
    label.setAttribute("x", String(round(right + 18)));
    label.setAttribute("y", String(round(top)));
    label.setAttribute("dy", "0.32em");
    label.setAttribute("fill", "currentColor");
    label.setAttribute("text-anchor", "start");
    label.setAttribute("font-size", "12");
    label.textContent = text;
    chart.append(leader, label);
  }
}

const round = (value: number) => Math.round(value * 10) / 10;
