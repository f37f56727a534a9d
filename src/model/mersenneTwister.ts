const size = 624;
const middle = 397;

/**
 * Python's `random.Random(seed).random` for a whole seed below 2³²: the Mersenne Twister of Matsumoto and Nishimura (1998),
 * 53 bits a draw, each in [0, 1). So that the very task lengths of bench/workloads/task_lengths.py can be had here.
 */
export function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(size);
  state[0] = 19650218;
  for (let i = 1; i < size; i += 1) state[i] = Math.imul(1812433253, state[i - 1]! ^ (state[i - 1]! >>> 30)) + i;
  // init_by_array with a key of one word, as Python seeds it.
  let at = 1;
  for (let step = 0; step < size; step += 1) {
    state[at] = (state[at]! ^ Math.imul(state[at - 1]! ^ (state[at - 1]! >>> 30), 1664525)) + seed;
    at += 1;
    if (at >= size) [state[0], at] = [state[size - 1]!, 1];
  }
  for (let step = 0; step < size - 1; step += 1) {
    state[at] = (state[at]! ^ Math.imul(state[at - 1]! ^ (state[at - 1]! >>> 30), 1566083941)) - at;
    at += 1;
    if (at >= size) [state[0], at] = [state[size - 1]!, 1];
  }
  state[0] = 0x80000000;

  let next = size;
  const word = (): number => {
    if (next >= size) {
      for (let i = 0; i < size; i += 1) {
        const y = (state[i]! & 0x80000000) | (state[(i + 1) % size]! & 0x7fffffff);
        state[i] = state[(i + middle) % size]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
      }
      next = 0;
    }
    let y = state[next]!;
    next += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  return () => {
    const high = word() >>> 5;
    const low = word() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
}
