"use server";

import type { SettingsState } from "@/components/settings/form-spec";
import { changeSetting } from "@/lib/network/commands";
import { reportKey, reportSchema } from "@/lib/statistics/schema";
import { commandAtNetwork } from "../at-network-desk";
import { freshSetting } from "../fresh";

/** Keeps what the network says about a period. The gate stands in `commandAtNetwork`. */
export const saveReportAction = async (_previous: SettingsState, form: FormData): Promise<SettingsState> =>
  commandAtNetwork(form, {
    schema: reportSchema,
    command: (desk, { version, period, ...words }, now) =>
      changeSetting(desk, reportKey(period), words, version, now),
    fresh: (desk, { period }) => freshSetting(desk, reportKey(period)),
  });
