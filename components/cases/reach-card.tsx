import { useLocale, useTranslations } from "next-intl";
import { Sign } from "@/components/staff/sign";
import { formatDay } from "@/components/staff/wording";
import type { CaseFile } from "@/lib/cases/types";
import type { EnquiryDetails } from "@/lib/intake/types";
import { channelName } from "./case-table";
import { PersonText } from "./person-text";

type ReachProps = {
  caseFile: CaseFile;
  details: EnquiryDetails /** When the person changed them last. */;
  changedOn: Date | null;
};

/** How to reach the person. What is safe for them comes first: before a number that could be dialled. */
export function ReachCard({ caseFile, details, changedOn }: ReachProps) {
  const t = useTranslations("staff.case.reach");
  const all = useTranslations("staff");
  const locale = useLocale();
  const { safeContact, setting, anonymous } = details;
  return (
    <section className="card reach" aria-labelledby="reach-heading">
      <h2 id="reach-heading">{t("heading")}</h2>
      {changedOn && <p className="help">{t("updated", { day: formatDay(locale, changedOn) })}</p>}
      <div className="safe">
        <Sign name="shield" />
        <div>
          <h3>{t("safe")}</h3>
          {safeContact ? (
            <PersonText text={safeContact} language={caseFile.language} />
          ) : (
            <p>{anonymous ? t("safeAnonymous") : t("safeMissing")}</p>
          )}
        </div>
      </div>
      {anonymous ? <p>{t("anonymous")}</p> : null}
      <dl className="pairs">
        {!anonymous && <Addresses details={details} language={caseFile.language} />}
        <dt>{t("mailbox")}</dt>
        <dd>{caseFile.hasMailbox ? t("mailboxYes") : t("mailboxNo")}</dd>
        <dt>{t("channel")}</dt>
        <dd>{channelName(all, caseFile.channel)}</dd>
        {setting && (
          <>
            <dt>{t("setting")}</dt>
            <dd>
              <PersonText text={setting} language={caseFile.language} />
            </dd>
          </>
        )}
      </dl>
      <Consent given={details.consent.given} />
    </section>
  );
}

function Addresses({
  details: { name, phone, email },
  language,
}: {
  details: EnquiryDetails;
  language: string;
}) {
  const t = useTranslations("staff.case.reach");
  const missing = <span className="muted">{t("notGiven")}</span>;
  return (
    <>
      <dt>{t("name")}</dt>
      <dd>
        {name ? (
          <bdi lang={language} className="strong">
            {name}
          </bdi>
        ) : (
          missing
        )}
      </dd>
      <dt>{t("phone")}</dt>
      <dd>
        {phone ? (
          <a href={`tel:${phone.replace(/[^\d+]/g, "")}`} dir="ltr">
            {phone}
          </a>
        ) : (
          missing
        )}
      </dd>
      <dt>{t("email")}</dt>
      <dd>
        {email ? (
          <a href={`mailto:${encodeURIComponent(email)}`} dir="ltr">
            {email}
          </a>
        ) : (
          missing
        )}
      </dd>
    </>
  );
}

function Consent({ given }: { given: boolean }) {
  const t = useTranslations("staff.case.reach");
  return (
    <p className={given ? "notice notice-done" : "notice notice-problem"}>
      <Sign name={given ? "done" : "alert"} />
      <span>
        <strong>{given ? t("consentGiven") : t("consentMissing")}</strong>{" "}
        {given ? t("consentGivenText") : t("consentMissingText")}
      </span>
    </p>
  );
}
