// The limit program of opening a mailbox: Argon2id of a receipt's cost and nothing else. Answers each message
// (how many at once, how many in all) with the processor time of one, in ms.
import { randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { RECEIPT_COST } from "../../../lib/crypto/receipt";

const RECEIPT_DIGITS = "12345678901234567890123456";

process.on("message", async ({ clients, turns }: { clients: number; turns: number }) => {
  const before = process.cpuUsage();
  let left = turns;
  const client = async () => {
    while (left-- > 0)
      await hashRaw(RECEIPT_DIGITS, { ...RECEIPT_COST, salt: randomBytes(16), outputLen: 32 });
  };
  await Promise.all(Array.from({ length: clients }, client));
  const { user, system } = process.cpuUsage(before);
  process.send?.((user + system) / 1000 / turns);
});
