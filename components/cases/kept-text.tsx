"use client";

import { useActionState } from "react";
import type { FormAction, FormState } from "@/components/staff/form-state";
import { TextForm, type TextFormWords } from "./text-form";

type KeptTextProps = { id: string; action: FormAction; page: string; words: TextFormWords; rows: number };

/** A text that was sent without scripts from a page that is not there any more, ready to be sent again. */
export function KeptText({ id, action, page, words, rows }: KeptTextProps) {
  const [state] = useActionState<FormState, FormData>(action, {}, page);
  const { text, ...hidden } = state.values ?? {};
  if (!text) return null;
  return (
    <section className="card">
      <TextForm id={id} action={action} page={page} hidden={hidden} words={words} rows={rows} />
    </section>
  );
}
