import type {SymbolType} from "@observablehq/plot";

/** How a provider looks on every chart: its name, a colour with 3:1 on both backgrounds, and a symbol. */
export interface ProviderMark {
  readonly name: string;
  readonly color: string;
  readonly symbol: SymbolType;
}

const providers: Readonly<Record<string, ProviderMark>> = {
  aws: {name: "AWS", color: "#d1600a", symbol: "square"},
  google: {name: "Google", color: "#2f7ed8", symbol: "circle"},
  azure: {name: "Azure", color: "#1b9272", symbol: "triangle"},
  modal: {name: "Modal", color: "#9c6f12", symbol: "diamond"},
  coiled: {name: "Coiled", color: "#d63a82", symbol: "star"},
  kubernetes: {name: "Kubernetes", color: "#7f6bd0", symbol: "wye"},
  any: {name: "your machine", color: "currentColor", symbol: "asterisk"}
};

/** The mark of a provider; an unknown one is grey. */
export const costProvider = (provider: string): ProviderMark =>
  providers[provider] ?? {name: provider, color: "#7d7d7d", symbol: "plus"};
