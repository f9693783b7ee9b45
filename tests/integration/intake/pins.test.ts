import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { newEpoch } from "../../../lib/crypto/epoch";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { confirmPin } from "../../../lib/crypto/pins";
import { handIn, newForm } from "../../../lib/intake/commands";
import { NOW } from "../../support/clock";
import { asOwner, asSuperuser } from "../../support/connections";
import { anEnquiry } from "../../support/forms";
import { deskAt, deskOf, givenCounsellor, givenSiteKey } from "../../support/sites";

const handingIn = (site: string) => handIn(anEnquiry({ site }), newForm(NOW), "de", NOW);
const countCases = () =>
  asSuperuser(async (client) => (await client.query("SELECT count(*)::int AS n FROM case_file")).rows[0].n);
const setKey = (publicKey: Uint8Array) =>
  asOwner((client) =>
    client.query("UPDATE site_key SET public_key = $1 WHERE site_id = 'koeln'", [publicKey]),
  );

describe("a key of a site that somebody swapped in the database", () => {
  let real: Uint8Array;
  beforeAll(async () => {
    real = (await givenSiteKey("koeln")).publicKey;
    await givenSiteKey("bochum");
  });
  afterEach(() => setKey(real));

  it("gets nothing that people write", async () => {
    expect(await handingIn("koeln")).toMatchObject({ ok: true });
    await setKey((await newKeyPair()).publicKey);
    const before = await countCases();
    await expect(handingIn("koeln")).rejects.toMatchObject({ code: "keyUnknown" });
    expect(await countCases()).toBe(before);
  });

  it("is not taken for another site's either, which were known there", async () => {
    await setKey((await givenSiteKey("bochum")).publicKey);
    await expect(handingIn("koeln")).rejects.toMatchObject({ code: "keyUnknown" });
  });

  it("is not added as a newer one", async () => {
    const { publicKey } = await newKeyPair();
    await asOwner((client) =>
      client.query(
        "INSERT INTO site_key (site_id, epoch, public_key, created_on) VALUES ('koeln', 2, $1, '2025-03-01')",
        [publicKey],
      ),
    );
    await expect(handingIn("koeln")).rejects.toMatchObject({ code: "keyUnknown" });
    await asOwner((client) => client.query("DELETE FROM site_key WHERE site_id = 'koeln' AND epoch = 2"));
  });

  it("opens no desk, at which something might be sealed to it", async () => {
    const counsellor = await givenCounsellor({ site: "koeln" });
    await setKey((await newKeyPair()).publicKey);
    await expect(deskOf(counsellor)).rejects.toMatchObject({ code: "keyUnknown" });
  });

  it("is no matter to the other sites", async () => {
    await setKey((await newKeyPair()).publicKey);
    expect(await handingIn("bochum")).toMatchObject({ ok: true });
    expect((await deskAt("bochum")).keys.epoch).toBe(1);
  });
});

it("refuses an older key after a newer one was in use, as from an old backup", async () => {
  await givenSiteKey("luebeck");
  expect(await handingIn("luebeck")).toMatchObject({ ok: true });
  await newEpoch({ site: "luebeck", epoch: 2 }, [], []);
  expect(await handingIn("luebeck")).toMatchObject({ ok: true }); // made, but not in use
  confirmPin("luebeck", 2);
  await expect(handingIn("luebeck")).rejects.toMatchObject({ code: "keyUnknown" });
});
