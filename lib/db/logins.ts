import { deriveSecret, env } from "../env";

/** The database logins that serve requests, besides one `site_<slug>` a site. Design, section 2. */
export const SURFACE_LOGINS = ["intake", "mailbox", "network", "auth", "jobs"] as const;

export type SurfaceLogin = (typeof SURFACE_LOGINS)[number];
export type SiteLogin = `site_${string}`;
export type Login = SurfaceLogin | SiteLogin;

/** Short enough for a PostgreSQL identifier, and safe inside one. */
export const SITE_SLUG = /^[a-z][a-z0-9-]{1,40}$/;

export const siteLogin = (slug: string): SiteLogin => `site_${slug}`;

/** The password of a login, derived from the one secret, so that none has to be stored. */
export const loginPassword = (login: Login): string =>
  deriveSecret(`database-login/${login}`).toString("hex");

/** A connection URL for one login on the configured server. */
export function loginUrl(login: Login): string {
  const url = new URL(env().DATABASE_URL);
  url.username = login;
  url.password = loginPassword(login);
  // Given in the query they would win over the login's own.
  for (const name of ["user", "password"]) url.searchParams.delete(name);
  return url.href;
}
