import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/staff/form-state";
import type { NetworkMessage } from "@/lib/messages/types";
import { MessageList } from "./message-list";

type MessageSectionProps = {
  messages: readonly NetworkMessage[];
  href: string;
  markRead: FormAction;
  desk: string;
};

/** What the network has told this site and whoever looks has not read, for the page "today". */
export function MessageSection({ messages, href, markRead, desk }: MessageSectionProps) {
  const t = useTranslations("staff.messages");
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="messages-heading" className="list-section">
      <h2 id="messages-heading">
        {t("title")} <span className="count">{messages.length}</span>
      </h2>
      <MessageList messages={messages} markRead={markRead} desk={desk} />
      <p className="further">
        <a href={href}>{t("all")}</a>
      </p>
    </section>
  );
}
