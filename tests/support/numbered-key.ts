/** A public key that two processes can make without telling each other. */
export const numberedKey = (number: number): Uint8Array => new Uint8Array(32).fill(number);
