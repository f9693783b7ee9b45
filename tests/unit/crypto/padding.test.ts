import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_TEXT_BYTES, pad, unpad } from "../../../lib/crypto/padding";

describe("padding", () => {
  it("gives back what was padded, at every size", () => {
    fc.assert(
      fc.property(fc.nat(MAX_TEXT_BYTES), (size) => {
        const content = Buffer.alloc(size, 7);
        expect(unpad(pad(content)).equals(content)).toBe(true);
      }),
    );
  });

  it.each([
    [0, 512],
    [508, 512],
    [509, 1024],
    [1020, 1024],
    [1021, 2048],
    [16_380, 16_384],
    [32_764, 32_768],
    [32_765, 65_536],
    [MAX_TEXT_BYTES, 65_536],
  ])("pads %i bytes to %i", (size, padded) => {
    expect(pad(Buffer.alloc(size)).length).toBe(padded);
  });

  it("knows eight sizes and no others", () => {
    const sizes = new Set(
      Array.from(
        { length: 660 },
        (_, step) => pad(Buffer.alloc(Math.min(step * 100, MAX_TEXT_BYTES))).length,
      ),
    );
    expect([...sizes]).toEqual([512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536]);
  });

  it("refuses what is too long rather than cutting it", () => {
    expect(() => pad(Buffer.alloc(MAX_TEXT_BYTES + 1))).toThrow(RangeError);
  });
});
