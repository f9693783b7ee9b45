import type { MessageNote, MessageState, NetworkMessage, NewMessage } from "./types";

/**
 * Where a message stands.
 *
 * @param today the day in Germany, as `YYYY-MM-DD`
 */
export function stateOf(
  { fromOn, untilOn, withdrawn }: Pick<NetworkMessage, "fromOn" | "untilOn"> & { withdrawn: boolean },
  today: string,
): MessageState {
  if (withdrawn) return "withdrawn";
  if (today < fromOn) return "planned";
  return today > untilOn ? "over" : "current";
}

export const noteOf = ({ title, fromOn, untilOn, sites }: NewMessage): MessageNote => ({
  title,
  fromOn,
  untilOn,
  sites,
});
