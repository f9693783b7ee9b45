import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MessageList } from "@/components/messages/message-list";
import { Empty } from "@/components/staff/empty";
import { requireDesk } from "@/lib/auth/gates";
import { listMessages } from "@/lib/messages/queries";
import { berlinDay } from "@/lib/time/rules";
import { markReadAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.messages");
  return { title: t("title") };
}

/** What the network told this site: what holds now, then what is over. */
export default async function MessagesPage() {
  const desk = await requireDesk();
  const now = new Date();
  const [t, messages] = await Promise.all([getTranslations("staff.messages"), listMessages(desk, now)]);
  const today = berlinDay(now);
  const current = messages.filter(({ untilOn }) => untilOn >= today);
  // Nobody has to tick off what is no news any more.
  const over = messages
    .filter(({ untilOn }) => untilOn < today)
    .map((message) => ({ ...message, read: true }));
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("leadSite")}</p>
      {messages.length === 0 && <Empty heading={t("noneHeading")} text={t("noneText")} />}
      {current.length > 0 && (
        <>
          <h2>{t("current")}</h2>
          <MessageList messages={current} markRead={markReadAction} desk={desk.site} />
        </>
      )}
      {over.length > 0 && (
        <>
          <h2>{t("earlier")}</h2>
          <MessageList messages={over} markRead={markReadAction} desk={desk.site} />
        </>
      )}
    </>
  );
}
