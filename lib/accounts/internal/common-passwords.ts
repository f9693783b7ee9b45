import { foldWord } from "../rules";

let words: Promise<ReadonlySet<string>> | undefined;

/**
 * Some 49,000 passwords that are tried first, bundled with @zxcvbn-ts/language-common. Read when somebody chooses
 * a passphrase, because it costs a few megabytes that nothing else needs.
 */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  words ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"].map(foldWord)),
  );
  return words;
}
