import { getLocale, getTranslations } from "next-intl/server";
import { networkSayings } from "@/components/network/network-sayings";
import type { NetworkDesk } from "@/lib/auth/desk";
import { basicsOf, listNetworkSites, readSetting } from "@/lib/network/queries";
import { listDeadlines, listVocabulary } from "@/lib/vocabulary/queries";
import type { Fresh } from "./at-network-desk";

const freshOf = async (seen: string | number, value: object | null | undefined): Promise<Fresh> => {
  const [t, locale] = await Promise.all([getTranslations("staff.networkSettings"), getLocale()]);
  return { seen: String(seen), current: networkSayings({ t, locale }, value ?? {}) };
};

/** For forms that make something new: the next one rests on nothing. */
export const nothingFresh = async (): Promise<Fresh> => ({ seen: "0", current: [] });

export async function freshBasics(desk: NetworkDesk, { site }: { site: string }): Promise<Fresh> {
  const found = (await listNetworkSites(desk)).find(({ id }) => id === site);
  return freshOf(found?.seen ?? "", found && basicsOf(found));
}

export async function freshSetting(desk: NetworkDesk, key: string): Promise<Fresh> {
  const { value, version } = await readSetting<object | null>(desk, key, null);
  return freshOf(version, value);
}

export async function freshValue(desk: NetworkDesk, wanted: { list: string; code: string }): Promise<Fresh> {
  const values = await listVocabulary(desk.db);
  const found = values.find(({ list, code }) => list === wanted.list && code === wanted.code);
  return freshOf(found?.version ?? 0, found);
}

/** The form for a new deadline stays one for a new one. */
export async function freshDeadline(
  desk: NetworkDesk,
  { code, version }: { code: string; version: number },
): Promise<Fresh> {
  const found = (await listDeadlines(desk.db)).find((deadline) => deadline.code === code);
  return freshOf(version === 0 ? 0 : (found?.version ?? 0), found);
}
