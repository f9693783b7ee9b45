import { Submit } from "./form-parts";
import { Sign } from "./sign";

type SignOutProps = { action: () => Promise<void>; label: string; pending: string };

export function SignOutForm({ action, label, pending }: SignOutProps) {
  return (
    <form action={action} className="sign-out">
      <Sign name="leave" />
      <Submit className="rail-link" label={label} pending={pending} />
    </form>
  );
}
