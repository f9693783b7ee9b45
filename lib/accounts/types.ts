import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Device, NewSession, Proof } from "../auth/types";

/** What is wrong with a passphrase that somebody wants to use; the codes are message keys. */
export type PassphraseProblem = "tooShort" | "tooLong" | "common" | "personal";

/** Why a link to join leads nowhere. */
export type InvitationProblem = "unknown" | "used" | "late" | "elsewhere";

/** What a link is for: somebody's first or further site, a new start for a lost access, or the network. */
export type Invitation =
  | { readonly kind: "site"; readonly siteId: string; readonly role: "counsellor" | "lead" }
  | { readonly kind: "reset"; readonly siteId: string }
  | { readonly kind: "network" };

export type FoundInvitation =
  | { ok: true; invitation: Invitation }
  | { ok: false; reason: InvitationProblem; usedBy: string | null };

export type JoinResult =
  | { ok: true; session: NewSession }
  | { ok: false; reason: InvitationProblem | "emailTaken" | PassphraseProblem };

export type JoinAlsoResult =
  | { ok: true; siteId: string | null }
  | { ok: false; reason: InvitationProblem | "member" };

/** What becomes of a second thing that somebody proves. */
export type StepResult =
  | { ok: true; session: NewSession }
  /** Proven, and a new passphrase has to be chosen now. */
  | { ok: true; proof: Proof; session?: never }
  | { ok: false; reason: "wrong" | "codeUsed" | "tooMany" | "over" | "locked" | "notUsable" }
  | { ok: false; reason: "clock"; minutes: number }
  | { ok: false; reason: "wait"; seconds: number };

export type CodeRefusal =
  | { ok: false; reason: "wrong" | "codeUsed" }
  | { ok: false; reason: "clock"; minutes: number };

export type CodeCheck = { ok: true; step: number } | CodeRefusal;

/** The output of a passkey's PRF extension: it opens an account as a passphrase does, and is as secret. */
export type Prf = Uint8Array;

export type { AuthenticationResponseJSON, RegistrationResponseJSON };

/** How somebody's own access stands. */
export type Access = {
  readonly hasTotp: boolean;
  readonly passkeys: readonly OwnPasskey[];
  readonly recovery: "none" | "unconfirmed" | "confirmed";
  readonly locale: string;
};

export type OwnPasskey = {
  /** The credential id, base64url. */
  readonly id: string;
  readonly device: Device;
  /** Whether it signs in by itself. */
  readonly unlocks: boolean;
  readonly createdOn: Date;
  readonly usedOn: Date | null;
};

export type OwnSession = {
  /** The stored hash, base64url: names the session and opens nothing. */
  readonly id: string;
  readonly device: Device;
  readonly openedOn: Date;
  readonly current: boolean;
};

/** How somebody stands at a site of theirs. */
export type Place = {
  readonly siteId: string;
  readonly role: "counsellor" | "lead";
  /**
   * `open`: with keys. `waiting`: a colleague has to grant them. `founding`: the site has no key yet.
   * `abandoned`: it has keys, and nobody is left who holds them.
   */
  readonly state: "open" | "waiting" | "founding" | "abandoned";
};
