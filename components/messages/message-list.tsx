import { useTranslations } from "next-intl";
import { PressForm } from "@/components/cases/press-form";
import { DESK, type FormAction } from "@/components/staff/form-state";
import type { NetworkMessage } from "@/lib/messages/types";
import { MessageBody } from "./message-body";

type MessageListProps = {
  messages: readonly (NetworkMessage & { read?: boolean })[];
  /** Notes that whoever looks at it has read a message. */
  markRead: FormAction;
  desk: string;
};

/** Messages of the network as somebody at a site sees them. */
export function MessageList({ messages, markRead, desk }: MessageListProps) {
  const t = useTranslations("staff.messages");
  return (
    <ul className="messages">
      {messages.map((message) => (
        <li key={message.id} className="card message">
          <MessageBody message={message} mark={message.read ? undefined : t("unread")} />
          {!message.read && (
            <PressForm
              action={markRead}
              hidden={{ [DESK]: desk, id: message.id }}
              button={t("markRead")}
              pending={t("pending")}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
