import type {SymbolType} from "@observablehq/plot";

const symbols: Readonly<Record<string, SymbolType>> = {
  serial: "asterisk",
  "serial-optimised": "times",
  multiprocessing: "circle",
  "concurrent-futures-process": "square",
  "concurrent-futures-thread": "triangle",
  threading: "diamond",
  asyncio: "star",
  "asyncio to-thread": "hexagon",
  joblib: "wye",
  "joblib threading": "cross"
};

/** The symbol of a tool: colour never stands alone. */
export function toolSymbol(tool: string, variant = "default"): SymbolType {
  return symbols[`${tool} ${variant}`] ?? symbols[tool] ?? "plus";
}
