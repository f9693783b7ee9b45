import { cookies, headers } from "next/headers";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { emailLookup, sessionHash } from "../crypto/lookup";
import { openTicket, sealTicket } from "../crypto/ticket";
import { deriveSecret, usesHttps } from "../env";
import { clientAddress } from "../http/request";
import { endSession, markOf, openSession, type SignInResult } from "./commands";
import { keepProof } from "./proof";
import { findStaff, type Staff } from "./queries";
import { ABSOLUTE_MS, deviceOf } from "./rules";
import type { SignIn } from "./schema";
import type { Caller, NewSession } from "./types";

const cookieName = (part: "session" | "key" | "known" | "desk"): string =>
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

/** next-auth would otherwise keep the page it was called from in a cookie, and so the token of an invitation. */
const NOWHERE = "/";

/** Who sends this request, as far as limits and the list of sessions need it. */
export async function currentCaller(now: Date): Promise<Caller> {
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  const knownMark = openTicket("known", jar.get(cookieName("known"))?.value, now) as string | null;
  return { address: clientAddress(sent), device: deviceOf(sent.get("user-agent")), knownMark };
}

/** Signs a person in by passphrase; where a second factor has to follow, the browser keeps the proof of the first. */
export async function startSession(input: SignIn, now: Date): Promise<SignInResult> {
  const mark = markOf(emailLookup(input.email));
  const { address, device, knownMark } = await currentCaller(now);
  const result = await openSession(input, address, now, knownMark === mark, device);
  if (result.ok) await keepSession(result.session, now);
  else if (result.reason === "factor") await keepProof(result.proof, now);
  return result;
}

/** Hands the browser the two halves of a session. One it had before is over. */
export async function keepSession({ sessionId, sessionKey, mark }: NewSession, now: Date): Promise<void> {
  const jar = await cookies();
  await endCurrent();
  await signIn("credentials", { sessionId, redirect: false, redirectTo: NOWHERE });
  jar.set(cookieName("key"), sessionKey, { ...cookieOptions(), maxAge: ABSOLUTE_MS / 1000 });
  const expires = new Date(now.getTime() + KNOWN_MS);
  jar.set(cookieName("known"), sealTicket("known", mark, expires), { ...cookieOptions(), expires });
}

async function endCurrent(): Promise<void> {
  const session = await auth();
  if (session?.user?.id) await endSession(session.user.id);
}

/** Ends the session in the database first, so that copied cookies are worth nothing. */
export async function stopSession(): Promise<void> {
  const session = await auth();
  if (session?.user?.id) await endSession(session.user.id);
  (await cookies()).set(cookieName("key"), "", { ...cookieOptions(), maxAge: 0 });
  await signOut({ redirect: false, redirectTo: NOWHERE });
}

/** The person this request comes from, or null. Asks for a real session id, not for a session object. */
export async function currentStaff(now: Date): Promise<Staff | null> {
  const session = await auth();
  const sessionKey = (await cookies()).get(cookieName("key"))?.value;
  return session?.user?.id && sessionKey ? findStaff(session.user.id, sessionKey, now) : null;
}

/** The hash under which this browser's session is stored, by which its owner tells it from their others. */
export async function currentSessionHash(): Promise<Uint8Array> {
  const session = await auth();
  return sessionHash(session?.user?.id ?? "");
}

/** The site whose desk somebody has chosen, who works at several. A wish, not a right: `openDesk` decides. */
export const chosenSite = async (): Promise<string | undefined> =>
  (await cookies()).get(cookieName("desk"))?.value;

/** Chooses the desk that this browser works at from now on. */
export async function chooseSite(site: string): Promise<void> {
  (await cookies()).set(cookieName("desk"), site, { ...cookieOptions(), maxAge: ABSOLUTE_MS / 1000 });
}
