/** A piece of work with the weeks that one person takes, and what must be done before it. */
export interface RoadmapItem {
  readonly id: string;
  readonly phase: number;
  readonly weeks_low: number;
  readonly weeks_high: number;
  readonly depends_on: readonly string[];
}

/** When an item begins and ends, in weeks from the beginning, if all goes well and if nothing does. */
export interface ScheduledItem extends RoadmapItem {
  readonly start_low: number;
  readonly end_low: number;
  readonly start_high: number;
  readonly end_high: number;
}

/**
 * Lays items out for so many people, in the order given within each phase: each takes the next item whose forerunners are
 * done. Low and high run the same order with the low and the high weeks. Throws on a circle and on an unknown id.
 */
export function scheduleRoadmap(items: readonly RoadmapItem[], people = 1): readonly ScheduledItem[] {
  const known = new Set(items.map(({id}) => id));
  for (const {id, depends_on} of items)
    for (const other of depends_on)
      if (!known.has(other)) throw new Error(`${id} depends on ${other}, which the roadmap does not hold`);
  const left = [...items].toSorted((a, b) => a.phase - b.phase);
  const done = new Map<string, ScheduledItem>();
  const free = {low: Array.from({length: people}, () => 0), high: Array.from({length: people}, () => 0)};
  while (left.length > 0) {
    const at = left.findIndex(({depends_on}) => depends_on.every((other) => done.has(other)));
    if (at === -1) throw new Error(`the roadmap goes in circles among ${left.map(({id}) => id).join(", ")}`);
    const [item] = left.splice(at, 1) as [RoadmapItem];
    const begin = (end: "end_low" | "end_high", freeAt: readonly number[]) => {
      const ready = Math.max(0, ...item.depends_on.map((other) => done.get(other)![end]));
      return Math.max(ready, Math.min(...freeAt));
    };
    const [start_low, start_high] = [begin("end_low", free.low), begin("end_high", free.high)];
    const [end_low, end_high] = [start_low + item.weeks_low, start_high + item.weeks_high];
    free.low[free.low.indexOf(Math.min(...free.low))] = end_low;
    free.high[free.high.indexOf(Math.min(...free.high))] = end_high;
    done.set(item.id, {...item, start_low, end_low, start_high, end_high});
  }
  return [...done.values()];
}
