/**
 * Expected seconds until work of a given length has run through once without interruption, where interruptions come at a
 * steady rate and each begins it anew: (e^(rate·length) − 1) / rate. Infinite where it will hardly ever get through.
 */
export function interruptedSeconds(seconds: number, interruptionsAnHour: number): number {
  const rate = interruptionsAnHour / 3600;
  return rate === 0 ? seconds : Math.expm1(rate * seconds) / rate;
}
