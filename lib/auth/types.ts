/** What kind of device somebody works at: all that is kept of a browser's description of itself. */
export type Device = "computer" | "phone" | "tablet";

/** Who is at the door: for delays and for the list of sessions. The address is never stored. */
export type Caller = {
  readonly address: string;
  readonly device: Device;
  /** The account that this browser has signed in to before, by its mark. */
  readonly knownMark: string | null;
};

/**
 * That somebody has proven one of the things that open an account, and the user key which that unlocked. Travels
 * in a sealed cookie until a second thing is proven; no session exists before.
 */
export type Proof = {
  readonly accountId: string;
  readonly userKey: Uint8Array;
  readonly by: "passphrase" | "recovery";
  /** Whether a second factor has been proven as well: what then remains is a new passphrase. */
  readonly factor: boolean;
  /** Changes with everything that opens the account, so that an earlier proof is worth nothing afterwards. */
  readonly state: string;
};

/** The two halves of a session: an id the server looks up, and a key only the browser holds. */
export type NewSession = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly sessionKey: string;
  /** By which a browser that signed in before is known again. */
  readonly mark: string;
};
