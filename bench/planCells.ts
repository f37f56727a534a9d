import {type MatrixRow, matrixTable} from "../src/schema/matrix.ts";
import type {Cell} from "./cell.ts";
import {expandMatrix} from "./expandMatrix.ts";
import type {Options} from "./options.ts";
import type {Places} from "./placesOf.ts";
import {readTable} from "./readTable.ts";

/** The cells of the plan that the options ask for; throws where there is none. */
export function planCells({matrix}: Pick<Places, "matrix">, options: Options): readonly Cell[] {
  const cells = expandMatrix(readTable<MatrixRow>(matrix, matrixTable), options);
  if (cells.length === 0) throw new Error("the plan holds no cell for these options; see --list without them");
  return cells;
}
