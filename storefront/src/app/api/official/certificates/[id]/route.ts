import { officialDoor } from "@/lib/door/doors";
import { passDownload } from "@/lib/door/pass-download";

/** The scan of a paper in the official's area. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  return passDownload(officialDoor, `/official/quality-certificates/${encodeURIComponent((await params).id)}/evidence`);
}
