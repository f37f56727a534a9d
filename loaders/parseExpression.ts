/** One `{{…}}` of a text: its name, what stands alone, what stands as key=value. */
export interface Expression {
  readonly name: string;
  readonly words: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

/** Where an expression may stand in a line. */
export const expressionPattern = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Takes apart the inside of `{{…}}`: words by blanks, key=value. */
export function parseExpression(inside: string): Expression {
  const [name = "", ...rest] = inside.split(/\s+/);
  const isSetting = (part: string) => /^[\w-]+=/.test(part);
  const settings = rest.filter(isSetting).map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), part.slice(at + 1)] as const;
  });
  return {name, words: rest.filter((part) => !isSetting(part)), settings: Object.fromEntries(settings)};
}
