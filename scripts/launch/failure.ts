/** Something the person at the keyboard can mend. Its message is one sentence for them. */
export class Failure extends Error {
  override readonly name = "Failure";
}

const DISK_FULL = /ENOSPC|no space left on device/i;

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? "");

/** One sentence for any error. What is not foreseen shows its kind only: messages may hold settings or content. */
export function explain(error: unknown, doing: string): string {
  if (error instanceof Failure) return error.message;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : "";
  if (code === "ENOSPC" || code === "53100" || DISK_FULL.test(text)) return diskFull();
  const place = (error as { path?: string } | undefined)?.path;
  if (["EACCES", "EPERM", "EROFS"].includes(code) && place)
    return `${place} cannot be written: check its owner and permissions.`;
  const kind = [error instanceof Error ? error.name : typeof error, code].filter(Boolean).join(" ");
  return `Something unexpected went wrong while ${doing} (${kind}); LOG_LEVEL=debug npm start shows more.`;
}

export const diskFull = (): string => "The disk is full: free some space and start again.";

/** The failure behind the output of a program, or the given sentence. */
export function failureFrom(output: string, otherwise: string): Failure {
  return new Failure(DISK_FULL.test(output) ? diskFull() : otherwise);
}
