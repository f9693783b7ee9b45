"use server";

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

export const answerAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, answerPersonSchema, answerPerson, "answer");

export const noteAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, addNoteSchema, addNote, "notes");

export const changeStatusAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, changeStatusSchema, changeStatus, "status");

export const assignAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, assignCaseSchema, assignCase, "assign");

export const markReadAction = async (_previous: FormState, form: FormData): Promise<FormState> =>
  commandAtDesk(form, markReadSchema, markRead, "assign");
