/** What every chart takes besides its data. */
export interface ChartOptions {
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Handed in where there is no global one: the build draws with jsdom. */
  readonly document?: Document;
  /** The text alternative; each chart has its own default. */
  readonly ariaLabel?: string;
}
