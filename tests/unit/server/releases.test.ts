import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openJournal } from "../../../scripts/serve/journal";
import { releaseNightly } from "../../../scripts/serve/releases";

const journal = openJournal("silent");
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let runs: { began: string; ended: boolean; finish: () => void }[] = [];

/** A run that goes on until the test lets it finish. */
function begin() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const run = { began: new Date().toISOString(), ended: false, finish };
  runs.push(run);
  const end = () => {
    run.ended = true;
    finish();
  };
  return { done, end };
}

const began = () => runs.map((run) => run.began.slice(0, 16));
const finishAll = () => {
  for (const run of runs) run.finish();
};

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-10-24T10:00:00Z") });
  runs = [];
});
afterEach(() => {
  vi.useRealTimers();
});

it("runs some minutes after the start and every night by the German clock, also when that changes", async () => {
  const stop = releaseNightly(journal, begin);
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  expect(began()).toEqual(["2026-10-24T10:05"]);
  finishAll();
  await vi.advanceTimersByTimeAsync(DAY);
  finishAll();
  await vi.advanceTimersByTimeAsync(DAY);
  // In the night between, summer time ends; that day has 25 hours.
  expect(began().slice(1)).toEqual(["2026-10-25T02:20", "2026-10-26T02:20"]);
  stop();
});

it("does not begin a second time while the first is under way", async () => {
  const stop = releaseNightly(journal, begin);
  await vi.advanceTimersByTimeAsync(6 * MINUTE + 2 * DAY);
  expect(began()).toHaveLength(1);
  stop();
});

it("ends with the server, and what is under way with it", async () => {
  const stop = releaseNightly(journal, begin);
  await vi.advanceTimersByTimeAsync(6 * MINUTE);
  stop();
  expect(runs.map(({ ended }) => ended)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(3 * DAY);
  expect(runs).toHaveLength(1);
});

it("begins nothing when the server ends before the first time", async () => {
  releaseNightly(journal, begin)();
  await vi.advanceTimersByTimeAsync(3 * DAY);
  expect(runs).toEqual([]);
});
