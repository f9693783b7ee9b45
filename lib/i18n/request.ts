import { getRequestConfig } from "next-intl/server";
import { isLocale, SOURCE_LOCALE } from "./locales";
import { messagesOf } from "./translator";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = (await requestLocale) ?? "";
  const locale = isLocale(requested) ? requested : SOURCE_LOCALE;
  return { locale, messages: messagesOf(locale), timeZone: "Europe/Berlin" };
});
