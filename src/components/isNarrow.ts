/** Charts narrower than this have no room for labels beside their lines. */
export function isNarrow(width: number): boolean {
  return width < 560;
}
