import {type Calibration} from "../model/calibration.ts";
import {calibrationFromText, mostCalibrationBytes} from "../model/calibrationFromText.ts";
import {type Fit} from "../model/fit.ts";
import {rescaleFits, type RescaledFits} from "../model/rescaleFits.ts";
import {type ToolRatio} from "../model/rescaleRatios.ts";
import {formatUnit} from "../schema/formatUnit.ts";
import {chartTable} from "./chartTable.ts";
import {element} from "./element.ts";
import {type KeptText} from "./keptText.ts";
import {scrollBox} from "./scrollBox.ts";
import {seriesLabel} from "./seriesLabel.ts";

export interface MachineFileInput {
  readonly fits: readonly Fit[];
  /** Seconds of a step of plain Python on the machine of the fits; null where it is not known. */
  readonly referenceStepSeconds: number | null;
}

export interface MachineFileEffects {
  readonly document: Document;
  readonly kept: KeptText;
}

export interface MachineFile {
  readonly node: HTMLElement;
  /** The fits as they stand: of the machine that was measured, or carried over to the reader's. */
  readonly fits: () => readonly Fit[];
  /** The reader's machine; null while there is none. */
  readonly machine: () => Calibration | null;
}

/**
 * Takes the reader's `machine.json`, chosen or dropped, keeps it in the browser and carries the fits over to that machine;
 * a button forgets it. A wrong file gets a sentence and changes nothing. `changed` is called whenever the fits are others.
 */
export function machineFile(
  {fits, referenceStepSeconds}: MachineFileInput,
  {document, kept}: MachineFileEffects,
  changed: (machine: Calibration | null) => void
): MachineFile {
  const make = element(document);
  const input = make("input", {type: "file", id: "machine-file", accept: ".json,application/json"});
  const problem = make("p", {class: "error", role: "alert"});
  const status = make("p", {role: "status", class: "machine-status"});
  const forget = make("button", {type: "button", hidden: true}, ["Forget my machine"]);
  const ratios = make("div");
  const drop = make("div", {class: "drop-zone"}, [
    make("label", {for: input.id}, ["Your machine.json: choose it, or drop it here"]),
    input
  ]);
  let machine: Calibration | null = null;
  let shown: readonly Fit[] = fits;

  const use = (calibration: Calibration | null) => {
    machine = calibration;
    const found: RescaledFits | null = calibration ? rescaleFits(fits, calibration, referenceStepSeconds) : null;
    shown = found?.fits ?? fits;
    forget.hidden = calibration === null;
    status.textContent = calibration ? usedText(calibration) : "";
    ratios.replaceChildren(
      ...(found && calibration ? [ratiosTable(found.ratios, calibration, referenceStepSeconds, document)] : [])
    );
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const large = file.size > mostCalibrationBytes;
    const text = large ? "" : await file.text();
    const read = large ? null : calibrationFromText(text);
    if (read === null || read.calibration === null) {
      problem.textContent = `${file.name}: ${read?.problem ?? `it holds ${formatUnit(file.size, "byte")}, far too much for a machine.json.`}`;
      return;
    }
    problem.textContent = "";
    kept.write(text);
    use(read.calibration);
    changed(machine);
  };
  input.addEventListener("change", () => {
    void take(input.files?.[0] ?? undefined);
    // The same file may be chosen again once it was measured anew.
    input.value = "";
  });
  const over = (event: Event, on: boolean) => {
    event.preventDefault();
    drop.classList.toggle("over", on);
  };
  drop.addEventListener("dragover", (event) => over(event, true));
  drop.addEventListener("dragleave", (event) => over(event, false));
  drop.addEventListener("drop", (event) => {
    over(event, false);
    void take((event as DragEvent).dataTransfer?.files[0]);
  });
  forget.addEventListener("click", () => {
    kept.write(null);
    problem.textContent = "";
    use(null);
    input.focus();
    changed(null);
  });

  const before = kept.read();
  if (before !== null) {
    const {calibration} = calibrationFromText(before);
    // What an older page kept and this one cannot read is of no use to anybody.
    if (calibration === null) kept.write(null);
    else use(calibration);
  }
  const node = make("details", {class: "machine-file", open: machine !== null}, [
    make("summary", {}, ["On your machine"]),
    make("p", {class: "hint"}, [
      "Predictions speak of the machine that was measured. One minute of measuring carries them over to yours: ",
      make("code", {}, ["npm run bench -- --profile calibrate"]),
      " writes a machine.json into the folder of its run. It stays in this browser and is sent nowhere."
    ]),
    drop,
    problem,
    status,
    forget,
    ratios
  ]);
  return {node, fits: () => shown, machine: () => machine};
}

/** Below this share of its cores the machine was not the reader's alone while it was measured. */
const quietShare = 0.9;

function usedText({
  machine,
  cores,
  cpu_model: cpu,
  python_version: python,
  python_build: build,
  measured_utc: on,
  capacity_cores: got
}: Calibration) {
  const free = build === "free-threaded" ? ", free-threaded" : "";
  const busy =
    got !== null && got < quietShare * cores
      ? ` Other programs ran meanwhile: only ${formatUnit(got, "", 2)} of ${cores} cores were to be had. Measure again when the machine is quiet.`
      : "";
  return `Predictions are for your machine ${machine} (${cpu}, ${cores} core${cores === 1 ? "" : "s"}, Python ${python}${free}), measured ${on.slice(0, 10)}.${busy}`;
}

function ratiosTable(
  ratios: readonly ToolRatio[],
  {loop_step_seconds: step}: Calibration,
  reference: number | null,
  document: Document
): HTMLElement {
  const make = element(document);
  const rows = ratios.filter(({group}) => group !== "loop");
  const table = chartTable(
    rows,
    [
      {name: "Tool", text: seriesLabel},
      {name: "Start-up", number: true, text: ({start}) => formatUnit(start, "×")},
      {name: "Costs of handing over", number: true, text: ({overhead}) => formatUnit(overhead, "×")},
      {
        name: "Efficiency of two workers",
        number: true,
        text: ({efficiency}) => (efficiency === null ? "as measured" : formatUnit(efficiency, "%"))
      },
      {name: "From", text: ({from}) => from}
    ],
    {caption: "Your machine against the one that was measured", document}
  );
  const python =
    step !== null && reference !== null
      ? [make("p", {class: "hint"}, [`Plain Python takes ${formatUnit(step / reference, "×")} the time there.`])]
      : [];
  return make("div", {}, [...python, scrollBox(table, "Your machine against the one that was measured")]);
}
