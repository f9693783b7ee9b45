import { getTranslations } from "next-intl/server";
import { ChoiceForm } from "@/components/cases/choice-form";
import { PressForm } from "@/components/cases/press-form";
import { GrantForm } from "@/components/people/grant-form";
import { LinkForm } from "@/components/people/link-form";
import { UnlockForm } from "@/components/people/unlock-form";
import { DESK } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import type { Person } from "@/lib/people/types";
import {
  changeRoleAction,
  endSessionsAction,
  grantAction,
  resetAccessAction,
  unlockAction,
} from "../actions";
import { linkWords, roleOptions } from "../words";

type PersonProps = { desk: string; person: Person };

/** Whom a form is about, and at which of their sites. */
const about = ({ desk, person }: PersonProps) => ({ [DESK]: desk, account: person.accountId });

async function wordsAbout({ person }: PersonProps) {
  const t = await getTranslations("staff.people");
  return { t, name: isolate(person.name || t("nameless")) };
}

/** Stays on the page after the grant, so that what became of it is said where it was asked for. */
export async function Grant(props: PersonProps) {
  const { t, name } = await wordsAbout(props);
  const words = {
    heading: t("grant.heading", { name }),
    text: t("grant.text", { name }),
    why: t("grant.why"),
    whyText: t("grant.whyText"),
    label: t("grant.label"),
    help: t("grant.help"),
    button: t("grant.button"),
    pending: t("grant.pending"),
  };
  const waiting = props.person.state === "waiting";
  return <GrantForm action={grantAction} hidden={about(props)} waiting={waiting} words={words} />;
}

export async function Role(props: PersonProps) {
  const [{ t, name }, options] = await Promise.all([wordsAbout(props), roleOptions()]);
  return (
    <section className="card stack">
      <h2>{t("role.heading")}</h2>
      <ChoiceForm
        id="role"
        name="role"
        action={changeRoleAction}
        hidden={about(props)}
        label={t("role.label", { name })}
        options={options}
        current={props.person.role}
        button={t("role.button")}
        pending={t("role.pending")}
      />
    </section>
  );
}

/** What to do when somebody's device is gone, or when they were gone themselves. */
export async function Device(props: PersonProps) {
  const { t, name } = await wordsAbout(props);
  const hidden = about(props);
  const unlockWords = {
    heading: t("unlock.heading"),
    text: t("unlock.text", { name }),
    button: t("unlock.button"),
    pending: t("unlock.pending"),
  };
  return (
    <>
      <UnlockForm
        action={unlockAction}
        hidden={hidden}
        locked={props.person.presence === "locked"}
        words={unlockWords}
      />
      <section className="card stack">
        <h2>{t("device.heading")}</h2>
        <p>{t("device.text", { name })}</p>
        <PressForm
          action={endSessionsAction}
          hidden={hidden}
          button={t("device.button")}
          pending={t("device.pending")}
        />
      </section>
    </>
  );
}

/** A new start for an access that was lost, or its end. */
export async function Access({ leaveHref, ...props }: PersonProps & { leaveHref: string }) {
  const [{ t, name }, link] = await Promise.all([wordsAbout(props), linkWords()]);
  return (
    <>
      <section className="card stack">
        <h2>{t("reset.heading", { name })}</h2>
        <p>{t("reset.text", { name })}</p>
        <LinkForm
          action={resetAccessAction}
          hidden={about(props)}
          words={{ button: t("reset.button"), pending: t("reset.pending") }}
          link={link}
        />
      </section>
      <section className="card stack">
        <h2>{t("leave.heading", { name })}</h2>
        <p>{t("leave.text")}</p>
        <p className="actions">
          <a className="button button-quiet" href={leaveHref}>
            {t("leave.link")}
          </a>
        </p>
      </section>
    </>
  );
}
