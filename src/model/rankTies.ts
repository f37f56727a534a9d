/** A leader that is first in fewer draws than this is in a tie. */
export const sureShare = 0.9;

/** Others with a smaller share of first places than this are not named in a tie. */
const namedShare = 0.1;
const mostNamed = 3;

/**
 * The names that the leader is in a tie with, by how often each came first: none where it leads in nine draws of ten. Where no
 * other is often first, many share the rest, and the runner-up stands for them.
 */
export function rankTies(ranked: readonly {readonly name: string; readonly share: number}[]): readonly string[] {
  const [leader, next] = ranked;
  if (!leader || !next || leader.share >= sureShare) return [];
  const named = ranked
    .slice(1)
    .filter(({share}) => share >= namedShare)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, mostNamed);
  return (named.length > 0 ? named : [next]).map(({name}) => name);
}
