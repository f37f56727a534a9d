const prefixes: Readonly<Record<string, readonly (readonly [number, string])[]>> = {
  s: [
    [86400, "d"],
    [3600, "h"],
    [60, "min"],
    [1, "s"],
    [1e-3, "ms"],
    [1e-6, "µs"],
    [0, "ns"]
  ],
  byte: [
    [1e12, "TB"],
    [1e9, "GB"],
    [1e6, "MB"],
    [1e3, "kB"],
    [0, "B"]
  ]
};
const sizes: Readonly<Record<string, number>> = {ns: 1e-9, B: 1};

/**
 * A number in human units, short enough for a tick or a control: `10 µs`, `1.2 MB`, `3.4×`, `5,000`, `2 million`.
 * @param unit `s`, `byte`, `×` or `1` (a count or ratio)
 */
export function formatTick(value: number, unit: string): string {
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "–";
  if (unit === "×") return `${digits(value)}×`;
  const steps = prefixes[unit];
  if (!steps) return count(value);
  if (value === 0) return `0 ${unit === "byte" ? "B" : unit}`;
  // Rounded first, so that 0.9999 s is 1 s and not 1000 ms.
  const rounded = Number(value.toPrecision(3));
  const [size, name] = steps.find(([from]) => rounded >= from) as readonly [number, string];
  return `${digits(rounded / (sizes[name] ?? size))} ${name}`;
}

function count(value: number): string {
  for (const [size, name] of [
    [1e9, "billion"],
    [1e6, "million"]
  ] as const) {
    if (Math.abs(value) >= size) return `${digits(value / size)} ${name}`;
  }
  return digits(value);
}

const digits = (value: number) => Number(value.toPrecision(3)).toLocaleString("en-GB", {maximumFractionDigits: 9});
