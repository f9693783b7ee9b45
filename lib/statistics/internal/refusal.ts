import type { Quarter, Refusal, StatisticsTable } from "../types";

/** A refusal from its row, in which the database knows words only as texts. */
export const refusalOf = (row: { quarter: string; refusedOn: Date; table: string }): Refusal => ({
  quarter: row.quarter as Quarter,
  refusedOn: row.refusedOn,
  table: row.table as StatisticsTable,
});
