import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { InvitationList } from "@/components/people/invitation-list";
import { InviteForm } from "@/components/people/invite-form";
import { PersonList } from "@/components/people/person-list";
import { DESK } from "@/components/staff/form-state";
import { requireLead } from "@/lib/auth/gates";
import { listInvitations, listPeople } from "@/lib/people/queries";
import { inviteAction, withdrawAction } from "./actions";
import { linkWords, roleOptions } from "./words";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.people");
  return { title: t("title") };
}

/** Who works at the site, who is about to, and who did. */
export default async function PeoplePage() {
  const desk = await requireLead();
  const now = new Date();
  const [t, locale, people, invitations] = await Promise.all([
    getTranslations("staff.people"),
    getLocale(),
    listPeople(desk, now),
    listInvitations(desk, now),
  ]);
  const home = `/${locale}/dashboard/people`;
  const [left, present] = [
    people.filter(({ state }) => state === "left"),
    people.filter(({ state }) => state !== "left"),
  ];
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <section aria-labelledby="here" className="list-section">
        <h2 id="here">{t("hereHeading")}</h2>
        <PersonList people={present} me={desk.account} home={home} />
      </section>
      {invitations.length > 0 && (
        <section aria-labelledby="invitations" className="list-section people-part">
          <h2 id="invitations">{t("invitations.heading")}</h2>
          <InvitationList invitations={invitations} withdraw={withdrawAction} desk={desk.site} />
        </section>
      )}
      <Invite desk={desk.site} />
      {left.length > 0 && (
        <section aria-labelledby="left" className="list-section">
          <h2 id="left">{t("leftHeading")}</h2>
          <p className="help">{t("leftHelp")}</p>
          <PersonList people={left} me={desk.account} home={home} />
        </section>
      )}
    </>
  );
}

async function Invite({ desk }: { desk: string }) {
  const [t, roles, link] = await Promise.all([
    getTranslations("staff.people.invite"),
    roleOptions(),
    linkWords(),
  ]);
  const words = {
    name: t("name"),
    nameHelp: t("nameHelp"),
    role: t("role"),
    roleHelp: t("roleHelp"),
    button: t("button"),
    pending: t("pending"),
  };
  return (
    <section className="card stack people-part" id="invite" aria-labelledby="invite-heading">
      <h2 id="invite-heading">{t("heading")}</h2>
      <InviteForm action={inviteAction} hidden={{ [DESK]: desk }} roles={roles} words={words} link={link} />
    </section>
  );
}
