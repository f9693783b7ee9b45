import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Desk, NetworkDesk } from "../../../lib/auth/desk";
import { markRead, sendMessage, withdrawMessage } from "../../../lib/messages/commands";
import { listMessages, listSentMessages, listUnreadMessages } from "../../../lib/messages/queries";
import type { NewMessage } from "../../../lib/messages/types";
import { listNetworkEvents } from "../../../lib/network/queries";
import { daysAfter, NOW } from "../../support/clock";
import { asLogin } from "../../support/connections";
import { coordinatorDesk } from "../../support/settings-desks";
import { deskAt, deskOf, givenCounsellor } from "../../support/sites";

let network: NetworkDesk;
let koeln: Desk;
let colleague: Desk;
let bochum: Desk;

beforeAll(async () => {
  network = await coordinatorDesk();
  koeln = await deskAt("koeln");
  colleague = await deskOf(await givenCounsellor({ site: "koeln", name: "Kollegin" }));
  bochum = await deskAt("bochum");
});

const aMessage = (told: Partial<NewMessage> = {}): NewMessage => ({
  id: randomUUID(),
  title: "Jahrestreffen",
  text: "Am 5. Mai in Kassel.",
  fromOn: "2025-03-14",
  untilOn: "2025-03-20",
  sites: "all",
  ...told,
});

async function sent(told: Partial<NewMessage> = {}): Promise<string> {
  const message = aMessage(told);
  expect(await sendMessage(network, message, NOW)).toEqual({ ok: true });
  return message.id;
}

const seenBy = async (desk: Desk, now = NOW) => (await listMessages(desk, now)).map(({ id }) => id);
const newsFor = async (desk: Desk, now = NOW) => (await listUnreadMessages(desk, now)).map(({ id }) => id);

describe("a message of the network", () => {
  it("reaches all sites, also one that joins later", async () => {
    const id = await sent();
    expect(await newsFor(koeln)).toContain(id);
    expect(await newsFor(bochum)).toContain(id);
    expect(await newsFor(await deskAt("saarland"))).toContain(id);
  });

  it("to some sites is no other site's, not even in the database", async () => {
    const id = await sent({ sites: ["koeln"], title: "Nur Köln" });
    expect(await seenBy(koeln)).toContain(id);
    expect(await seenBy(bochum)).not.toContain(id);
    await expect(markRead(bochum, id)).rejects.toMatchObject({ code: "notFound" });
    const rows = await asLogin("site_bochum", (client) =>
      client.query("SELECT title FROM network_message WHERE id = $1", [id]),
    );
    expect(rows.rows).toEqual([]);
  });

  it("is seen from its first day, and is news until its last", async () => {
    const id = await sent({ fromOn: "2025-03-15", untilOn: "2025-03-16" });
    const seen = async (days: number) => [
      (await seenBy(koeln, daysAfter(days))).includes(id),
      (await newsFor(koeln, daysAfter(days))).includes(id),
    ];
    expect(await Promise.all([0, 1, 2, 3].map(seen))).toEqual([
      [false, false],
      [true, true],
      [true, true],
      [true, false],
    ]);
  });

  it("is one, however often the form is sent", async () => {
    const message = aMessage({ title: "Einmal" });
    for (let times = 0; times < 2; times += 1)
      expect(await sendMessage(network, message, NOW)).toEqual({ ok: true });
    const listed = (await listSentMessages(network)).filter(({ title }) => title === "Einmal");
    expect(listed).toMatchObject([{ id: message.id, sites: "all", withdrawn: false, sentAt: NOW }]);
    const events = (await listNetworkEvents(network)).filter(
      (event) => event.action === "messageSent" && event.after.title === "Einmal",
    );
    expect(events).toMatchObject([{ account: network.account, after: { sites: "all" } }]);
  });

  it("is refused to a site that there is not, and to nobody", async () => {
    const refused = await sendMessage(network, aMessage({ sites: ["koeln", "nirgends"] }), NOW);
    expect(refused).toEqual({ ok: false, reason: "siteUnknown" });
    await expect(sendMessage(network, aMessage({ sites: [] }), NOW)).rejects.toThrow();
  });

  it("disappears when it is withdrawn, and stays in the coordinator's list and history", async () => {
    const id = await sent({ title: "Falscher Tag" });
    expect(await withdrawMessage(network, id, NOW)).toEqual({ ok: true });
    expect(await withdrawMessage(network, id, NOW)).toEqual({ ok: true });
    expect(await withdrawMessage(network, randomUUID(), NOW)).toEqual({ ok: false, reason: "gone" });
    expect(await seenBy(koeln)).not.toContain(id);
    await expect(markRead(koeln, id)).rejects.toMatchObject({ code: "notFound" });
    expect(await listSentMessages(network)).toContainEqual(expect.objectContaining({ id, withdrawn: true }));
    const events = (await listNetworkEvents(network)).filter(({ action }) => action === "messageWithdrawn");
    expect(events).toMatchObject([{ before: { title: "Falscher Tag" } }]);
  });
});

describe("reading a message", () => {
  it("is each person's own", async () => {
    const id = await sent();
    await markRead(koeln, id);
    await markRead(koeln, id);
    expect(await newsFor(koeln)).not.toContain(id);
    expect(await newsFor(colleague)).toContain(id);
    expect(await newsFor(bochum)).toContain(id);
    expect(await listMessages(koeln, NOW)).toContainEqual(expect.objectContaining({ id, read: true }));
  });

  it("is nothing that the network or another site could see", async () => {
    const id = await sent();
    await markRead(koeln, id);
    await expect(asLogin("network", (client) => client.query("SELECT FROM message_reading"))).rejects.toThrow(
      "permission denied",
    );
    const { rows } = await asLogin("site_bochum", (client) => client.query("SELECT * FROM message_reading"));
    expect(rows.filter((row) => row.site_id !== "bochum")).toEqual([]);
  });
});

describe("the database", () => {
  it("lets nobody write a message but the network, and nobody rewrite one", async () => {
    const id = await sent();
    for (const [login, sql] of [
      ["site_koeln", "UPDATE network_message SET text = 'x'"],
      ["site_koeln", "DELETE FROM network_message"],
      ["network", "UPDATE network_message SET text = 'x'"],
      ["network", "DELETE FROM network_message"],
      ["intake", "SELECT FROM network_message"],
      ["jobs", "SELECT FROM network_message"],
    ] as const)
      await expect(
        asLogin(login, (client) => client.query(sql)),
        sql,
      ).rejects.toThrow("permission denied");
    expect(await seenBy(koeln)).toContain(id);
  });

  it("takes no message that is too long, ends before it begins, or is to nobody", async () => {
    for (const told of [
      { text: "x".repeat(20_001) },
      { title: "x".repeat(1_001) },
      { fromOn: "2025-03-21", untilOn: "2025-03-20" },
    ])
      await expect(sendMessage(network, aMessage(told), NOW)).rejects.toThrow();
  });
});
