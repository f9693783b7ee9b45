import type { Desk } from "../../auth/desk";
import { OPEN_STATUSES } from "../../cases/rules";

/** The cases that are in work and still sealed under an older key than the desk's newest. */
export const rewrapped = (desk: Desk) => ({
  keyEpoch: { lt: desk.keys.epoch },
  status: { in: [...OPEN_STATUSES] as string[] },
});
