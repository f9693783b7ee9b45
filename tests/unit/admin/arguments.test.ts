import { describe, expect, it } from "vitest";
import { parseOrder, USAGE, WrongUsage } from "../../../scripts/admin/arguments";

const typed = (line: string) => parseOrder(line.split(" ").filter(Boolean));

describe("a command", () => {
  it("adds a site, with any number of carriers", () => {
    const argv = ["site", "add", "kiel", "--name", "Beratung Kiel", "--land", "SH"];
    const site = { command: "site add", slug: "kiel", name: "Beratung Kiel", land: "SH" };
    expect(parseOrder(argv)).toEqual({ ...site, carriers: [] });
    expect(parseOrder([...argv, "--carrier", "Ein Verein", "--carrier=Noch einer"])).toEqual({
      ...site,
      carriers: ["Ein Verein", "Noch einer"],
    });
  });

  it.each([
    ["site retire koeln", { command: "site retire", slug: "koeln" }],
    ["site restore koeln", { command: "site restore", slug: "koeln" }],
    ["user invite --site koeln", { command: "user invite", site: "koeln", role: null }],
    ["user invite --role lead --site koeln", { command: "user invite", site: "koeln", role: "lead" }],
    ["--site=koeln user invite", { command: "user invite", site: "koeln", role: null }],
    ["user invite --coordinator", { command: "user invite coordinator" }],
    ["user disable someone@koeln.example", { command: "user disable", email: "someone@koeln.example" }],
    ["user enable someone@koeln.example", { command: "user enable", email: "someone@koeln.example" }],
    ["keys status", { command: "keys status" }],
    ["release 2026-Q3", { command: "release", quarter: "2026-Q3" }],
    ["releases", { command: "releases" }],
    ["doctor", { command: "doctor" }],
    ["help", { command: "help" }],
    ["doctor --help", { command: "help" }],
    ["-h", { command: "help" }],
  ])("is read from %j", (line, order) => {
    expect(typed(line)).toEqual(order);
  });
});

describe("what is no command", () => {
  it.each([
    ["", "Say what to do."],
    ["site", 'There is no command "site".'],
    ["release", '"release" needs to be told which one.'],
    ["release 2026-3", "A quarter is written like 2026-Q3."],
    ["releases 2026-Q3", '"2026-Q3" is too much.'],
    ["site remove koeln", 'There is no command "site remove".'],
    ["toString", 'There is no command "toString".'],
    ["__proto__ constructor", 'There is no command "__proto__ constructor".'],
    ["doctor now", '"now" is too much.'],
    ["site retire", '"site retire" needs to be told which one.'],
    ["site retire koeln bochum", '"bochum" is too much.'],
    ["keys status --site koeln", '"keys status" knows no --site.'],
    ["site add kiel --land SH", 'A site needs a name: --name "Beratungsstelle …".'],
    ["site add kiel --name Kiel", "A site needs its Land: --land NW, for example."],
    ["site add kiel --name", "The option --name was not understood."],
    ["user invite --force", "There is no option --force."],
    ["user invite", "Say where to: --site <slug>, or --coordinator."],
    ["user invite --site=", "Say where to: --site <slug>, or --coordinator."],
    ["user invite --site koeln --role boss", "The roles are lead and counsellor."],
    [
      "user invite --coordinator --site koeln",
      "A coordinator belongs to no site: leave --site and --role out.",
    ],
    ["user disable", '"user disable" needs to be told which one.'],
    ["user disable koeln", "That is no e-mail address."],
    ["user enable a@b@c", "That is no e-mail address."],
  ])("is answered in a sentence, with the usage: %j", (line, sentence) => {
    expect(() => typed(line)).toThrow(new WrongUsage(sentence));
    expect(() => typed(line)).toThrow(USAGE);
  });
});
