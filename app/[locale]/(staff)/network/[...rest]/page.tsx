import { notFound } from "next/navigation";
import { requireNetworkDesk } from "@/lib/auth/gates";

/** An address below the network that leads nowhere is the staff's not-found page, not the public one. */
export default async function UnknownNetworkPage() {
  await requireNetworkDesk();
  notFound();
}
