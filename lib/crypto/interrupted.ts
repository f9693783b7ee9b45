import { hkdfSync } from "node:crypto";
import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";

/** Whose text it is, by the mark of the account, and the key that only the browser holds that it was typed in. */
export type TypedPlace = { mark: string; browserKey: Uint8Array };

/** Seals what somebody was typing, so that what the server keeps opens with that browser and for that account only. */
export const sealTyped = (place: TypedPlace, text: string): Uint8Array<ArrayBuffer> =>
  sealBytes(keyOf(place), bind("interrupted", place.mark), Buffer.from(text));

/** @throws AppError `sealBroken` for another browser or another account */
export const openTyped = (place: TypedPlace, sealed: Uint8Array): string =>
  openBytes(keyOf(place), bind("interrupted", place.mark), sealed).toString("utf8");

const keyOf = ({ browserKey }: TypedPlace): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", browserKey, deriveSecret("interrupted"), bind("weact/typed/v1"), 32));
