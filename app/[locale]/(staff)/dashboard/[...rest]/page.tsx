import { notFound } from "next/navigation";
import { requireDesk } from "@/lib/auth/gates";

/** An address below the dashboard that leads nowhere is the staff's not-found page, not the public one. */
export default async function UnknownDeskPage() {
  await requireDesk();
  notFound();
}
