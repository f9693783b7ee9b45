import { useLocale, useTranslations } from "next-intl";
import { PressForm } from "@/components/cases/press-form";
import type { FormAction } from "@/components/staff/form-state";
import { isolate } from "@/components/staff/wording";
import type { MessageState, SentMessage } from "@/lib/messages/types";
import { MessageBody } from "./message-body";

type SentMessageProps = {
  message: SentMessage;
  state: MessageState;
  sites: readonly { id: string; name: string }[];
  withdraw: FormAction;
};

/** A message as the coordinator sees it: to whom, where it stands, and a way to take it back. */
export function SentMessageCard({ message, state, sites, withdraw }: SentMessageProps) {
  const t = useTranslations("staff.messages");
  const locale = useLocale();
  const names = (message.sites === "all" ? [] : message.sites).map((id) =>
    isolate(sites.find((site) => site.id === id)?.name ?? id),
  );
  const to = new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  return (
    <li className="card message">
      <MessageBody message={message} mark={t(`state.${state}`)} quiet={state !== "current"} />
      <p className="help">{message.sites === "all" ? t("toAll") : t("toSome", { sites: to })}</p>
      {(state === "current" || state === "planned") && (
        <PressForm
          action={withdraw}
          hidden={{ id: message.id }}
          button={t("withdraw")}
          pending={t("pending")}
        />
      )}
    </li>
  );
}
