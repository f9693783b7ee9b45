import { expect, it } from "vitest";
import { OPEN_STATUSES } from "../../../lib/cases/rules";
import { asSuperuser } from "../../support/connections";

// A status that only one of them knows would make the list of open cases slow, and nothing else would show it.
it("indexes as open what counts as open", async () => {
  const { rows } = await asSuperuser((client) =>
    client.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'case_file_open_idx'"),
  );
  const indexed = Array.from(String(rows[0]?.indexdef).matchAll(/'(\w+)'::text/g), ([, status]) => status);
  expect(indexed.toSorted()).toEqual(OPEN_STATUSES.toSorted());
});
