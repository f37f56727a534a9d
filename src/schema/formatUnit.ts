/** Units that a number is written in: seconds, bytes, a ratio, a count, a share of one. */
export type Unit = "s" | "byte" | "×" | "1" | "%";

const steps: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  s: [
    [86400, "d"],
    [3600, "h"],
    [60, "min"],
    [1, "s"],
    [1e-3, "ms"],
    [1e-6, "µs"],
    [1e-9, "ns"]
  ],
  byte: [
    [1e12, "TB"],
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "kB"],
    [1, "B"]
  ],
  "1": [
    [1e9, "billion"],
    [1e6, "million"]
  ]
};

// Made once: a formatter takes longer to make than to use, and pages write thousands of figures.
const written = new Intl.NumberFormat("en-GB", {maximumFractionDigits: 9});

const digits = (value: number, precision: number) => written.format(Number(value.toPrecision(precision)));

/**
 * A number in human units: `10 µs`, `1.2 MB`, `3.4×`, `5,000`, `2 million`, `45 %`. Three significant digits unless told.
 * Not a number is a dash, without end is ∞.
 */
export function formatUnit(value: number, unit: Unit | string, precision = 3): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "–";
  if (unit === "×") return `${digits(value, precision)}×`;
  if (unit === "%") return `${digits(value * 100, precision)} %`;
  const scale = steps[unit];
  if (!scale) return digits(value, precision);
  if (value === 0) return unit === "s" ? "0 s" : unit === "byte" ? "0 B" : "0";
  // Rounded first, so that 0.9999 s is 1 s and not 1000 ms.
  const rounded = Math.abs(Number(value.toPrecision(precision)));
  const step = scale.find(([size]) => rounded >= size) ?? (unit === "1" ? undefined : scale.at(-1));
  return step
    ? `${digits(value / step[0], precision)} ${step[1]}`
    : digits(value, Math.max(precision, unit === "1" ? 6 : 0));
}

/** Seconds as `10 µs`, `1.2 ms`, `3.4 s`, `2 min`. */
export const formatSeconds = (seconds: number, precision = 2): string => formatUnit(seconds, "s", precision);

/** The unit of a column, by its name: data names carry their unit at the end. */
export function unitOfColumn(column: string): Unit {
  const name = column.replace(/_(low|high)$/, "");
  if (/seconds$/.test(name)) return "s";
  if (/bytes(_a_worker)?$/.test(name)) return "byte";
  if (/_ratio$|^speedup$/.test(name)) return "×";
  if (/coverage$|drift$|efficiency$|threshold$|share$/.test(name)) return "%";
  return "1";
}
