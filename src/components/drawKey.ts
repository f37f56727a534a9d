import {type EndLabel} from "./drawEndLabels.ts";

const namespace = "http://www.w3.org/2000/svg";

/** On a narrow chart there is no room beside the lines: a key above them. */
export function drawKey(chart: SVGSVGElement, labels: readonly EndLabel[]): void {
  labels.forEach(({text, color}, place) => {
    // Below the label of the vertical axis, which stands at the top.
    const y = 30 + place * 18;
    const line = chart.ownerDocument.createElementNS(namespace, "path");
    line.setAttribute("d", `M4,${y}h24`);
    line.setAttribute("stroke", color);
    line.setAttribute("stroke-width", "3");
    const label = chart.ownerDocument.createElementNS(namespace, "text");
    label.setAttribute("x", "34");
    label.setAttribute("y", String(y));
    label.setAttribute("dy", "0.32em");
    label.setAttribute("fill", "currentColor");
    label.setAttribute("text-anchor", "start");
    label.setAttribute("font-size", "12");
    label.textContent = text;
    chart.append(line, label);
  });
}
