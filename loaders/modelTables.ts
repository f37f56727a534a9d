import {chunkTables} from "./chunkRows.ts";
import {formRows, formTable} from "./formRows.ts";
import type {GatheredFit} from "./gatherFits.ts";
import {skewRows} from "./skewRows.ts";
import {validationTables} from "./validationRows.ts";

/** What the pages say of the model itself: its forms, what it foresaw of real work, chunks and uneven tasks. */
export function modelTables(gathered: readonly GatheredFit[]): Readonly<Record<string, readonly object[]>> {
  const forms = formRows(gathered);
  return {
    forms,
    form_table: formTable(forms),
    ...validationTables(gathered),
    ...chunkTables(gathered),
    skew_foreseen: skewRows(gathered)
  };
}
