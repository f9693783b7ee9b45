const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Crockford's base 32: no letter that looks like a digit, so it can be typed from paper. */
export function toBase32(bytes: Uint8Array): string {
  let [text, buffer, bits] = ["", 0, 0];
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += ALPHABET[(buffer >> (bits - 5)) & 31];
  }
  return bits > 0 ? text + ALPHABET[(buffer << (5 - bits)) & 31] : text;
}

/** The bytes that a text stands for, or null where a character is none of the alphabet. */
export function fromBase32(typed: string): Uint8Array | null {
  const bytes: number[] = [];
  let [buffer, bits] = [0, 0];
  for (const symbol of symbolsOf(typed)) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) return null;
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((buffer >> bits) & 0xff);
    }
  }
  return new Uint8Array(bytes);
}

/** What somebody typed, as the alphabet has it: look-alikes are read as what was meant. */
export const symbolsOf = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
    .replace(/[^0-9A-Z]/g, "");

/** In groups of four, as it is printed. */
export const inGroups = (symbols: string): string => (symbols.match(/.{1,4}/g) ?? []).join("-");
