import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { stateOf } from "../../../lib/messages/rules";
import { MAX_TEXT, newMessageSchema } from "../../../lib/messages/schema";

const typed = (told: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), title: " Treffen ", text: "Am Montag.", all: "yes" },
  ...{ fromOn: "2025-03-14", untilOn: "31.3.2025", ...told },
});

const read = (told?: Record<string, unknown>) => newMessageSchema("2025-03-14").safeParse(typed(told));
const errors = (told: Record<string, unknown>) =>
  read(told).error?.issues.map(({ path, message }) => [path[0], message]);

describe("the form for a message", () => {
  it("is read as it was meant, with days as people write them", () => {
    expect(read().data).toMatchObject({ title: "Treffen", untilOn: "2025-03-31", sites: "all" });
    expect(read({ all: "", sites: { koeln: "yes", bochum: "" } }).data?.sites).toEqual(["koeln"]);
  });

  it("never takes nobody for everybody", () => {
    expect(errors({ all: undefined })).toEqual([["sites", "sitesMissing"]]);
    expect(errors({ all: "no", sites: { koeln: "no" } })).toEqual([["sites", "sitesMissing"]]);
  });

  it.each([
    [{ title: " " }, ["title", "textEmpty"]],
    [{ text: "x".repeat(MAX_TEXT + 1) }, ["text", "textTooLong"]],
    [{ fromOn: "morgen" }, ["fromOn", "dateInvalid"]],
    [{ untilOn: "2025-03-13" }, ["untilOn", "dayOver"]],
    [{ fromOn: "2025-04-02", untilOn: "2025-04-01" }, ["untilOn", "datesReversed"]],
  ])("says what is wrong with %j", (told, error) => {
    expect(errors(told)).toContainEqual(error);
  });
});

describe("where a message stands", () => {
  const message = { fromOn: "2025-03-10", untilOn: "2025-03-20", withdrawn: false };

  it.each([
    ["2025-03-09", "planned"],
    ["2025-03-10", "current"],
    ["2025-03-20", "current"],
    ["2025-03-21", "over"],
  ])("on %s is: %s", (today, state) => {
    expect(stateOf(message, today)).toBe(state);
    expect(stateOf({ ...message, withdrawn: true }, today)).toBe("withdrawn");
  });
});
