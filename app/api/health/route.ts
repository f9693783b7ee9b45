import { checkDatabase } from "@/lib/sites/queries";

export const dynamic = "force-dynamic";

/** For a monitor: whether the server and its database answer. Says nothing else. */
export async function GET(): Promise<Response> {
  try {
    await checkDatabase();
    return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
  } catch {
    return Response.json(
      { status: "unavailable" },
      { status: 503, headers: { "Cache-Control": "no-store" } },
    );
  }
}
