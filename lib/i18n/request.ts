import { getRequestConfig } from "next-intl/server";
import { staffMessagesOf } from "./catalogues";
import { isStaffLocale, SOURCE_LOCALE } from "./locales";

/** For the pages of those who work here; the public ones bring their own translator. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = (await requestLocale) ?? "";
  const locale = isStaffLocale(requested) ? requested : SOURCE_LOCALE;
  return { locale, messages: staffMessagesOf(locale), timeZone: "Europe/Berlin" };
});
