import { expect, it } from "vitest";
import { listHistory } from "../../../lib/cases/queries";
import { newHandoutCode } from "../../../lib/crypto/handout";
import { giveData, recordPrint } from "../../../lib/exports/commands";
import { givenCase } from "../../support/cases";
import { NOW } from "../../support/clock";
import { deskAt } from "../../support/sites";

const WORDS = {
  ...{
    lang: "de",
    dir: "ltr" as const,
    heading: "",
    lead: "",
    label: "",
    open: "",
    wrong: "",
    old: "",
    save: "",
  },
};

const file = (caseId: string) => ({
  caseId,
  code: newHandoutCode(),
  data: { title: "Fall", made: "2025-03-14", sections: [] },
  words: WORDS,
});

it("is recorded when data is given out or printed, and another site has none to give", async () => {
  const [desk, elsewhere] = [await deskAt("koeln"), await deskAt("bochum")];
  const { id } = await givenCase();
  await expect(giveData(elsewhere, file(id), NOW)).rejects.toMatchObject({ code: "notFound" });
  await expect(recordPrint(elsewhere, id, NOW)).rejects.toMatchObject({ code: "notFound" });
  await giveData(desk, file(id), NOW);
  await recordPrint(desk, id, NOW);
  const actions = (await listHistory(desk, id)).entries.map(({ action }) => action);
  expect(actions.toSorted()).toEqual(["casePrinted", "dataGiven", "personWrote", "read"]);
});
