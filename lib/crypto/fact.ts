import { deriveSecret } from "../env";
import { bind, openBytes, sealBytes } from "./aead";
import { pad, unpad } from "./padding";

/** Every fact is of one size: what it says must not be told by how long it is. */
const SIZE = [512] as const;

/**
 * Seals what is counted of a case under the deployment's statistics key: the release job opens it without anybody of
 * the site. The id is bound in, so that no fact can stand in for another.
 *
 * @throws RangeError beyond 508 bytes
 */
export const sealFact = (id: string, fact: string): Uint8Array<ArrayBuffer> =>
  sealBytes(factKey(), boundTo(id), pad(Buffer.from(fact, "utf8"), SIZE));

/** @throws AppError `sealBroken` when it was not sealed here under this id */
export const openFact = (id: string, sealed: Uint8Array): string =>
  unpad(openBytes(factKey(), boundTo(id), sealed)).toString("utf8");

const factKey = (): Buffer => deriveSecret("statistic-fact");

const boundTo = (id: string): Buffer => bind("v1", "statistic_fact.sealed_fact", id);
