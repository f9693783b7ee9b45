import type { FormAction, FormState } from "@/components/staff/form-state";

/** What an action of a passkey's ceremony gives back: what to ask the authenticator next, or where to go. */
export type PasskeyState = FormState & { readonly options?: unknown; readonly href?: string };

export type PasskeyAction = FormAction<PasskeyState>;
