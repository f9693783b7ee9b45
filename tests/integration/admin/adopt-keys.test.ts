import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { newKeyPair } from "../../../lib/crypto/hpke";
import { checkPin, pinKey } from "../../../lib/crypto/pins";
import { env } from "../../../lib/env";
import { adoptSiteKeys, requirePinsFile } from "../../../scripts/database/pins";
import { asOwner, ownerUrl } from "../../support/connections";

const file = (): string => env().KEY_PINS_FILE;

async function storedKey(site: string, epoch: number): Promise<Uint8Array> {
  const { publicKey } = await newKeyPair();
  await asOwner((client) =>
    client.query(
      "INSERT INTO site_key (site_id, epoch, public_key, created_on) VALUES ($1, $2, $3, '2025-01-01')",
      [site, epoch, publicKey],
    ),
  );
  return publicKey;
}

beforeEach(async () => {
  rmSync(path.dirname(file()), { recursive: true, force: true });
  mkdirSync(path.dirname(file()), { mode: 0o700 });
  await asOwner((client) => client.query("DELETE FROM site_key"));
});

describe("the first start after an update", () => {
  it("believes the keys it finds, once", async () => {
    const [first, second] = [await storedKey("koeln", 1), await storedKey("koeln", 2)];
    const other = await storedKey("bochum", 1);
    expect(await adoptSiteKeys(ownerUrl())).toBe(3);
    expect(checkPin("koeln", 2, second)).toBe("known");
    expect(checkPin("koeln", 1, first)).toBe("superseded");
    expect(checkPin("bochum", 1, other)).toBe("known");
  });

  it("believes none that comes later", async () => {
    await storedKey("koeln", 1);
    await adoptSiteKeys(ownerUrl());
    const before = readFileSync(file(), "utf8");
    const later = [await storedKey("koeln", 2), await storedKey("bochum", 1)];
    expect(await adoptSiteKeys(ownerUrl())).toBe(0);
    expect(readFileSync(file(), "utf8")).toBe(before);
    expect([
      checkPin("koeln", 2, later[0] ?? Buffer.alloc(0)),
      checkPin("bochum", 1, later[1] ?? Buffer.alloc(0)),
    ]).toEqual(["unknown", "unknown"]);
  });

  it("leaves no file where there is no key yet, so that the first is pinned as it is made", async () => {
    expect(await adoptSiteKeys(ownerUrl())).toBe(0);
    expect(existsSync(file())).toBe(false);
    expect(existsSync(`${file()}.adopting`)).toBe(false);
  });

  it("finishes what was cut off", async () => {
    const [one, two] = [await storedKey("bochum", 1), await storedKey("koeln", 1)];
    writeFileSync(`${file()}.adopting`, "");
    pinKey("bochum", 1, one);
    expect(await adoptSiteKeys(ownerUrl())).toBe(2);
    expect([checkPin("bochum", 1, one), checkPin("koeln", 1, two)]).toEqual(["known", "known"]);
    expect(existsSync(`${file()}.adopting`)).toBe(false);
    await asOwner((client) => client.query("DELETE FROM site_key WHERE site_id = 'koeln'"));
    const swapped = await storedKey("koeln", 1);
    expect(await adoptSiteKeys(ownerUrl())).toBe(0);
    expect(checkPin("koeln", 1, swapped)).toBe("unknown");
  });
});

describe("the place of the pins", () => {
  it("is made where it is missing, for its owner only", () => {
    rmSync(path.dirname(file()), { recursive: true });
    requirePinsFile();
    expect(statSync(path.dirname(file())).mode & 0o777).toBe(0o700);
  });

  it("cannot be a folder, nor lie within a file", () => {
    const refusal = /^The file of key pins .+ cannot be written: check KEY_PINS_FILE and its owner\.$/;
    mkdirSync(file());
    expect(requirePinsFile).toThrow(refusal);
    rmSync(path.dirname(file()), { recursive: true });
    writeFileSync(path.dirname(file()), "");
    expect(requirePinsFile).toThrow(refusal);
    rmSync(path.dirname(file()));
  });

  it("counts as empty until something is pinned", async () => {
    requirePinsFile();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const key = await storedKey("koeln", 1);
    expect(await adoptSiteKeys(ownerUrl())).toBe(1);
    expect(checkPin("koeln", 1, key)).toBe("known");
  });
});
