import type {Calibration} from "../../bench/session.ts";

/** What a session of the smoke profile has learned before its first sample: nothing yet. */
export const someCalibration: Calibration = {
  seed: 1,
  rounds: 1,
  profile: "smoke",
  part: null,
  tools: [],
  experiments: [],
  workers: [],
  python: null,
  cores: null,
  iterations_a_second: {},
  dispatch_seconds: {}
};
