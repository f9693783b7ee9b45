import { beforeAll, describe, expect, it } from "vitest";
import type { NetworkDesk } from "../../../lib/auth/desk";
import { addValue, changeSetting, changeValue, writeDeadline } from "../../../lib/network/commands";
import {
  DEFAULT_BRANDING,
  findPageText,
  listNetworkEvents,
  readLook,
  readSetting,
} from "../../../lib/network/queries";
import { listDeadlines, listVocabulary } from "../../../lib/vocabulary/queries";
import { LIST_NAMES } from "../../../lib/vocabulary/types";
import { minutesAfter, NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import { coordinatorDesk } from "../../support/settings-desks";
import { deskAt } from "../../support/sites";

let desk: NetworkDesk;
beforeAll(async () => {
  desk = await coordinatorDesk();
});

describe("a setting of the network", () => {
  it("changes the look of the public pages", async () => {
    expect(await readLook(NOW)).toMatchObject({ name: "weact", css: "" });
    const branding = { ...DEFAULT_BRANDING, name: "Netz gegen Rassismus", primary: "#004d40" };
    expect(await changeSetting(desk, "branding", branding, 0, NOW)).toEqual({ ok: true });
    const look = await readLook(minutesAfter(0.1));
    expect(look.name).toBe("Netz gegen Rassismus");
    expect(look.css).toContain("--plum:#004d40");
  });

  it("is refused to whoever has not seen the latest version", async () => {
    const { version } = await readSetting(desk, "branding", DEFAULT_BRANDING);
    await changeSetting(desk, "branding", { ...DEFAULT_BRANDING, name: "Neu" }, version, NOW);
    const late = changeSetting(desk, "branding", { ...DEFAULT_BRANDING, name: "Alt" }, version, NOW);
    expect(await late).toEqual({ ok: false, reason: "changedMeanwhile" });
    expect(await changeSetting(desk, "branding", DEFAULT_BRANDING, 0, NOW)).toMatchObject({ ok: false });
  });

  it("lets one of two at once make it", async () => {
    const texts = { de: "Anbieter" };
    const making = () => changeSetting(desk, "imprint", { texts }, 0, NOW);
    const results = await Promise.all([making(), making()]);
    expect(results.filter(({ ok }) => ok).length).toBe(1);
    expect(await findPageText("imprint", "ar")).toEqual({ text: "Anbieter", lang: "de" });
    expect(await findPageText("privacy", "de")).toBeNull();
  });

  it("stands in the history with what it was before, and by whom", async () => {
    const events = await listNetworkEvents(desk);
    expect(events).toContainEqual(
      expect.objectContaining({
        action: "settingChanged",
        key: "branding",
        account: desk.account,
        before: expect.objectContaining({ name: "Netz gegen Rassismus" }),
        after: expect.objectContaining({ name: "Neu" }),
      }),
    );
  });
});

describe("the vocabulary", () => {
  it("begins with all lists, in two levels, in every language", async () => {
    const values = await listVocabulary(desk.db);
    expect(new Set(values.map(({ list }) => list))).toEqual(new Set(LIST_NAMES));
    const incomplete = values.filter(
      ({ labels }) => !["de", "en", "tr", "ar"].every((locale) => labels[locale]),
    );
    expect(incomplete).toEqual([]);
    for (const { list, parent } of values.filter((value) => value.parent !== null)) {
      expect(values).toContainEqual(expect.objectContaining({ list, code: parent, parent: null }));
    }
    for (const list of LIST_NAMES) {
      expect(
        values
          .filter((value) => value.list === list)
          .slice(-2)
          .map(({ code }) => code),
      ).toEqual(["other", "notStated"]);
    }
  });

  it("takes a new value, once", async () => {
    const value = {
      list: "ground",
      code: "caste",
      parent: "racism",
      position: 135,
      labels: { de: "Kaste" },
    } as const;
    expect(await addValue(desk, value, NOW)).toEqual({ ok: true });
    expect(await addValue(desk, value, NOW)).toEqual({ ok: false, reason: "codeTaken" });
    const seen = await listVocabulary((await deskAt("koeln")).db);
    expect(seen).toContainEqual(expect.objectContaining({ code: "caste", retired: false }));
  });

  it("retires a value and keeps its words", async () => {
    const change = {
      list: "ground",
      code: "name",
      version: 1,
      position: 140,
      labels: { de: "Name" },
    } as const;
    expect(await changeValue(desk, { ...change, retired: true }, NOW)).toEqual({ ok: true });
    expect(await changeValue(desk, { ...change, retired: false }, NOW)).toMatchObject({
      reason: "changedMeanwhile",
    });
    const values = await listVocabulary(desk.db);
    expect(values).toContainEqual(expect.objectContaining({ code: "name", retired: true, version: 2 }));
  });

  it("can be removed by nobody, and changed by no site", async () => {
    const removing = asLogin("network", (client) => client.query("DELETE FROM vocabulary_value"));
    await expect(removing).rejects.toThrow("permission denied");
    for (const table of ["vocabulary_value", "legal_deadline", "network_setting"]) {
      const changing = asLogin("site_koeln", (client) => client.query(`UPDATE ${table} SET version = 9`));
      await expect(changing, table).rejects.toThrow("permission denied");
    }
    await expect(
      asLogin("site_koeln", (client) => client.query("SELECT FROM network_event")),
    ).rejects.toThrow("permission denied");
  });
});

describe("a legal deadline", () => {
  const deadline = {
    code: "report",
    labels: { de: "Meldung" },
    amount: 2,
    unit: "weeks",
    countsFrom: "incident",
    source: "Satzung § 1",
    retired: false,
  } as const;

  it("is added once, and changed by who has seen it", async () => {
    expect(await writeDeadline(desk, { ...deadline, version: 0 }, NOW)).toEqual({ ok: true });
    expect(await writeDeadline(desk, { ...deadline, version: 0 }, NOW)).toEqual({
      ok: false,
      reason: "codeTaken",
    });
    expect(await writeDeadline(desk, { ...deadline, amount: 3, version: 1 }, NOW)).toEqual({ ok: true });
    expect(await writeDeadline(desk, { ...deadline, amount: 4, version: 1 }, NOW)).toMatchObject({
      ok: false,
    });
    const found = (await listDeadlines(desk.db)).find(({ code }) => code === "report");
    expect(found).toEqual({ ...deadline, amount: 3, version: 2 });
  });

  it("is there from the beginning for what the law says", async () => {
    const codes = (await listDeadlines(desk.db)).map(({ code }) => code);
    expect(codes).toEqual(
      expect.arrayContaining(["aggClaim", "aggLawsuit", "objection", "criminalComplaint"]),
    );
  });
});
