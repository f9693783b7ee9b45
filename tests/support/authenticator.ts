import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "../../lib/accounts/types";

const ORIGIN = "http://localhost:3000";
const [USER_PRESENT, USER_VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];

type Told = { challenge: string; origin?: string; verified?: boolean };

/** A passkey in software: makes credentials and assertions as WebAuthn level 2 lays them out. */
export class Authenticator {
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  private readonly id = randomBytes(32);
  counter = 0;
  /** What its PRF extension answers: its own secret. */
  readonly prf = new Uint8Array(randomBytes(32));

  register({ challenge, origin, verified }: Told): RegistrationResponseJSON {
    const credential = Buffer.concat([
      Buffer.alloc(16),
      uint16(this.id.length),
      this.id,
      coseKey(this.keys.publicKey),
    ]);
    const authData = Buffer.concat([this.authData(ATTESTED, verified), credential]);
    const attestation = cborMap([
      [cborText("fmt"), cborText("none")],
      [cborText("attStmt"), cborMap([])],
      [cborText("authData"), cborBytes(authData)],
    ]);
    return {
      ...this.envelope(),
      response: {
        clientDataJSON: encode(clientData("webauthn.create", challenge, origin)),
        attestationObject: encode(attestation),
        transports: ["internal"],
      },
    };
  }

  sign({ challenge, origin, verified }: Told): AuthenticationResponseJSON {
    this.counter += 1;
    const [data, authData] = [clientData("webauthn.get", challenge, origin), this.authData(0, verified)];
    const signed = Buffer.concat([authData, createHash("sha256").update(data).digest()]);
    return {
      ...this.envelope(),
      response: {
        clientDataJSON: encode(data),
        authenticatorData: encode(authData),
        signature: encode(sign("sha256", signed, this.keys.privateKey)),
      },
    };
  }

  private authData(flags: number, verified = true): Buffer {
    const rpIdHash = createHash("sha256").update("localhost").digest();
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      rpIdHash,
      Buffer.from([flags | USER_PRESENT | (verified ? USER_VERIFIED : 0)]),
      counter,
    ]);
  }

  private envelope() {
    const id = encode(this.id);
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

const clientData = (type: string, challenge: string, origin = ORIGIN): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

/** An ES256 key as COSE has it (RFC 9053, section 7.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  return cborMap([
    [Buffer.from([0x01]), Buffer.from([0x02])],
    [Buffer.from([0x03]), Buffer.from([0x26])],
    [Buffer.from([0x20]), Buffer.from([0x01])],
    [Buffer.from([0x21]), cborBytes(Buffer.from(x, "base64url"))],
    [Buffer.from([0x22]), cborBytes(Buffer.from(y, "base64url"))],
  ]);
}

const cborMap = (entries: [Buffer, Buffer][]): Buffer =>
  Buffer.concat([Buffer.from([0xa0 | entries.length]), ...entries.flat()]);
const cborText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 | text.length]), Buffer.from(text)]);
/** As short as possible: verifiers take the canonical form for granted. */
const cborBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([
    bytes.length < 256
      ? Buffer.from([0x58, bytes.length])
      : Buffer.concat([Buffer.from([0x59]), uint16(bytes.length)]),
    bytes,
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
