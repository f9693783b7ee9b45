import type { Desk } from "@/lib/auth/desk";
import { reportFault } from "@/lib/http/fault";
import { renewKeys, rewrapCases } from "@/lib/keys/commands";
import { findKeyDay } from "@/lib/keys/queries";
import { isKeyDue } from "@/lib/keys/rules";
import { berlinDay } from "@/lib/time/rules";

type State = { busy: boolean; lookedOn: Map<string, string> };

// One state for all of Next's bundles.
const shared = globalThis as { weactKeyWork?: State };

/**
 * What the keys of a site need from time to time and only a signed-in desk can do: the yearly renewal, and moving
 * open cases under the newest key, a batch at a time. Runs after a page was sent, so nobody waits for it; never
 * twice at once, so that it takes no more than its share of the machine.
 *
 * @param request the id under which a fault stands in the log
 */
export async function tendKeys(desk: Desk, request: string, now: Date): Promise<void> {
  shared.weactKeyWork ??= { busy: false, lookedOn: new Map() };
  const state = shared.weactKeyWork;
  if (state.busy) return;
  state.busy = true;
  try {
    await renewIfDue(desk, state, now);
    await rewrapCases(desk);
  } catch (error) {
    reportFault(error, request);
  } finally {
    state.busy = false;
  }
}

/** Whether a year is over can change once a day, so it is asked once a day. */
async function renewIfDue(desk: Desk, { lookedOn }: State, now: Date): Promise<void> {
  const today = berlinDay(now);
  if (lookedOn.get(desk.site) === today) return;
  if (isKeyDue(await findKeyDay(desk), now)) await renewKeys(desk, now);
  lookedOn.set(desk.site, today);
}
