// Whoever adds a page, a route or an action says here who may call it. What is missing fails a test.

export const VISITORS = ["nobody", "counsellor of another site", "coordinator"] as const;
export type Visitor = (typeof VISITORS)[number];

/** Where the exit control leads. */
const NEUTRAL_PAGE = "https://www.dwd.de/";

export type Expected = Record<Visitor, number | `/${string}` | typeof NEUTRAL_PAGE>;

const forEverybody = (answer: Expected[Visitor]): Expected => ({
  nobody: answer,
  "counsellor of another site": answer,
  coordinator: answer,
});

const SIGN_IN = "/de/sign-in";
const desk: Expected = { nobody: SIGN_IN, "counsellor of another site": 200, coordinator: 404 };
const foreignCase: Expected = { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 404 };

/** The answer to a GET: a status, or where it leads. */
export const ROUTES: Record<string, Expected> = {
  "/[locale]/(staff)/dashboard/page": desk,
  "/[locale]/(staff)/dashboard/cases/page": desk,
  "/[locale]/(staff)/dashboard/cases/new/page": desk,
  "/[locale]/(staff)/dashboard/cases/[caseId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/[...rest]/page": foreignCase,
  "/[locale]/(staff)/network/page": { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 200 },
  "/[locale]/(staff)/network/[...rest]/page": foreignCase,
  "/[locale]/(staff)/sign-in/page": {
    nobody: 200,
    "counsellor of another site": "/de/dashboard",
    coordinator: "/de/network",
  },
  "/[locale]/(public)/route": forEverybody(200),
  "/[locale]/(public)/contact/route": forEverybody(200),
  "/[locale]/(public)/contact/received/route": forEverybody(200),
  "/[locale]/(public)/mailbox/route": forEverybody(200),
  // Closes what this browser has open, and leads away.
  "/[locale]/(public)/leave/route": forEverybody(NEUTRAL_PAGE),
  // Posts only; what they accept, and from where, is told in tests/e2e/robustness/origin.spec.ts.
  "/[locale]/(public)/contact/submit/route": forEverybody(405),
  "/[locale]/(public)/contact/received/forget/route": forEverybody(405),
  "/[locale]/(public)/mailbox/open/route": forEverybody(405),
  "/[locale]/(public)/mailbox/write/route": forEverybody(405),
  "/[locale]/(public)/mailbox/close/route": forEverybody(405),
  "/[locale]/(public)/[...rest]/route": forEverybody(404),
  "/_not-found/page": forEverybody(404),
  // What the framework shows when nothing else can be shown; without any data.
  "/_global-error/page": forEverybody(500),
  "/api/health/route": forEverybody(200),
  "/route": { nobody: "/de", "counsellor of another site": "/de", coordinator: "/de" },
};

/** Nobody gets the text back with the way to the sign-in; a case of another site is as missing as none. */
const caseAction: Expected = { nobody: 200, "counsellor of another site": 404, coordinator: 404 };

/** The answer to a call with the id of a case of Köln among the arguments. */
export const ACTIONS: Record<string, Expected> = {
  "sign-in/actions#signInAction": forEverybody(200),
  "sign-out#signOutAction": { nobody: SIGN_IN, "counsellor of another site": SIGN_IN, coordinator: SIGN_IN },
  "dashboard/cases/[caseId]/actions#answerAction": caseAction,
  "dashboard/cases/[caseId]/actions#noteAction": caseAction,
  "dashboard/cases/[caseId]/actions#changeStatusAction": caseAction,
  "dashboard/cases/[caseId]/actions#assignAction": caseAction,
  "dashboard/cases/[caseId]/actions#markReadAction": caseAction,
  // Makes a case of the caller's own site; the next test shows that Köln has none more.
  "dashboard/cases/new/actions#enterCaseAction": {
    nobody: 200,
    "counsellor of another site": 200,
    coordinator: 404,
  },
};
