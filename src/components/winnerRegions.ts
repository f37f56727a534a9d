import {seriesKey} from "./seriesKey.ts";
import {type WinnerCell} from "./winnerCells.ts";

/** A connected area with one winner, and the field nearest to its middle, where its name goes. */
export interface WinnerRegion {
  readonly cell: WinnerCell;
  readonly column: number;
  readonly row: number;
  readonly size: number;
}

/** The areas large enough to carry a name. */
export function winnerRegions(cells: readonly WinnerCell[], smallest = 14): WinnerRegion[] {
  const at = new Map(cells.map((cell) => [`${cell.column},${cell.row}`, cell]));
  const seen = new Set<WinnerCell>();
  const regions: WinnerRegion[] = [];
  for (const start of cells) {
    if (seen.has(start)) continue;
    seen.add(start);
    const area = [start];
    for (let next = 0; next < area.length; next++) {
      const {column, row} = area[next] as WinnerCell;
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1]
      ] as const) {
        const other = at.get(`${column + dx},${row + dy}`);
        if (!other || seen.has(other) || seriesKey(other) !== seriesKey(start)) continue;
        seen.add(other);
        area.push(other);
      }
    }
    if (area.length < smallest) continue;
    const mean = (axis: "column" | "row") => area.reduce((sum, cell) => sum + cell[axis], 0) / area.length;
    const [x, y] = [mean("column"), mean("row")];
    // A bent area may not hold its own middle: the name goes on the field that is nearest to it.
    const [middle] = [...area].sort(
      (a, b) => (a.column - x) ** 2 + (a.row - y) ** 2 - (b.column - x) ** 2 - (b.row - y) ** 2
    );
    regions.push({cell: start, column: (middle ?? start).column, row: (middle ?? start).row, size: area.length});
  }
  return regions;
}
