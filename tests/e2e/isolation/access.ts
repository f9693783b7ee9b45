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
/** For leads, whom none of the visitors is. */
const leadOnly: Expected = { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 404 };
const network: Expected = { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 200 };
const foreignCase: Expected = { nobody: SIGN_IN, "counsellor of another site": 404, coordinator: 404 };

/** The answer to a GET: a status, or where it leads. */
export const ROUTES: Record<string, Expected> = {
  "/[locale]/(staff)/dashboard/page": desk,
  "/[locale]/(staff)/dashboard/cases/page": desk,
  "/[locale]/(staff)/dashboard/cases/new/page": desk,
  "/[locale]/(staff)/dashboard/cases/[caseId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/record/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/sessions/page": foreignCase,
  "/[locale]/(staff)/dashboard/handovers/page": desk,
  "/[locale]/(staff)/dashboard/cases/[caseId]/referrals/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/referrals/new/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/referrals/[referralId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/referrals/[referralId]/letter/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/partners/page": foreignCase,
  // The directory belongs to all sites; the id that is asked for is no partner's.
  "/[locale]/(staff)/dashboard/partners/page": desk,
  "/[locale]/(staff)/dashboard/partners/new/page": desk,
  "/[locale]/(staff)/dashboard/partners/import/page": desk,
  "/[locale]/(staff)/dashboard/partners/export/route": desk,
  "/[locale]/(staff)/dashboard/partners/[partnerId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/partners/[partnerId]/edit/page": foreignCase,
  "/[locale]/(staff)/dashboard/partners/[partnerId]/offers/new/page": foreignCase,
  "/[locale]/(staff)/dashboard/partners/[partnerId]/offers/[offerId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/history/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/documents/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/documents/new/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/documents/[documentId]/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/documents/[documentId]/docx/route": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/print/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/export/page": foreignCase,
  // Posts only.
  "/[locale]/(staff)/dashboard/cases/[caseId]/export/file/route": forEverybody(405),
  "/[locale]/(staff)/dashboard/search/page": desk,
  "/[locale]/(staff)/dashboard/messages/page": desk,
  "/[locale]/(staff)/dashboard/figures/page": desk,
  "/[locale]/(staff)/dashboard/figures/csv/route": desk,
  "/[locale]/(staff)/dashboard/cases/[caseId]/follow-ups/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/[caseId]/merge/page": foreignCase,
  "/[locale]/(staff)/dashboard/cases/take-over/page": desk,
  "/[locale]/(staff)/dashboard/[...rest]/page": foreignCase,
  "/[locale]/(staff)/dashboard/people/page": leadOnly,
  "/[locale]/(staff)/dashboard/people/[accountId]/page": leadOnly,
  "/[locale]/(staff)/dashboard/people/[accountId]/leave/page": leadOnly,
  "/[locale]/(staff)/dashboard/keys/page": leadOnly,
  "/[locale]/(staff)/dashboard/site/page": leadOnly,
  "/[locale]/(staff)/dashboard/site/[part]/page": leadOnly,
  "/[locale]/(staff)/dashboard/site/texts/page": leadOnly,
  "/[locale]/(staff)/preview/route": leadOnly,
  "/[locale]/(staff)/network/sites/page": network,
  "/[locale]/(staff)/network/sites/[site]/page": network,
  "/[locale]/(staff)/network/messages/page": network,
  "/[locale]/(staff)/network/branding/page": network,
  "/[locale]/(staff)/network/texts/page": network,
  "/[locale]/(staff)/network/vocabulary/page": network,
  "/[locale]/(staff)/network/deadlines/page": network,
  "/[locale]/(staff)/network/history/page": network,
  "/[locale]/(staff)/network/page": network,
  "/[locale]/(staff)/network/definitions/page": network,
  "/[locale]/(staff)/network/report/page": network,
  "/[locale]/(staff)/network/export/[format]/route": network,
  "/[locale]/(staff)/network/[...rest]/page": foreignCase,
  "/[locale]/(staff)/sign-in/page": {
    nobody: 200,
    "counsellor of another site": "/de/dashboard",
    coordinator: "/de/network",
  },
  "/[locale]/(staff)/account/page": {
    nobody: SIGN_IN,
    "counsellor of another site": 200,
    coordinator: 200,
  },
  // For whoever has no keys yet.
  "/[locale]/(staff)/account/site-keys/page": {
    nobody: SIGN_IN,
    "counsellor of another site": "/de/dashboard",
    coordinator: 404,
  },
  // A link that nobody made says so to everybody.
  "/[locale]/(staff)/join/[token]/page": forEverybody(200),
  "/[locale]/(staff)/recover/page": forEverybody(200),
  // For whoever has just proven one of two things, which none of the visitors has.
  "/[locale]/(staff)/recover/passphrase/page": forEverybody("/de/recover"),
  "/[locale]/(staff)/recover/factor/page": forEverybody(SIGN_IN),
  "/[locale]/(staff)/sign-in/second-factor/page": forEverybody(SIGN_IN),
  // A form is only kept, and given back to whom it belongs, where one was sent.
  "/[locale]/(staff)/sign-in/keep/route": forEverybody(SIGN_IN),
  "/[locale]/(staff)/sign-in/kept/page": forEverybody(SIGN_IN),
  "/[locale]/(public)/route": forEverybody(200),
  "/[locale]/(public)/contact/route": forEverybody(200),
  "/[locale]/(public)/contact/received/route": forEverybody(200),
  "/[locale]/(public)/mailbox/route": forEverybody(200),
  // Without a receipt it asks for one, as the mailbox does.
  "/[locale]/(public)/mailbox/consent/route": forEverybody(200),
  "/[locale]/(public)/locations/route": forEverybody(200),
  "/[locale]/(public)/locations/[site]/route": forEverybody(200),
  "/[locale]/(public)/locations/[site]/contact.vcf/route": forEverybody(200),
  "/[locale]/(public)/locations/[site]/poster/route": forEverybody(200),
  "/[locale]/(public)/imprint/route": forEverybody(200),
  "/[locale]/(public)/safety/route": forEverybody(200),
  "/[locale]/(public)/accessibility/route": forEverybody(200),
  "/[locale]/(public)/complaints/route": forEverybody(200),
  "/[locale]/(public)/manifest.webmanifest/route": forEverybody(200),
  "/sitemap.xml/route": forEverybody(200),
  "/robots.txt/route": forEverybody(200),
  "/[locale]/(public)/privacy/route": forEverybody(200),
  // Closes what this browser has open, and leads away.
  "/[locale]/(public)/leave/route": forEverybody(NEUTRAL_PAGE),
  // Posts only; what they accept, and from where, is told in tests/e2e/robustness/origin.spec.ts.
  "/[locale]/(public)/contact/submit/route": forEverybody(405),
  "/[locale]/(public)/contact/language/route": forEverybody(405),
  "/[locale]/(public)/mailbox/language/route": forEverybody(405),
  "/[locale]/(public)/contact/received/forget/route": forEverybody(405),
  "/[locale]/(public)/mailbox/open/route": forEverybody(405),
  "/[locale]/(public)/mailbox/write/route": forEverybody(405),
  "/[locale]/(public)/mailbox/close/route": forEverybody(405),
  "/[locale]/(public)/mailbox/consent/answer/route": forEverybody(405),
  "/[locale]/(public)/mailbox/consent/language/route": forEverybody(405),
  "/[locale]/(public)/mailbox/thread/route": forEverybody(405),
  "/[locale]/(public)/[...rest]/route": forEverybody(404),
  "/_not-found/page": forEverybody(404),
  // What the framework shows when nothing else can be shown; without any data.
  "/_global-error/page": forEverybody(500),
  "/api/health/route": forEverybody(200),
  // There is no logo until the network has one.
  "/logo/[hash]/route": forEverybody(404),
  "/route": { nobody: "/de", "counsellor of another site": "/de", coordinator: "/de" },
};

/** Nobody gets the text back with the way to the sign-in; a case of another site is as missing as none. */
const caseAction: Expected = { nobody: 200, "counsellor of another site": 404, coordinator: 404 };

const ownList: Expected = { nobody: 200, "counsellor of another site": 200, coordinator: 404 };

const deskAction: Expected = { nobody: 200, "counsellor of another site": 200, coordinator: 404 };

/** Nobody gets the text back with the way to the sign-in; whoever is no lead, or no coordinator, finds nothing. */
const leadAction: Expected = { nobody: 200, "counsellor of another site": 404, coordinator: 404 };
const networkAction: Expected = { nobody: 200, "counsellor of another site": 404, coordinator: 200 };

/** The answer to a call with the id of a case of Köln among the arguments. */
export const ACTIONS: Record<string, Expected> = {
  "sign-in/actions#signInAction": forEverybody(200),
  "sign-in/passkey-actions#beginPasskeySignInAction": forEverybody(200),
  "sign-in/passkey-actions#finishPasskeySignInAction": forEverybody(200),
  "sign-in/second-factor/actions#proveByCodeAction": forEverybody(SIGN_IN),
  "sign-in/second-factor/actions#beginFactorAction": forEverybody(200),
  "sign-in/second-factor/actions#finishFactorAction": forEverybody(200),
  "recover/actions#recoverAction": forEverybody(200),
  "recover/actions#recoverPassphraseAction": forEverybody("/de/recover"),
  "recover/actions#replaceFactorAction": forEverybody(SIGN_IN),
  "join/[token]/actions#joinAction": forEverybody(200),
  "join/[token]/actions#resetAction": forEverybody(200),
  "join/[token]/actions#joinAlsoAction": forEverybody(200),
  // One's own access only; nobody gets the way to the sign-in.
  "account/actions#changePassphraseAction": forEverybody(200),
  "account/actions#confirmTotpAction": forEverybody(200),
  "account/actions#makeRecoveryCodeAction": forEverybody(200),
  "account/actions#confirmRecoveryCodeAction": forEverybody(200),
  "account/actions#removePasskeyAction": forEverybody(200),
  "account/actions#endSessionAction": forEverybody(200),
  "account/actions#chooseLanguageAction": forEverybody(200),
  "account/actions#chooseSiteAction": {
    nobody: 200,
    "counsellor of another site": SIGN_IN,
    coordinator: SIGN_IN,
  },
  "account/passkey-actions#beginPasskeyAction": forEverybody(200),
  "account/passkey-actions#finishPasskeyAction": forEverybody(200),
  "account/passkey-actions#beginUnlockAction": forEverybody(200),
  "account/passkey-actions#finishUnlockAction": forEverybody(200),
  "sign-out#signOutAction": { nobody: SIGN_IN, "counsellor of another site": SIGN_IN, coordinator: SIGN_IN },
  "dashboard/cases/[caseId]/actions#answerAction": caseAction,
  "dashboard/cases/[caseId]/actions#noteAction": caseAction,
  "dashboard/cases/[caseId]/actions#changeStatusAction": caseAction,
  "dashboard/cases/[caseId]/actions#closeAction": caseAction,
  "dashboard/cases/[caseId]/record/actions#savePartAction": caseAction,
  "dashboard/cases/[caseId]/sessions/actions#writeSessionAction": caseAction,
  "dashboard/cases/[caseId]/sessions/actions#writeInterventionAction": caseAction,
  "dashboard/cases/[caseId]/sessions/actions#markWrongAction": caseAction,
  "dashboard/cases/[caseId]/actions#assignAction": caseAction,
  "dashboard/cases/[caseId]/actions#markReadAction": caseAction,
  // The caller's own site is offered nothing, which the answer says.
  "dashboard/handovers/actions#acceptHandoverAction": deskAction,
  "dashboard/handovers/actions#declineHandoverAction": deskAction,
  "dashboard/cases/[caseId]/referrals/actions#draftReferralAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#changeDraftAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#askConsentAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#recordConsentAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#revokeConsentAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#markSentAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#appointmentAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#recordAnswerAction": caseAction,
  "dashboard/cases/[caseId]/referrals/actions#finishReferralAction": caseAction,
  "dashboard/cases/[caseId]/documents/actions#saveDocumentAction": caseAction,
  // Searches the caller's own site.
  "dashboard/search/actions#searchAction": {
    nobody: 200,
    "counsellor of another site": 200,
    coordinator: 404,
  },
  "dashboard/cases/[caseId]/follow-ups/actions#addFollowUpAction": caseAction,
  "dashboard/cases/[caseId]/follow-ups/actions#changeFollowUpAction": caseAction,
  "dashboard/cases/[caseId]/follow-ups/actions#finishFollowUpAction": caseAction,
  "dashboard/cases/[caseId]/follow-ups/actions#adoptDeadlineAction": caseAction,
  "dashboard/cases/[caseId]/merge/actions#mergeAction": caseAction,
  // Lists are of one's own site: what is not on them is passed over, and nobody there gives cases away.
  "dashboard/bulk-actions#markSpamAction": ownList,
  "dashboard/cases/take-over/actions#takeOverAction": ownList,
  // Makes a case of the caller's own site; the next test shows that Köln has none more.
  "dashboard/cases/new/actions#enterCaseAction": {
    nobody: 200,
    "counsellor of another site": 200,
    coordinator: 404,
  },
  // What names no partner finds none, whoever asks; a search and an empty file change nothing.
  "dashboard/partners/actions#writePartnerAction": caseAction,
  "dashboard/partners/actions#writeOfferAction": caseAction,
  "dashboard/partners/actions#confirmPartnerAction": caseAction,
  "dashboard/partners/actions#writeNoteAction": caseAction,
  "dashboard/partners/import/actions#importAction": {
    nobody: 200,
    "counsellor of another site": 200,
    coordinator: 404,
  },
  "dashboard/cases/[caseId]/partners/actions#searchHelpAction": {
    nobody: 200,
    "counsellor of another site": 200,
    coordinator: 404,
  },
  "dashboard/people/actions#inviteAction": leadAction,
  "dashboard/people/actions#resetAccessAction": leadAction,
  "dashboard/people/actions#withdrawAction": leadAction,
  "dashboard/people/actions#grantAction": leadAction,
  "dashboard/people/actions#changeRoleAction": leadAction,
  "dashboard/people/actions#endSessionsAction": leadAction,
  "dashboard/people/actions#unlockAction": leadAction,
  "dashboard/people/[accountId]/leave/actions#leaveAction": leadAction,
  "dashboard/people/[accountId]/leave/actions#handOverAction": leadAction,
  "dashboard/keys/actions#printAction": leadAction,
  "dashboard/keys/actions#confirmPrintAction": leadAction,
  "dashboard/keys/actions#renewAction": leadAction,
  "account/site-keys/actions#foundAction": {
    nobody: 200,
    "counsellor of another site": "/de/dashboard",
    coordinator: 404,
  },
  "account/site-keys/actions#restoreAction": {
    nobody: 200,
    "counsellor of another site": "/de/dashboard",
    coordinator: 404,
  },
  "dashboard/site/actions#changePartAction": leadAction,
  "dashboard/site/actions#confirmFactsAction": leadAction,
  "dashboard/site/actions#writeTextAction": leadAction,
  "dashboard/site/actions#removeTextAction": leadAction,
  // A message that nobody sent is as missing as one to other sites.
  "dashboard/messages/actions#markReadAction": caseAction,
  "network/messages/actions#sendMessageAction": networkAction,
  "network/messages/actions#withdrawMessageAction": networkAction,
  "network/report/actions#saveReportAction": networkAction,
  "network/actions#createSiteAction": networkAction,
  "network/actions#changeSiteAction": networkAction,
  "network/actions#offerSiteAction": networkAction,
  "network/actions#retireSiteAction": networkAction,
  "network/actions#provisionLoginAction": networkAction,
  "network/actions#inviteLeadAction": networkAction,
  "network/actions#changeBrandingAction": networkAction,
  "network/actions#changeLogoAction": networkAction,
  "network/actions#changePageTextAction": networkAction,
  "network/actions#addValueAction": networkAction,
  "network/actions#changeValueAction": networkAction,
  "network/actions#writeDeadlineAction": networkAction,
};
