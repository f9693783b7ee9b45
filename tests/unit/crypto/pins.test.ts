import { spawn } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { checkPin, confirmPin, hasPins, pinKey } from "../../../lib/crypto/pins";
import { env } from "../../../lib/env";
import { numberedKey } from "../../support/numbered-key";

const file = (): string => env().KEY_PINS_FILE;
const [one, two, other] = [numberedKey(1), numberedKey(2), numberedKey(99)];

beforeEach(() => rmSync(file(), { force: true }));

describe("a pin", () => {
  it("knows a key that was made here, and no other", () => {
    expect(checkPin("koeln", 1, one)).toBe("unknown");
    pinKey("koeln", 1, one);
    expect(checkPin("koeln", 1, one)).toBe("known");
    expect(checkPin("koeln", 1, other)).toBe("unknown");
    expect(checkPin("koeln", 2, one)).toBe("unknown");
    expect(checkPin("bochum", 1, one)).toBe("unknown");
  });

  it("lets several keys be made for one epoch, of which the database takes one", () => {
    pinKey("koeln", 1, one);
    pinKey("koeln", 1, two);
    expect([checkPin("koeln", 1, one), checkPin("koeln", 1, two)]).toEqual(["known", "known"]);
  });

  it("of a newer key that was not stored yet leaves the present one in use", () => {
    pinKey("koeln", 1, one);
    pinKey("koeln", 2, two);
    expect(checkPin("koeln", 1, one)).toBe("known");
  });

  it("refuses an older key once a newer one is in use", () => {
    pinKey("koeln", 1, one);
    pinKey("koeln", 2, two);
    confirmPin("koeln", 2);
    expect(checkPin("koeln", 1, one)).toBe("superseded");
    expect(checkPin("koeln", 2, two)).toBe("known");
    confirmPin("koeln", 1);
    expect(checkPin("koeln", 1, one)).toBe("superseded");
  });

  it("takes a newer key for used as soon as it is seen, whoever forgot to say so", () => {
    pinKey("koeln", 1, one);
    pinKey("koeln", 2, two);
    expect(checkPin("koeln", 2, two)).toBe("known");
    expect(checkPin("koeln", 1, one)).toBe("superseded");
  });

  it("says of a swapped key that it is unknown, also where its epoch is old", () => {
    pinKey("koeln", 1, one);
    confirmPin("koeln", 5);
    expect(checkPin("koeln", 1, other)).toBe("unknown");
  });
});

describe("the file of pins", () => {
  it("is there from the first pin on, for its owner only", () => {
    expect([hasPins(), existsSync(file())]).toEqual([false, false]);
    pinKey("koeln", 1, one);
    expect(hasPins()).toBe(true);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it("does not grow by looking", () => {
    pinKey("koeln", 1, one);
    confirmPin("koeln", 1);
    const before = readFileSync(file(), "utf8");
    for (let time = 0; time < 3; time += 1) checkPin("koeln", 1, one);
    confirmPin("koeln", 1);
    expect(readFileSync(file(), "utf8")).toBe(before);
  });

  it.each(["koeln 2 AbCd", "koe", "koeln 2 ", "koeln 2 new", "\0\0\0"])(
    "may end in a line that a crash cut off: %j",
    (rest) => {
      pinKey("koeln", 1, one);
      appendFileSync(file(), rest);
      pinKey("bochum", 1, two);
      expect([checkPin("koeln", 1, one), checkPin("bochum", 1, two)]).toEqual(["known", "known"]);
      expect(checkPin("koeln", 2, two)).toBe("unknown");
    },
  );

  it("loses nothing when several processes write at once", { timeout: 60_000 }, async () => {
    const [sites, keys] = [["koeln", "bochum", "bayern", "luebeck"], 30];
    await Promise.all(sites.map((site) => pinElsewhere(site, keys)));
    for (const site of sites) {
      for (let epoch = 1; epoch <= keys; epoch += 1)
        expect(checkPin(site, epoch, numberedKey(epoch))).toBe("known");
    }
  });
});

function pinElsewhere(site: string, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ["--import", "tsx", "tests/support/pin-many.ts", site, String(count)];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`ended with ${code}`))));
  });
}
