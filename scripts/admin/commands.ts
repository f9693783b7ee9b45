import type { Answer } from "./answer";
import { type Order, USAGE } from "./arguments";
import { doctor } from "./doctor";
import { asOwner, type Installation, openInstallation } from "./installation";
import { inviteCoordinator, inviteToSite } from "./invite";
import { keysStatus } from "./keys-status";
import { listAllReleases, release } from "./releases";
import { addSite, restoreSite, retireSite } from "./sites";
import { disableUser, enableUser } from "./users";

/** @throws Failure with the sentence to print when it cannot be done */
export async function carryOut(order: Order, now: Date): Promise<Answer> {
  if (order.command === "help") return { text: USAGE, code: 0 };
  if (order.command === "doctor") return doctor(now);
  if (order.command === "release") return release(openInstallation(), order.quarter, now);
  if (order.command === "releases") return listAllReleases(openInstallation());
  return { text: await change(openInstallation(), order, now), code: 0 };
}

type Change = Exclude<Order, { command: "help" | "doctor" | "release" | "releases" }>;

/** Carries out what needs the database, and says what was done. */
export const change = (installation: Installation, order: Change, now: Date): Promise<string> =>
  asOwner(installation, (client) => {
    switch (order.command) {
      case "site add":
        return addSite(client, order, now);
      case "site retire":
        return retireSite(client, order.slug);
      case "site restore":
        return restoreSite(client, order.slug);
      case "user invite":
        return inviteToSite(client, order, now);
      case "user invite coordinator":
        return inviteCoordinator(client, now);
      case "user disable":
        return disableUser(client, order.email, now);
      case "user enable":
        return enableUser(client, order.email, now);
      case "keys status":
        return keysStatus(client);
    }
  });
