import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { newCaseKey } from "../../../lib/crypto/content";
import { type KeyPair, newKeyPair } from "../../../lib/crypto/hpke";
import { type Grant, sealCaseKeyTo, sealSiteKeyTo, siteKeyring } from "../../../lib/crypto/keyring";
import { sealRecord } from "../../../lib/crypto/record";

const site = "koeln";
const accountId = randomUUID();
const caseId = randomUUID();
const caseKey = newCaseKey();
const broken = { code: "sealBroken" };

let first: KeyPair;
let second: KeyPair;
let user: KeyPair;

beforeAll(async () => {
  [first, second, user] = [await newKeyPair(), await newKeyPair(), await newKeyPair()];
});

const grant = async (epoch: number, key: KeyPair, holder = accountId, at = site): Promise<Grant> => ({
  epoch,
  publicKey: key.publicKey,
  sealedSiteKey: await sealSiteKeyTo(user.publicKey, { site: at, epoch, holder }, key.privateKey),
});

const holder = () => ({ site, accountId, privateKey: user.privateKey });
const wrapped = (place: Partial<{ site: string; epoch: number; caseId: string }> = {}, key = first) =>
  sealCaseKeyTo(key.publicKey, { site, epoch: 1, caseId, ...place }, caseKey);

describe("a keyring", () => {
  it("opens what was sealed to the site", async () => {
    const keys = siteKeyring(holder(), [await grant(1, first)]);
    expect(await keys.openCaseKey(1, caseId, await wrapped())).toEqual(caseKey);
  });

  it("opens old epochs and seals under the newest", async () => {
    const keys = siteKeyring(holder(), [await grant(2, second), await grant(1, first)]);
    expect(keys.epoch).toBe(2);
    expect(await keys.openCaseKey(1, caseId, await wrapped())).toEqual(caseKey);
    const sealed = await keys.sealCaseKey(caseId, caseKey);
    expect(await keys.openCaseKey(2, caseId, sealed)).toEqual(caseKey);
    await expect(keys.openCaseKey(1, caseId, sealed)).rejects.toMatchObject(broken);
  });

  it("refuses an epoch that was not granted", async () => {
    const keys = siteKeyring(holder(), [await grant(2, second)]);
    await expect(keys.openCaseKey(1, caseId, await wrapped())).rejects.toMatchObject(broken);
  });

  it("refuses another user's grant", async () => {
    const stranger = await newKeyPair();
    const keys = siteKeyring({ site, accountId, privateKey: stranger.privateKey }, [await grant(1, first)]);
    await expect(keys.openCaseKey(1, caseId, await wrapped())).rejects.toMatchObject(broken);
  });

  it("refuses a grant that was made for another account, site or epoch", async () => {
    const moved = [
      await grant(1, first, randomUUID()),
      await grant(1, first, accountId, "bochum"),
      { ...(await grant(2, first)), epoch: 1 },
    ];
    for (const one of moved) {
      const keys = siteKeyring(holder(), [one]);
      await expect(keys.openCaseKey(1, caseId, await wrapped())).rejects.toMatchObject(broken);
    }
  });

  it("refuses a case key of another case, site or epoch", async () => {
    const keys = siteKeyring(holder(), [await grant(1, first), await grant(2, first)]);
    const elsewhere = [
      await wrapped({ caseId: randomUUID() }),
      await wrapped({ site: "bochum" }),
      await wrapped({ epoch: 2 }),
    ];
    for (const one of elsewhere) await expect(keys.openCaseKey(1, caseId, one)).rejects.toMatchObject(broken);
  });

  it("seals for the colleagues under the newest epoch, and opens each text in its place alone", async () => {
    const keys = siteKeyring(holder(), [await grant(1, first), await grant(2, second)]);
    const column = "membership.sealed_name" as const;
    const { keyEpoch, sealed } = await keys.sealForSite(column, accountId, "Ayşe ع");
    expect(keyEpoch).toBe(2);
    expect(await keys.openOfSite(2, column, accountId, sealed)).toBe("Ayşe ع");
    await expect(keys.openOfSite(2, column, randomUUID(), sealed)).rejects.toMatchObject(broken);
    await expect(keys.openOfSite(1, column, accountId, sealed)).rejects.toMatchObject(broken);
    const invited = keys.openOfSite(2, "invitation.sealed_name", accountId, sealed);
    await expect(invited).rejects.toMatchObject(broken);
    const place = { column, site: "bochum", epoch: 1, recordId: accountId };
    const foreign = sealRecord(first.privateKey, place, "x");
    await expect(keys.openOfSite(1, column, accountId, foreign)).rejects.toMatchObject(broken);
  });

  it("refuses a private key that somebody else sealed to the counsellor", async () => {
    const planted = { ...(await grant(1, second)), publicKey: first.publicKey };
    const keys = siteKeyring(holder(), [planted]);
    await expect(keys.privateKey(1)).rejects.toMatchObject(broken);
  });

  it("without a grant opens and seals nothing", async () => {
    const keys = siteKeyring(holder(), []);
    await expect(keys.openCaseKey(1, caseId, await wrapped())).rejects.toMatchObject(broken);
    await expect(keys.sealCaseKey(caseId, caseKey)).rejects.toMatchObject(broken);
  });
});
