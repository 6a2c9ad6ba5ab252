import { getLocale, getTranslations } from "next-intl/server";
import { officialDoor } from "@/lib/door/doors";
import { doorRequest } from "@/lib/door/request";
import { doorToken } from "@/lib/door/session";
import { type DossierCard, officialDossiersAnswer } from "@/lib/dossier/types";
import { csvStream } from "@/lib/official/csv-stream";
import { dossierFilters, readDossierQuery } from "@/lib/official/dossier/query";

const perCall = 100;
const columns = ["product", "applicant", "kind", "set", "commune", "state", "star", "receipt", "provinceReceipt", "submitted", "due", "overdue", "illustrative"] as const;

/** The dossiers of the list, filtered as it is, as a CSV file. */
export async function GET(request: Request) {
  const token = await doorToken(officialDoor);
  if (!token) return new Response(null, { status: 401 });
  const [locale, t] = await Promise.all([getLocale(), getTranslations("dossier")]);
  const query = dossierFilters(readDossierQuery(Object.fromEntries(new URL(request.url).searchParams)));
  const ask = (offset: number) =>
    doorRequest({ path: "/official/dossiers", query: { ...query, limit: perCall, offset }, schema: officialDossiersAnswer, token, locale });
  const first = await ask(0);
  if (!first.ok) return new Response(first.message || null, { status: first.status || 502 });

  const page = ({ dossiers, count }: { dossiers: DossierCard[]; count: number }) => ({ rows: dossiers, count });
  const file = csvStream(
    page(first.data),
    async (offset) => ask(offset).then((next) => (next.ok ? page(next.data) : null)),
    columns.map((column) => t(`desk.columns.${column}`)),
    (dossier) => [
      dossier.product_name,
      dossier.applicant_name,
      t(`kinds.${dossier.kind}`),
      dossier.product_set.set_no,
      dossier.commune.full_name,
      t(`states.${dossier.state}.name`),
      dossier.star,
      dossier.receipt_no,
      dossier.province_receipt_no,
      dossier.submitted_on,
      dossier.deadline?.due_on ?? null,
      dossier.deadline?.overdue ? -dossier.deadline.days_left : null,
      dossier.illustrative ? t("desk.illustrative") : null,
    ],
  );
  return new Response(file, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${t("desk.filename", { date: new Date().toISOString().slice(0, 10) })}"`,
      "cache-control": "no-store",
    },
  });
}
