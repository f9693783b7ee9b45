import { directionOf } from "@/lib/i18n/locales";

/**
 * Words of the person, in their language and direction, whatever the reader's are. The stylesheet lets every
 * line find its own direction as well, because people also write in other languages than the one they speak best.
 */
export function PersonText({ text, language }: { text: string; language: string }) {
  return (
    <p className="words" lang={language} dir={directionOf(language)}>
      {text}
    </p>
  );
}
