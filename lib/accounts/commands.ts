// biome-ignore-all lint/performance/noBarrelFile: the one door of this module; what stands behind it is private, which the dependency rule checks
export {
  acceptAlso,
  acceptInvitation,
  acceptReset,
} from "./internal/joining";
export {
  type ChangeResult,
  changePassphrase,
  chooseLanguage,
  endOtherSessions,
  endOwnSession,
  removePasskey,
} from "./internal/own-access";
export { askForFactor, askToRegister, askToSignIn, askToUnlock } from "./internal/passkey-options";
export {
  openSessionByPasskey,
  proveByPasskey,
  registerPasskey,
  unlockWithPasskey,
} from "./internal/passkeys";
export { proveByRecoveryCode, type RecoverResult, recoverAccess, replaceFactor } from "./internal/recovery";
export { confirmRecoveryCode, makeRecoveryCode } from "./internal/recovery-code";
export { proveByCode } from "./internal/second-step";
export { beginTotp, confirmTotp, sameTotp, type TotpSetup } from "./internal/totp";
