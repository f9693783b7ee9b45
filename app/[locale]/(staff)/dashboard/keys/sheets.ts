import { renderSVG } from "uqr";
import type { PrintedSheet } from "@/components/keys/print-state";
import { symbolsOf } from "@/lib/crypto/base32";

const GROUP = 4;

/**
 * A share as it is printed. The groups are counted from its end, so that "the last four characters" are a group of
 * their own.
 */
export function sheetOf(share: string): PrintedSheet {
  const symbols = symbolsOf(share);
  const first = symbols.length % GROUP;
  const rest = symbols.slice(first).match(/.{4}/g) ?? [];
  const groups = first > 0 ? [symbols.slice(0, first), ...rest] : rest;
  return { groups, qr: renderSVG(symbols, { ecc: "Q", border: 4 }) };
}
