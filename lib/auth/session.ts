import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { emailLookup } from "../crypto/lookup";
import { openTicket, sealTicket } from "../crypto/ticket";
import { deriveSecret, usesHttps } from "../env";
import { clientAddress } from "../http/request";
import { endSession, openSession, type SignInResult } from "./commands";
import { findStaff, type Staff } from "./queries";
import { ABSOLUTE_MS } from "./rules";
import type { SignIn } from "./schema";

const cookieName = (part: "session" | "key" | "known"): string =>
  `${usesHttps() ? "__Host-" : ""}weact-${part}`;
/** How long a browser counts as known, to which delays meant for strangers do not apply. */
const KNOWN_MS = 90 * 24 * 3_600_000;
const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() }) as const;

/**
 * next-auth carries the session's id in its encrypted token and nothing else. Whether the session still counts
 * is decided from the database on every request. Its HTTP endpoints are not mounted: sign-in and sign-out are
 * our own actions. Configured for each request, because a build, which loads this module too, knows no secret.
 */
const { auth, signIn, signOut } = NextAuth(() => ({
  secret: deriveSecret("next-auth").toString("hex"),
  trustHost: true,
  session: { strategy: "jwt", maxAge: ABSOLUTE_MS / 1000 },
  cookies: { sessionToken: { name: cookieName("session"), options: cookieOptions() } },
  providers: [
    Credentials({
      credentials: { sessionId: {} },
      authorize: ({ sessionId }) => ({ id: String(sessionId) }),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user?.id ? { sid: user.id } : { sid: token.sid }),
    session: ({ session, token }) => Object.assign(session, { user: { id: String(token.sid ?? "") } }),
  },
  logger: { error() {}, warn() {}, debug() {} }, // its messages may quote what was sent
}));

/** Signs a person in and hands the browser the two halves of the session. One it had before is over. */
export async function startSession(input: SignIn, now: Date): Promise<SignInResult> {
  const jar = await cookies();
  const account = accountMark(input.email);
  const known = openTicket("known", jar.get(cookieName("known"))?.value, now) === account;
  const result = await openSession(input, clientAddress(await headers()), now, known);
  if (!result.ok) return result;
  await endCurrent();
  const { sessionId, sessionKey } = result.session;
  await signIn("credentials", { sessionId, redirect: false });
  jar.set(cookieName("key"), sessionKey, { ...cookieOptions(), maxAge: ABSOLUTE_MS / 1000 });
  const expires = new Date(now.getTime() + KNOWN_MS);
  jar.set(cookieName("known"), sealTicket("known", account, expires), { ...cookieOptions(), expires });
  return result;
}

const accountMark = (email: string): string => Buffer.from(emailLookup(email)).toString("base64url");

async function endCurrent(): Promise<void> {
  const session = await auth();
  if (session?.user?.id) await endSession(session.user.id);
}

/** Ends the session in the database first, so that copied cookies are worth nothing. */
export async function stopSession(): Promise<void> {
  const session = await auth();
  if (session?.user?.id) await endSession(session.user.id);
  (await cookies()).set(cookieName("key"), "", { ...cookieOptions(), maxAge: 0 });
  await signOut({ redirect: false });
}

/** The person this request comes from, or null. Asks for a real session id, not for a session object. */
export async function currentStaff(now: Date): Promise<Staff | null> {
  const session = await auth();
  const sessionKey = (await cookies()).get(cookieName("key"))?.value;
  return session?.user?.id && sessionKey ? findStaff(session.user.id, sessionKey, now) : null;
}
