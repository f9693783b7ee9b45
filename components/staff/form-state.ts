/**
 * What a form's action gives back. Sentences are finished here, because the forms run in the browser, where
 * no catalogue is. `values` is everything that was typed, so that no refusal loses any of it.
 */
export type FormState = {
  readonly values?: Readonly<Record<string, string>>;
  /** Why nothing was done. */
  readonly problem?: string;
  /** Beside the fields, by name. */
  readonly errors?: Readonly<Record<string, string>>;
  /** Where to sign in again, when that is what was missing. */
  readonly signIn?: { readonly href: string; readonly label: string };
  /** What was done. */
  readonly done?: string;
};

/** Under this name a form that belongs to no case says at whose desk it was opened. */
export const DESK = "desk";

export type FormAction<S extends FormState = FormState> = (previous: S, form: FormData) => Promise<S>;
