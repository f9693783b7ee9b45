import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newKeyPair, openWith, publicKeyOf as publicHalfOf, sealTo } from "../../../lib/crypto/hpke";
import { AES_128, AES_256, open, publicKeyOf, type Suite, seal } from "../../support/hpke-reference";

type Vector = { suite: Suite; skE: string; pkE: string; skR: string; pkR: string; ciphertext: string };

const hex = (text: string): Buffer => Buffer.from(text, "hex");
const INFO = hex("4f6465206f6e2061204772656369616e2055726e");
const PLAINTEXT = hex("4265617574792069732074727574682c20747275746820626561757479");
const ASSOCIATED = hex("436f756e742d30");

/** Base mode, first encryption: appendix A.1.1 of RFC 9180, and its companion file for the suite in use here. */
const VECTORS: Record<string, Vector> = {
  "RFC 9180 A.1.1, AES-128-GCM": {
    suite: AES_128,
    skE: "52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736",
    pkE: "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
    skR: "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8",
    pkR: "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
    ciphertext: "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a",
  },
  "CFRG test vectors (mode 0, KEM 32, KDF 1, AEAD 2), AES-256-GCM": {
    suite: AES_256,
    skE: "179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11",
    pkE: "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256",
    skR: "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d",
    pkR: "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c",
    ciphertext: "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a",
  },
};

const HEADER = Buffer.from([1, 1]);
const info = "what for";
const associated = Buffer.from("where it belongs");
const secret = Buffer.from("a site's private key, 32 bytes..");

describe("the reference", () => {
  it.each(Object.entries(VECTORS))("repeats %s", (_name, { suite, skE, pkE, skR, pkR, ciphertext }) => {
    expect(publicKeyOf(hex(skR)).toString("hex")).toBe(pkR);
    const sealed = seal(suite, hex(skE), hex(pkR), INFO, ASSOCIATED, PLAINTEXT);
    expect(sealed.enc.toString("hex")).toBe(pkE);
    expect(sealed.ciphertext.toString("hex")).toBe(ciphertext);
    expect(open(suite, hex(skR), hex(pkE), INFO, ASSOCIATED, hex(ciphertext))).toEqual(PLAINTEXT);
  });
});

describe("the public half of a private key", () => {
  it.each(Object.values(VECTORS))("is the one of the standard: $pkR", ({ skR, pkR }) => {
    expect(Buffer.from(publicHalfOf(hex(skR))).toString("hex")).toBe(pkR);
  });

  it("is the one it was made with", async () => {
    const { publicKey, privateKey } = await newKeyPair();
    expect(publicHalfOf(privateKey)).toEqual(publicKey);
  });
});

describe("sealing to a public key", () => {
  it("writes what the reference opens: version, suite, encapsulated key, ciphertext", async () => {
    const { publicKey, privateKey } = await newKeyPair();
    const sealed = Buffer.from(await sealTo(publicKey, info, associated, secret));
    expect(sealed.subarray(0, 2)).toEqual(HEADER);
    expect(publicKeyOf(Buffer.from(privateKey))).toEqual(Buffer.from(publicKey));
    const bound = Buffer.concat([HEADER, associated]);
    const opened = open(
      AES_256,
      Buffer.from(privateKey),
      sealed.subarray(2, 34),
      Buffer.from(info),
      bound,
      sealed.subarray(34),
    );
    expect(opened).toEqual(secret);
  });

  it("opens what the reference seals", async () => {
    const [sender, recipient] = [await newKeyPair(), await newKeyPair()];
    const bound = Buffer.concat([HEADER, associated]);
    const [from, to] = [Buffer.from(sender.privateKey), Buffer.from(recipient.publicKey)];
    const { enc, ciphertext } = seal(AES_256, from, to, Buffer.from(info), bound, secret);
    const sealed = Buffer.concat([HEADER, enc, ciphertext]);
    expect(Buffer.from(await openWith(recipient.privateKey, info, associated, sealed))).toEqual(secret);
  });

  it("seals the same content differently each time", async () => {
    const { publicKey } = await newKeyPair();
    const [one, two] = [
      await sealTo(publicKey, info, associated, secret),
      await sealTo(publicKey, info, associated, secret),
    ];
    expect(one).not.toEqual(two);
  });

  it("refuses another key, another purpose and another place", async () => {
    const [mine, other] = [await newKeyPair(), await newKeyPair()];
    const sealed = await sealTo(mine.publicKey, info, associated, secret);
    const broken = { code: "sealBroken" };
    await expect(openWith(other.privateKey, info, associated, sealed)).rejects.toMatchObject(broken);
    await expect(openWith(mine.privateKey, "something else", associated, sealed)).rejects.toMatchObject(
      broken,
    );
    await expect(openWith(mine.privateKey, info, Buffer.from("elsewhere"), sealed)).rejects.toMatchObject(
      broken,
    );
  });

  it("refuses every flipped bit and every cut", async () => {
    const { publicKey, privateKey } = await newKeyPair();
    const sealed = await sealTo(publicKey, info, associated, secret);
    const refuses = (altered: Uint8Array) =>
      expect(openWith(privateKey, info, associated, altered)).rejects.toMatchObject({ code: "sealBroken" });
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
        const altered = Uint8Array.from(sealed);
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        // X25519 ignores the top bit of a point (RFC 7748, section 5), but HPKE binds the bytes as they were sent.
        await refuses(altered);
      }),
      { numRuns: 300 },
    );
    for (let length = 0; length < sealed.length; length += 7) await refuses(sealed.subarray(0, length));
  });
});
