import { z } from "zod";

const MAX_NAME = 80;

const account = z.uuid();

/** How colleagues see somebody. Messages are keys under `staff.errors`. */
export const memberName = z.string().trim().min(1, "nameEmpty").max(MAX_NAME, "nameTooLong");

export const inviteSchema = z.object({ name: memberName, role: z.enum(["counsellor", "lead"]) });
export const invitationIdSchema = z.object({ id: z.uuid() });
export const grantSchema = z.object({
  account,
  /** As the newcomer reads it out; spaces and dashes do not count. */
  fingerprint: z
    .string()
    .transform((typed) => typed.normalize("NFKC").replace(/\D/g, ""))
    .pipe(z.string().length(12, "fingerprintIncomplete")),
});
export const roleSchema = z.object({ account, role: z.enum(["counsellor", "lead"]) });
export const personSchema = z.object({ account });
export const leaveSchema = z.object({
  account,
  /** Who takes over the open cases; nobody in particular when empty. */
  casesTo: z.union([account, z.literal("").transform(() => null)]),
});

export type Invite = z.infer<typeof inviteSchema>;
export type GrantKeys = z.infer<typeof grantSchema>;
export type ChangeRole = z.infer<typeof roleSchema>;
export type Leave = z.infer<typeof leaveSchema>;
