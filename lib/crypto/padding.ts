const LENGTH_BYTES = 4;
const SIZE_CLASSES = [512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536] as const;

/** How many bytes of text fit into the largest size class: 16,000 characters of any script do. */
export const MAX_TEXT_BYTES = 65_536 - LENGTH_BYTES;

/**
 * Pads to the next size class, so that the size of a sealed record says little about what was written:
 * `length (4, big-endian) | text | zeros`.
 *
 * @param classes the sizes to choose from, where all of a kind shall be of one
 * @throws RangeError beyond the largest, MAX_TEXT_BYTES unless classes say otherwise
 */
export function pad(content: Uint8Array, classes: readonly number[] = SIZE_CLASSES): Buffer {
  const size = classes.find((bytes) => content.length + LENGTH_BYTES <= bytes);
  if (!size) throw new RangeError("content exceeds the largest size class");
  const padded = Buffer.alloc(size);
  padded.writeUInt32BE(content.length);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

export function unpad(padded: Uint8Array): Buffer {
  const buffer = Buffer.from(padded.buffer, padded.byteOffset, padded.byteLength);
  return buffer.subarray(LENGTH_BYTES, LENGTH_BYTES + buffer.readUInt32BE());
}
