import { expect } from "@playwright/test";
import { everythingTyped } from "./typed";

const REQUEST_FIELDS = ["level", "time", "event", "id", "method", "route", "status", "ms"];

/** Addresses of machines and people, queries, and what could be a receipt. */
const TELLING = [
  /127\.0\.0\.1|::1|203\.0\.\d+\.\d+|@[\w-]+\.example|postgres(ql)?:\/\/|\?\w+=/,
  /\d{5}[ %+-]?\d{5}[ %+-]?\d{5}/,
];

/** A line of the launcher, which talks to whoever started it, and not of the server. */
const isFromLauncher = (line: string): boolean => !line.startsWith("{");

/** What the server printed holds nothing that anybody typed, no address, no query, and only what is listed. */
export function expectSilentLog(log: string): void {
  const lines = log.split("\n").filter((line) => line !== "" && !isFromLauncher(line));
  expect(lines.length).toBeGreaterThan(0);
  const text = lines.join("\n");
  // A receipt may be logged with or without its spaces, a text as JSON or in an address.
  const forms = everythingTyped().flatMap((typed) => [
    typed,
    typed.replaceAll(" ", ""),
    JSON.stringify(typed).slice(1, -1),
    encodeURIComponent(typed),
    new URLSearchParams({ typed }).toString().slice("typed=".length),
  ]);
  expect(forms.filter((form) => text.includes(form))).toEqual([]);
  expect(lines.filter((line) => TELLING.some((what) => what.test(line)))).toEqual([]);
  for (const line of lines) expectListedFields(JSON.parse(line));
}

function expectListedFields(line: Record<string, unknown>): void {
  if (line.event === "request")
    expect(Object.keys(line).filter((key) => !REQUEST_FIELDS.includes(key))).toEqual([]);
  else expect(Object.keys(line)).not.toContain("message");
}
