import { ContactPage } from "@/components/public/contact-page";
import type { ContactErrors, ContactForm } from "@/lib/intake/schema";
import { listSites } from "@/lib/sites/queries";
import { unknownSite } from "@/lib/sites/rules";
import type { PublicSite } from "@/lib/sites/types";
import type { Visit } from "../public-route";
import { respond } from "../respond";

export type ContactProblem = "expired" | "tooMany" | "foreign" | "unavailable";

type Shown = {
  form: ContactForm;
  nonce: string;
  errors?: ContactErrors;
  problem?: ContactProblem;
  status?: number;
  cookie?: string;
  /** Whether this is the form as anybody finds it. */
  found?: boolean;
};

/** The contact form with everything that was typed. Shown even while the database is away. */
export async function showContact(visit: Visit, shown: Shown): Promise<Response> {
  const { form, nonce, errors = {}, problem, status = 200, cookie, found } = shown;
  const page = (
    <ContactPage
      locale={visit.locale}
      t={visit.t}
      sites={await knownSites(visit.now, form.site)}
      form={form}
      errors={errors}
      nonce={nonce}
      origin={found ? visit.origin : undefined}
      {...(problem ? { problem } : {})}
    />
  );
  return respond(page, { status, ...(cookie ? { cookie } : {}) });
}

/** When not even the list of sites can be read, the chosen one stays chosen, and what was typed comes back. */
async function knownSites(now: Date, chosen: string): Promise<PublicSite[]> {
  try {
    return await listSites(now);
  } catch {
    return chosen ? [unknownSite(chosen)] : [];
  }
}
