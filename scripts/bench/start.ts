import { rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { LOCALES } from "../../lib/i18n/locales";
import { type Application, startApplication } from "./application";
import { LIST } from "./cases";
import { signIn } from "./cases/sign-in";
import { coolDown } from "./copy";
import { adoptSettings } from "./database";
import { HAND_IN_SITES, newEnquiry } from "./enquiry";
import type { Figure } from "./figures";
import { get, post } from "./http";
import { runBatch } from "./load";
import { memoryOf } from "./processor";

const MANY = 1_000;
/** How long a server may settle before its memory is read, in ms. */
const SETTLING = 3_000;
/** A second start in more than this is a fault of ours, in s. */
const LONGEST_WARM = 5;
/** A cold build with all languages in more than this is one as well, in s. */
const LONGEST_BUILD = 180;

/** Starting again, working for a while, and starting from nothing; the application is another one afterwards. */
export async function measureStart(app: Application, rounds: number): Promise<Figure[]> {
  await app.stop();
  const warm: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const again = await startApplication(app.dir);
    if (round > 0) warm.push(again.startedIn / 1000);
    if (round < rounds) await again.stop();
    else
      return [
        figure("warm start", "s", warm, LONGEST_WARM),
        ...(await measureMemory(again)),
        ...(await measureCold(again)),
      ];
  }
  return [];
}

const figure = (name: string, unit: Figure["unit"], values: number[], atMost?: number): Figure => ({
  part: "start",
  name,
  unit,
  values,
  ...(atMost === undefined ? {} : { bound: { kind: "value", atMost } }),
});

async function measureMemory(app: Application): Promise<Figure[]> {
  adoptSettings(app);
  const memory = async () => {
    await pause(SETTLING);
    return [memoryOf(app.serverPid)];
  };
  const idle = await memory();
  await runBatch(
    app,
    { clients: 8, turns: MANY },
    async () => void (await post(`${app.url}/de/contact/submit`, newEnquiry())),
  );
  const afterHandIns = await memory();
  const cookie = await signIn(app, HAND_IN_SITES[0]);
  await runBatch(app, { clients: 4, turns: MANY }, async () => void (await get(app.url + LIST, cookie)));
  return [
    figure("server's memory, idle", "MB", idle),
    figure("server's memory after 1,000 hand-ins", "MB", afterHandIns),
    figure("server's memory after 1,000 lists", "MB", await memory()),
  ];
}

/** Once each: a cold start is mostly Next's build. The last one installs the packages as well. */
async function measureCold({ dir, stop }: Application): Promise<Figure[]> {
  await stop();
  coolDown(dir);
  const built = await startApplication(dir);
  await built.stop();
  coolDown(dir);
  rmSync(path.join(dir, "node_modules"), { recursive: true, force: true });
  const installed = await startApplication(dir);
  await installed.stop();
  return [
    figure(`cold build, ${LOCALES.length} languages`, "s", [built.builtIn ?? Number.NaN], LONGEST_BUILD),
    figure("cold start, packages installed", "s", [built.startedIn / 1000]),
    figure("cold start with npm ci", "s", [installed.startedIn / 1000]),
  ];
}
