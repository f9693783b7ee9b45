import type { NextRequest } from "next/server";
import { requireDesk } from "@/lib/auth/gates";
import { exportPartners } from "@/lib/partners/queries";
import { partnerFilterSchema } from "@/lib/partners/schema";

/** The directory, as far as it is filtered, as a file for spreadsheets: sent while it is read. */
export async function GET(request: NextRequest): Promise<Response> {
  const desk = await requireDesk();
  const filter = partnerFilterSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  const pieces = exportPartners(desk, { ...filter, after: undefined }, new Date());
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="partner.csv"',
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
