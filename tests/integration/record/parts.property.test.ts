import fc from "fast-check";
import { expect, it } from "vitest";
import { nested } from "../../../lib/http/nested";
import { savePart } from "../../../lib/record/commands";
import { readRecord } from "../../../lib/record/queries";
import { EMPTY_PARTS, formOf } from "../../../lib/record/rules";
import { PART_SCHEMAS, RECORD_PARTS } from "../../../lib/record/schema";
import type { RecordPart } from "../../../lib/record/types";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { deskAt } from "../../support/sites";

/** Fields that hold a day, digits or a value of a list. */
const CODED = ["relation", "on", "postalCode", "main", "others", "area", "forms", "level", "howFound"];

it("a part of the record comes back as it was typed, whatever was typed", async () => {
  const desk = await deskAt("koeln");
  const { id: caseId } = await givenCase({ message: "Frage" });
  const text = fc.string({ unit: "binary", maxLength: 200 }).map((typed) => typed.trim());
  const typed = fc.record({
    part: fc.constantFrom(...RECORD_PARTS),
    texts: fc.array(text, { minLength: 6 }),
  });
  const seen = new Map<RecordPart, number>();
  await fc.assert(
    fc.asyncProperty(typed, async ({ part, texts }) => {
      const names = Object.keys(EMPTY_PARTS[part]);
      const form = Object.fromEntries(
        names.map((name, index) => [name, CODED.includes(name) ? "" : (texts[index] ?? "")]),
      );
      const values = PART_SCHEMAS[part].parse(nested(form));
      const before = seen.get(part) ?? 0;
      expect(await savePart(desk, { caseId, part, values, seen: before }, NOW)).toEqual({ ok: true });
      const stored = (await readRecord(desk, caseId)).parts[part];
      seen.set(part, stored.version);
      expect(stored.values).toEqual(values);
      expect(PART_SCHEMAS[part].parse(nested(formOf(stored.values)))).toEqual(values);
    }),
    { numRuns: 40 },
  );
});
