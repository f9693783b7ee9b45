/** Something the network wants its sites to know. Nothing in it is about a case. Days are `YYYY-MM-DD`. */
export type NetworkMessage = {
  id: string;
  title: string;
  text: string;
  /** The first day on which sites see it. */
  fromOn: string;
  /** The last day on which it is news. */
  untilOn: string;
};

/** To all sites, those that join later included, or to some. */
export type Recipients = "all" | string[];

/** A message as the coordinator wrote it. */
export type NewMessage = NetworkMessage & { sites: Recipients };

export type SentMessage = NewMessage & { sentAt: Date; withdrawn: boolean };

/** A message as somebody at a site sees it. */
export type SiteMessage = NetworkMessage & { read: boolean };

/** Where a message stands on a day. */
export type MessageState = "planned" | "current" | "over" | "withdrawn";

/** What the network's history keeps of a message: not its text, which stands with the message itself. */
export type MessageNote = Pick<NewMessage, "title" | "fromOn" | "untilOn" | "sites">;

/** Codes equal the keys under `staff.messages.refused`. */
export type MessageResult = { ok: true } | { ok: false; reason: "siteUnknown" | "gone" };
