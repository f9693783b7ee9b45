export type AppErrorCode = "notFound" | "unavailable" | "sealBroken" | "unknownSite" | "keyUnknown";

/** Carries a code and nothing else: messages end up in logs, and what people tell a counsellor must not. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(readonly code: AppErrorCode) {
    super(code);
  }
}
