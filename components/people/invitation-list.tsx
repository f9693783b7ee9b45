import { useLocale, useTranslations } from "next-intl";
import { PressForm } from "@/components/cases/press-form";
import { DESK, type FormAction } from "@/components/staff/form-state";
import { formatMoment } from "@/components/staff/wording";
import type { OpenInvitation } from "@/lib/people/types";

/** Links that nobody has used yet. */
export function InvitationList({
  invitations,
  withdraw,
  desk,
}: {
  invitations: OpenInvitation[];
  withdraw: FormAction;
  desk: string;
}) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <ul className="own-list">
      {invitations.map(({ id, name, role, resets, expiresAt, late }) => {
        const moment = formatMoment(locale, expiresAt.toISOString());
        return (
          <li key={id}>
            <div>
              <p className="strong">
                <bdi>{name || t("people.nameless")}</bdi>
              </p>
              <p className="help">
                {resets ? t("people.invitations.reset") : t(`account.role.${role}`)}
                {" · "}
                {late ? t("people.invitations.late", { moment }) : t("people.invitations.until", { moment })}
              </p>
            </div>
            <PressForm
              action={withdraw}
              hidden={{ [DESK]: desk, id }}
              button={t("people.invitations.withdraw")}
              pending={t("people.invitations.withdrawing")}
            />
          </li>
        );
      })}
    </ul>
  );
}
