import type { ProvisionAnswer, ProvisionQuestion } from "../launch/provision-sites";

let asked = 0;

/**
 * Lets the application ask for the database logins of new sites. It asks the launcher, which knows the credentials
 * of `owner`; in the process that serves requests they are not to be found. The question has no content: which
 * sites there are, the launcher reads from the table.
 */
export function offerProvisioning(): void {
  const shared = globalThis as { weactProvisionSites?: () => Promise<boolean> };
  shared.weactProvisionSites = askLauncher;
}

function askLauncher(): Promise<boolean> {
  asked += 1;
  const question: ProvisionQuestion = { provisionSites: asked };
  return new Promise((resolve) => {
    if (!process.send) return resolve(false);
    const answered = (message: unknown) => {
      const { provisionedSites, ok } = message as ProvisionAnswer;
      if (provisionedSites !== question.provisionSites) return;
      process.off("message", answered);
      resolve(ok);
    };
    process.on("message", answered);
    process.send(question);
  });
}
