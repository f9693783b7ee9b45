import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SentMessageCard } from "@/components/messages/sent-message";
import { SettingsForm } from "@/components/settings/settings-form";
import { Empty } from "@/components/staff/empty";
import { requireNetworkDesk } from "@/lib/auth/gates";
import { listSentMessages } from "@/lib/messages/queries";
import { stateOf } from "@/lib/messages/rules";
import { listNetworkSites } from "@/lib/network/queries";
import { berlinDay } from "@/lib/time/rules";
import { sendMessageAction, withdrawMessageAction } from "./actions";
import { messageFields } from "./fields";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.messages");
  return { title: t("title") };
}

/** What the network tells its sites: a form for something new, and what was sent. */
export default async function NetworkMessagesPage() {
  const desk = await requireNetworkDesk();
  const now = new Date();
  const [t, sent, sites] = await Promise.all([
    getTranslations("staff.messages"),
    listSentMessages(desk),
    listNetworkSites(desk, now),
  ]);
  const today = berlinDay(now);
  const newId = randomUUID(); // with every page another: the same form sent twice stays one message
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("leadNetwork")}</p>
      <p className="notice notice-note">{t("noCases")}</p>
      <h2>{t("new")}</h2>
      <SettingsForm
        id="message"
        action={sendMessageAction}
        hidden={{}}
        seen={newId}
        fields={messageFields(t, sites)}
        values={{ fromOn: today }}
        words={{ button: t("send"), pending: t("pending"), current: "" }}
      />
      <h2>{t("sent")}</h2>
      {sent.length === 0 ? (
        <Empty heading={t("noneSentHeading")} text={t("noneSentText")} />
      ) : (
        <ul className="messages">
          {sent.map((message) => (
            <SentMessageCard
              key={message.id}
              message={message}
              state={stateOf(message, today)}
              sites={sites}
              withdraw={withdrawMessageAction}
            />
          ))}
        </ul>
      )}
    </>
  );
}
