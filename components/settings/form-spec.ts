import type { FormState } from "@/components/staff/form-state";

/** One field of a settings form, with its words. Made on the server, where the catalogues are. */
export type FieldSpec =
  | {
      kind: "line";
      name: string;
      label: string;
      help?: string;
      type?: "text" | "url" | "date" | "email";
      /** Written from left to right in every language: addresses, times, codes. */
      ltr?: boolean;
      numeric?: boolean;
      wide?: boolean;
    }
  | {
      kind: "paragraph";
      name: string;
      label: string;
      help?: string;
      rows: number;
      lang?: string;
      ltr?: boolean;
    }
  | { kind: "check"; name: string; label: string; help?: string }
  /** Something to be ticked, with the words it stands for right below: `label` names them to a screen reader. */
  | { kind: "share"; tick: string; tickLabel: string; name: string; label: string }
  | { kind: "choice"; name: string; label: string; help?: string; options: (Option | OptionGroup)[] }
  | { kind: "boxes"; name: string; legend: string; help?: string; options: (Option | OptionGroup)[] }
  | { kind: "file"; name: string; label: string; help: string; accept: string }
  | { kind: "group"; legend: string; help?: string; fields: FieldSpec[]; folded?: boolean };

export type Option = { value: string; label: string };

/** Options that belong together under one name, which itself cannot be chosen. */
export type OptionGroup = { label: string; options: Option[] };

/** A fact and what it says, for reading. */
export type Saying = { label: string; text: string };

export type SettingsState = FormState & {
  /** What the form now rests on, after it was sent. */
  readonly seen?: string;
  /** What somebody else has written meanwhile, to be compared with what was typed. */
  readonly current?: readonly Saying[];
};

export type SettingsFormWords = {
  button: string;
  pending: string;
  preview?: string;
  /** Above what somebody else has written. */
  current: string;
};
