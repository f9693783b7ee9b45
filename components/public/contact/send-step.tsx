import type { Translator } from "@/lib/i18n/translator";
import type { ContactForm } from "@/lib/intake/schema";
import { TickCard } from "../choice-cards";
import { Step } from "./step";

export function SendStep({ t, form }: { t: Translator; form: ContactForm }) {
  return (
    <Step number={5} heading={t("public.contact.send.heading")}>
      <TickCard
        t={t}
        name="consent"
        label={t("public.contact.send.consent")}
        help={t("public.contact.send.consentHelp")}
        checked={form.consent !== ""}
        optional
      />
      <button type="submit" className="button">
        {t("public.contact.send.button")}
      </button>
      <p className="help">{t("public.contact.send.next")}</p>
    </Step>
  );
}
