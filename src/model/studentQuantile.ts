/** P(|T| ≤ t) of Student's t with a whole number of degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
function within(t: number, freedom: number): number {
  const theta = Math.atan(t / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(theta), Math.cos(theta)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (theta + sine * sum) : sine * sum;
}

/** The t that a Student variable stays within on both sides with a probability (0…1, exclusive); freedom is whole, ≥ 1. */
export function studentQuantile(probability: number, freedom: number): number {
  if (!(probability > 0 && probability < 1)) throw new Error(`probability must be in 0…1, got ${probability}`);
  if (!Number.isInteger(freedom) || freedom < 1)
    throw new Error(`freedom must be a whole number from 1, got ${freedom}`);
  let [low, high] = [0, 1];
  while (within(high, freedom) < probability) high *= 2;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (within(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
