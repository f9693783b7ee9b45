import type { ReactNode } from "react";

/** A telephone number to call; numbers run from left to right in every language. */
export const PhoneLink = ({ phone, className }: { phone: string; className?: string }) => (
  <a href={`tel:${phone.replaceAll(" ", "")}`} dir="ltr" className={className}>
    {phone}
  </a>
);

export const MailLink = ({ email }: { email: string }) => (
  <a href={`mailto:${email}`} dir="ltr">
    {email}
  </a>
);

/** A page of somebody else, by the name of its host. They do not learn where a person comes from. */
export const HostLink = ({ href }: { href: string }) => (
  <a href={href} rel="noreferrer" dir="ltr">
    {new URL(href).hostname.replace(/^www\./, "")}
  </a>
);

/** Names and addresses stay German in every language, and are read out as German. */
export const German = ({ children }: { children: ReactNode }) => <bdi lang="de">{children}</bdi>;
