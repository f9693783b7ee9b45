import { TickCard } from "../choice-cards";
import { LineField, TextField } from "../field";
import { fieldState, Step, type StepProps } from "./step";

export function ReachStep(props: StepProps) {
  const { t, form } = props;
  return (
    <Step number={3} heading={t("public.contact.reach.heading")}>
      <p>{t("public.contact.reach.intro")}</p>
      <TickCard
        t={t}
        name="anonymous"
        label={t("public.contact.reach.anonymous")}
        help={t("public.contact.reach.anonymousHelp")}
        checked={form.anonymous !== ""}
      />
      <Identity {...props} />
      <TextField
        {...fieldState(props, "safeContact")}
        label={t("public.contact.reach.safeContact")}
        help={t("public.contact.reach.safeContactHelp")}
        rows={3}
        optional
      />
      <LineField
        {...fieldState(props, "postalCode")}
        label={t("public.contact.reach.postalCode")}
        help={t("public.contact.reach.postalCodeHelp")}
        inputMode="numeric"
        dir="ltr"
        className="short"
        optional
      />
    </Step>
  );
}

/** The three fields that anonymity leaves out; the stylesheet shows the note while the tick is set. */
function Identity(props: StepProps) {
  const { t } = props;
  return (
    <div className="identity">
      <p className="unstored">{t("public.contact.reach.anonymousNote")}</p>
      <LineField
        {...fieldState(props, "name")}
        label={t("public.contact.reach.name")}
        help={t("public.contact.reach.nameHelp")}
        optional
      />
      <LineField
        {...fieldState(props, "phone")}
        label={t("public.contact.reach.phone")}
        help={t("public.contact.reach.phoneHelp")}
        type="tel"
        dir="ltr"
        optional
      />
      <LineField
        {...fieldState(props, "email")}
        label={t("public.contact.reach.email")}
        help={t("public.contact.reach.emailHelp")}
        type="email"
        dir="ltr"
        optional
      />
    </div>
  );
}
