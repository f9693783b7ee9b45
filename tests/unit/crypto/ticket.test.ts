import { describe, expect, it } from "vitest";
import { openTicket, sealTicket } from "../../../lib/crypto/ticket";
import { minutesAfter, NOW } from "../../support/clock";

const content = { receipt: "12345", list: [1, "ü"] };
const ticket = sealTicket("received", content, minutesAfter(20));

describe("a ticket", () => {
  it("opens until it ends", () => {
    expect(openTicket("received", ticket, NOW)).toEqual(content);
    expect(openTicket("received", ticket, new Date(minutesAfter(20).getTime() - 1))).toEqual(content);
    expect(openTicket("received", ticket, minutesAfter(20))).toBeNull();
  });

  it("opens nothing it was not made for", () => {
    expect(openTicket("mailbox", ticket, NOW)).toBeNull();
  });

  it("is refused when it is forged, cut or absent", () => {
    for (const forged of [
      undefined,
      "",
      "x",
      "AQE",
      ticket.slice(1),
      ticket.slice(0, -4),
      `${ticket}AAAA`,
      "😀".repeat(40),
    ]) {
      expect(openTicket("received", forged, NOW)).toBeNull();
    }
    const bytes = Buffer.from(ticket, "base64url");
    for (let index = 0; index < bytes.length; index++) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(index) ^ 1, index);
      expect(openTicket("received", altered.toString("base64url"), NOW)).toBeNull();
    }
  });

  it("shows nothing of what it carries, and is another each time", () => {
    expect(Buffer.from(ticket, "base64url").toString("latin1")).not.toContain("12345");
    expect(sealTicket("received", content, minutesAfter(20))).not.toBe(ticket);
  });
});
