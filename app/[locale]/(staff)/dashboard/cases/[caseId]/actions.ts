"use server";

import { refresh } from "next/cache";
import type { FormState } from "@/components/staff/form-state";
import { addNote, answerPerson, assignCase, changeStatus, markRead } from "@/lib/cases/commands";
import {
  addNoteSchema,
  answerPersonSchema,
  assignCaseSchema,
  changeStatusSchema,
  markReadSchema,
} from "@/lib/cases/schema";
import { commandAtDesk } from "../../at-desk";

/** Whatever came of it, the page then shows the case as it is now. */
async function withFreshCase(outcome: Promise<FormState>): Promise<FormState> {
  const state = await outcome;
  if (!state.signIn) refresh();
  return state;
}

export const answerAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  withFreshCase(commandAtDesk(form, answerPersonSchema, answerPerson, "answer"));

export const noteAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  withFreshCase(commandAtDesk(form, addNoteSchema, addNote, "notes"));

export const changeStatusAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  withFreshCase(commandAtDesk(form, changeStatusSchema, changeStatus, "status"));

export const assignAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  withFreshCase(commandAtDesk(form, assignCaseSchema, assignCase, "assign"));

export const markReadAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  withFreshCase(commandAtDesk(form, markReadSchema, markRead, "assign"));
