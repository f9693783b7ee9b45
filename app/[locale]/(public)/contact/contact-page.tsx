import { ContactPage } from "@/components/public/contact-page";
import { isOutage } from "@/lib/http/outage";
import type { ContactErrors, ContactForm } from "@/lib/intake/schema";
import { listSites } from "@/lib/sites/queries";
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
};

/** The contact form with everything that was typed. Shown even while the database is away. */
export async function showContact(visit: Visit, { form, nonce, errors = {}, problem, status = 200 }: Shown) {
  const page = (
    <ContactPage
      locale={visit.locale}
      t={visit.t}
      sites={await knownSites(visit.now, form.site)}
      form={form}
      errors={errors}
      nonce={nonce}
      {...(problem ? { problem } : {})}
    />
  );
  return respond(page, { status });
}

/** When not even the list of sites can be read, the chosen one stays chosen. */
async function knownSites(now: Date, chosen: string): Promise<PublicSite[]> {
  try {
    return await listSites(now);
  } catch (error) {
    if (!isOutage(error)) throw error;
    const unknown = {
      carriers: [],
      stateCode: "",
      state: "",
      channels: [],
      languages: [],
      offices: [],
      website: null,
    };
    return chosen ? [{ ...unknown, id: chosen, name: chosen }] : [];
  }
}
