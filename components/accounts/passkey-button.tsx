"use client";

import { browserSupportsWebAuthn } from "@simplewebauthn/browser";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { FormNotice } from "@/components/staff/form-parts";
import type { FormState } from "@/components/staff/form-state";
import type { PasskeyAction, PasskeyState } from "./passkey-state";
import { makePasskey, signWithPasskey } from "./webauthn";

export type PasskeyWords = {
  button: string;
  pending: string;
  /** Nothing came of it: cancelled, no passkey on this device, and the like. */
  failed: string;
  /** Shown where the page runs without scripts; absent where the button is an extra. */
  noScript?: string;
};

type PasskeyButtonProps = {
  /** `register` makes a passkey, `sign` uses one, `unlock` uses one together with the secret that opens the account. */
  mode: "register" | "sign" | "unlock";
  begin: PasskeyAction;
  finish: PasskeyAction;
  /** Of a new passkey: lets it open the account by itself, where the device can do that. */
  unlock?: PasskeyAction;
  hidden?: Readonly<Record<string, string>>;
  words: PasskeyWords;
  quiet?: boolean;
};

/** Everything about passkeys happens between browser and device, so it needs scripts; everything else has another way. */
export function PasskeyButton({ words, quiet, ...ceremony }: PasskeyButtonProps) {
  const router = useRouter();
  const [ready, setReady] = useState(false);
  const [running, setRunning] = useState(false);
  const [state, setState] = useState<FormState>({});
  useEffect(() => setReady(browserSupportsWebAuthn()), []);
  if (!ready) return words.noScript ? <p className="help">{words.noScript}</p> : null;

  const press = async () => {
    if (running) return;
    setRunning(true);
    const result = await run(ceremony).catch((): PasskeyState => ({ problem: words.failed }));
    if (result.href) return window.location.assign(result.href);
    setState(result);
    setRunning(false);
    router.refresh();
  };
  return (
    <div className="stack">
      <p className="actions">
        <button
          type="button"
          className={quiet ? "button button-quiet" : "button"}
          aria-disabled={running || undefined}
          onClick={press}
        >
          {running ? words.pending : words.button}
        </button>
      </p>
      <FormNotice state={state} />
    </div>
  );
}

type Ceremony = Omit<PasskeyButtonProps, "words" | "quiet">;

async function run({ mode, begin, finish, unlock, hidden = {} }: Ceremony): Promise<PasskeyState> {
  const begun = await begin({}, formOf(hidden));
  if (!begun.options) return begun;
  if (mode !== "register") return sign(begun.options, finish, mode === "unlock", hidden);
  const { credential, canUnlock } = await makePasskey(begun.options);
  const made = await finish({}, formOf({ ...hidden, credential }));
  if (!canUnlock || !unlock || !made.options) return made;
  // The passkey is stored; whether it also opens the account by itself is a comfort that may fail.
  return sign(made.options, unlock, true, hidden).catch(() => made);
}

async function sign(
  options: unknown,
  finish: PasskeyAction,
  withSecret: boolean,
  hidden: Readonly<Record<string, string>>,
): Promise<PasskeyState> {
  const { credential, prf } = await signWithPasskey(options, withSecret);
  return finish({}, formOf({ ...hidden, credential, ...(prf ? { prf } : {}) }));
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
