import { z } from "zod";

export const signInSchema = z.object({
  email: z.string().trim().min(1).max(300),
  passphrase: z.string().min(1).max(1_000),
});

export type SignIn = z.infer<typeof signInSchema>;
