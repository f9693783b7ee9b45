import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LeaveForm } from "@/components/people/leave-form";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import { type AtPerson, findColleague } from "../find-colleague";
import { successorOptions } from "../successors";
import { leaveAction } from "./actions";

export async function generateMetadata({ params }: AtPerson): Promise<Metadata> {
  const { person } = await findColleague((await params).accountId);
  const t = await getTranslations("staff.people");
  return { title: t("leave.title", { name: isolate(person.name || t("nameless")) }) };
}

/** Says exactly what will happen, before anything does. */
export default async function LeavePage({ params }: AtPerson) {
  const { desk, person, people } = await findColleague((await params).accountId);
  const [t, locale] = await Promise.all([getTranslations("staff.people"), getLocale()]);
  const back = `/${locale}/dashboard/people/${person.accountId}`;
  if (person.state === "left" || person.accountId === desk.account) redirect(back);
  const name = isolate(person.name || t("nameless"));
  const words = {
    label: t("leave.casesTo"),
    help: t("leave.casesHelp", { count: person.openCases, digits: String(person.openCases) }),
    button: t("leave.button"),
    pending: t("leave.pending"),
    cancel: t("leave.cancel"),
  };
  return (
    <div className="person-page">
      <h1>{t("leave.title", { name })}</h1>
      <section className="card stack">
        <h2>{t("leave.willHeading")}</h2>
        <ul className="plain-points">
          <li>{t("leave.willSessions", { name })}</li>
          <li>{t("leave.willKeys", { name })}</li>
          <li>{t("leave.willRenew", { name })}</li>
          <li>{t("leave.willLinks")}</li>
          <li>{t("leave.willNot", { name })}</li>
        </ul>
        <LeaveForm
          action={leaveAction}
          hidden={{ [DESK]: desk.site, account: person.accountId }}
          options={await successorOptions(people, person.accountId)}
          cancelHref={back}
          words={words}
        />
      </section>
    </div>
  );
}
