import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Entrance } from "@/components/accounts/entrance";
import { PasskeyButton } from "@/components/accounts/passkey-button";
import { Sign } from "@/components/staff/sign";
import { SignInForm } from "@/components/staff/sign-in-form";
import { hasInterrupted, listInterrupted } from "@/lib/auth/interrupted";
import { currentStaff } from "@/lib/auth/session";
import { requireLocale } from "../require-locale";
import { signInAction } from "./actions";
import { homeOf } from "./home-of";
import { beginPasskeySignInAction, finishPasskeySignInAction } from "./passkey-actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ params }: { params: Promise<{ locale: string }> }) {
  await requireLocale(params);
  const [staff, locale, t] = await Promise.all([
    currentStaff(new Date()),
    getLocale(),
    getTranslations("staff.signIn"),
  ]);
  if (staff && (await listInterrupted(staff, new Date())).length > 0) redirect(`/${locale}/sign-in/kept`);
  if (staff) redirect(await homeOf(staff, locale));
  const isKept = await hasInterrupted(new Date());

  const words = {
    email: t("email"),
    passphrase: t("passphrase"),
    button: t("button"),
    pending: t("pending"),
  };
  return (
    <Entrance heading={t("heading")} lead={t("lead")} footer={<a href={`/${locale}`}>{t("public")}</a>}>
      {isKept && (
        <p className="notice" role="status">
          <Sign name="lock" />
          <span>{t("interrupted")}</span>
        </p>
      )}
      <SignInForm action={signInAction} words={words} />
      <PasskeyButton
        mode="unlock"
        begin={beginPasskeySignInAction}
        finish={finishPasskeySignInAction}
        quiet
        words={{ button: t("passkey"), pending: t("pending"), failed: t("passkeyRefused") }}
      />
      <p className="help">
        <a href={`/${locale}/recover`}>{t("forgot")}</a>
      </p>
    </Entrance>
  );
}
