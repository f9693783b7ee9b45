import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PersonFacts } from "@/components/people/person-facts";
import { PersonState } from "@/components/people/person-state";
import { BackLink } from "@/components/staff/back-link";
import { Access, Device, Grant, Role } from "./cards";
import { type AtPerson, findColleague } from "./find-colleague";
import { Left } from "./left";

export async function generateMetadata({ params }: AtPerson): Promise<Metadata> {
  const { person } = await findColleague((await params).accountId);
  const t = await getTranslations("staff.people");
  return { title: person.name || t("nameless") };
}

/** Everything that a lead can do about one person. */
export default async function PersonPage({ params }: AtPerson) {
  const { desk, person, people } = await findColleague((await params).accountId);
  const [t, locale] = await Promise.all([getTranslations("staff.people"), getLocale()]);
  const home = `/${locale}/dashboard/people`;
  const name = person.name || t("nameless");
  const about = { desk: desk.site, person };
  return (
    <div className="person-page">
      <BackLink href={home}>{t("back")}</BackLink>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <section className="card stack" aria-label={t("facts.label")}>
        <PersonState person={person} />
        <PersonFacts person={person} />
      </section>
      {person.state === "left" && <Left desk={desk.site} person={person} people={people} />}
      {person.state !== "left" && person.accountId === desk.account && <Self />}
      {person.state !== "left" && person.accountId !== desk.account && (
        <>
          <Grant {...about} />
          <Role {...about} />
          <Device {...about} />
          <Access {...about} leaveHref={`${home}/${person.accountId}/leave`} />
        </>
      )}
    </div>
  );
}

async function Self() {
  const [t, locale] = await Promise.all([getTranslations("staff.people"), getLocale()]);
  return (
    <section className="card stack">
      <p>{t("self")}</p>
      <p>
        <a href={`/${locale}/account`}>{t("selfLink")}</a>
      </p>
    </section>
  );
}
