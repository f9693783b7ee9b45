import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";
import { pad, unpad } from "./padding";

/** Every row is of one size: what it says, and of which table it is, must not be told by how long it is. */
const SIZE = [128] as const;

/**
 * Seals what is counted of a case in one table under the deployment's statistics key: the release job opens it without
 * anybody of the site. The id is bound in, so that no row can stand in for another.
 *
 * @throws RangeError beyond 124 bytes
 */
export const sealFactRow = (id: string, text: string): Uint8Array<ArrayBuffer> =>
  sealBytes(factKey(), boundTo(id), pad(Buffer.from(text, "utf8"), SIZE));

/** @throws AppError `sealBroken` when it was not sealed here under this id */
export const openFactRow = (id: string, sealed: Uint8Array): string =>
  unpad(openBytes(factKey(), boundTo(id), sealed)).toString("utf8");

const factKey = (): Buffer => deriveSecret("statistic-fact");

const boundTo = (id: string): Buffer => bind("v2", "statistic_fact.sealed_fact", id);
