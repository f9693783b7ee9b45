import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "@/components/staff/wording";
import type { NetworkMessage } from "@/lib/messages/types";

type MessageBodyProps = {
  message: NetworkMessage;
  /** Where it stands, in one word. */
  mark?: string | undefined;
  /** Whether the mark asks for no attention. */
  quiet?: boolean;
};

/** What a message says, and from when until when it holds. Whoever wrote it chose the language. */
export function MessageBody({ message: { title, text, fromOn, untilOn }, mark, quiet }: MessageBodyProps) {
  const t = useTranslations("staff.messages");
  const locale = useLocale();
  const [from, until] = [fromOn, untilOn].map((day) => formatDay(locale, new Date(day)));
  return (
    <>
      <h3>
        <bdi>{title}</bdi> {mark && <span className={quiet ? "count" : "unread-mark"}>{mark}</span>}
      </h3>
      <p className="words" dir="auto">
        {text}
      </p>
      <p className="help">{t("period", { from: from ?? "", until: until ?? "" })}</p>
    </>
  );
}
