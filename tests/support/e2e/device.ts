import type { CDPSession, Page } from "@playwright/test";

/** The passkeys of a device, as Chromium pretends to have them. They follow its owner from page to page. */
export class Device {
  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  /** @param unlocks whether it has the PRF extension, by which a passkey opens an account by itself */
  static async of(page: Page, { unlocks }: { unlocks: boolean }): Promise<Device> {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf: unlocks,
      },
    });
    return new Device(session, authenticatorId);
  }

  async countPasskeys(): Promise<number> {
    return (await this.passkeys()).length;
  }

  /** Deletes the passkeys on the device, as somebody does who tidies up; the account knows nothing of it. */
  async forgetsPasskeys(): Promise<void> {
    await this.session.send("WebAuthn.clearCredentials", { authenticatorId: this.id });
  }

  private async passkeys() {
    const { credentials } = await this.session.send("WebAuthn.getCredentials", { authenticatorId: this.id });
    return credentials;
  }
}
