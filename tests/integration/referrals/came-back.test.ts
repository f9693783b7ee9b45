import { describe, expect, it } from "vitest";
import { finishReferral, recordAnswer } from "../../../lib/referrals/commands";
import { NOW } from "../../support/clock";
import { givenConsent, referralOf, send, TODAY } from "../../support/referrals";

describe("what came back", () => {
  const sent = async () => {
    const given = await givenConsent();
    await send(given);
    return given;
  };
  const changed = { ok: false, reason: "changedMeanwhile" };

  it("stays when something else comes back later", async () => {
    const { desk, ids, ...given } = await sent();
    const first = { reply: "noAnswer", on: TODAY, words: "dreimal angerufen" } as const;
    const then = { reply: "accepted", on: TODAY, words: "" } as const;
    expect(await recordAnswer(desk, { ...ids, version: 1, ...first }, NOW)).toEqual({ ok: true });
    expect(await recordAnswer(desk, { ...ids, version: 2, ...then }, NOW)).toEqual({ ok: true });
    expect((await referralOf({ desk, ids, ...given })).body?.answers).toEqual([first, then]);
  });

  it("is recorded once, and other words about it come back", async () => {
    const { desk, ids } = await sent();
    const answer = { ...ids, version: 1, reply: "refused", on: TODAY, words: "voll" } as const;
    expect(await recordAnswer(desk, answer, NOW)).toEqual({ ok: true });
    expect(await recordAnswer(desk, answer, NOW)).toEqual({ ok: true });
    for (const other of [{ words: "voll bis Mai" }, { reply: "accepted" as const }])
      expect(await recordAnswer(desk, { ...answer, ...other }, NOW)).toEqual(changed);
  });

  it("does not end twice with different results", async () => {
    const given = await sent();
    const { desk, ids } = given;
    await recordAnswer(desk, { ...ids, version: 1, reply: "accepted", on: TODAY, words: "" }, NOW);
    const results = await Promise.all(
      ["Wohnung gefunden", "Wohnung gefunden", "noch nicht"].map((result) =>
        finishReferral(desk, { ...ids, version: 2, result }, NOW),
      ),
    );
    expect(results).toContainEqual(changed);
    const kept = (await referralOf(given)).body?.result ?? "";
    expect(await finishReferral(desk, { ...ids, version: 2, result: kept }, NOW)).toEqual({ ok: true });
    expect(await finishReferral(desk, { ...ids, version: 3, result: "anders" }, NOW)).toEqual(changed);
  });
});
