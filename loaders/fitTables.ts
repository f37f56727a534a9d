import type {RowsTable} from "./createFromRows.ts";
import type {GatheredFit} from "./gatherFits.ts";

const typed = (type: string, names: string) => Object.fromEntries(names.split(" ").map((name) => [name, type]));

const foreseenTypes = {
  ...typed("VARCHAR", "run_id tool variant start_method form experiment workload kind distribution"),
  ...typed("BIGINT", "task_count chunk_size workers payload_in_bytes payload_out_bytes samples samples_inside"),
  ...typed("DOUBLE", "task_seconds task_cv serial_seconds import_seconds predicted_seconds predicted_seconds_low"),
  ...typed("DOUBLE", "predicted_seconds_high bare_seconds even_seconds measured_seconds quiet_seconds")
};

const flatFit = ({
  run_id,
  fit: {
    parameters,
    evidence,
    ranges: _,
    startup: __,
    intervals: ___,
    fitted: ____,
    logCovariance: _____,
    tried: ______,
    ...fit
  }
}: GatheredFit) => ({run_id, ...fit, ...parameters, ...evidence});

/** What names a fit in the tables of what it was made and judged by. */
const nameOf = ({run_id, fit}: GatheredFit) => ({
  run_id,
  tool: fit.tool,
  variant: fit.variant,
  start_method: fit.startMethod
});

const cellsOf = (fits: readonly GatheredFit[], pick: (fit: GatheredFit) => readonly object[]) =>
  fits.flatMap((one) => pick(one).map((cell) => ({...nameOf(one), form: one.fit.form, ...cell})));

/** The tables of the fits: parameters, bootstrap draws, and the cells that each was judged on. */
export const fitTables = (fits: readonly GatheredFit[]): readonly RowsTable[] => [
  {
    name: "fits",
    row: "one tool, variant, start method and build on one machine: its parameters",
    rows: fits.map(flatFit)
  },
  {
    name: "draws",
    row: "one bootstrap draw of a fit's parameters",
    rows: fits.flatMap((one) => one.draws.map((draw, number) => ({...nameOf(one), draw: number, ...draw})))
  },
  {
    name: "heldout_cells",
    row: "one cell that a fit had not seen, by the way of leaving out: measured, and the log of measured over predicted",
    rows: cellsOf(fits, ({heldout}) => heldout)
  },
  {
    name: "foreseen_cells",
    row: "one cell that took no part in any fit, real work or uneven tasks: predicted with its 80 % band, then measured",
    rows: cellsOf(fits, ({foreseen}) => foreseen),
    types: foreseenTypes
  }
];
