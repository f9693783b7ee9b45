import { TextPage } from "@/components/public/text-page";
import { findPageText } from "@/lib/network/queries";
import type { PageName } from "@/lib/network/types";
import type { Visit } from "./public-route";
import { respond } from "./respond";

/** A page whose words the network has written itself. */
export async function showText({ locale, t }: Visit, page: PageName): Promise<Response> {
  return respond(<TextPage locale={locale} t={t} page={page} written={await findPageText(page, locale)} />);
}
