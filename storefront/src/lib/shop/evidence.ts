import "server-only";
import { callBackend } from "@/lib/backend";
import { looksSigned } from "@/lib/verification/looks-signed";

export type EvidenceState = "genuine" | "outdated" | "tampered" | "unknown_key";

export type MonthOfSales = { month: string; orders: number; quantity: number; revenue_vnd: number; provinces: number };

export type EvidenceVerdict = {
  state: EvidenceState;
  key_id: string | null;
  /** What was signed; null for what was not signed here. */
  statement: {
    period: { from: string; to: string };
    issued_at: string;
    orders: number;
    quantity: number;
    revenue_vnd: number;
    provinces: number;
    illustrative: boolean;
  } | null;
  product: { title: string; handle: string; on_sale: boolean; seller: { name: string; handle: string } } | null;
  sales: { provinces: string[]; months: MonthOfSales[] } | null;
};

/** What the signed statement out of the QR is worth today. */
export async function judgeEvidence(signed: string, locale: string): Promise<EvidenceVerdict> {
  if (!looksSigned(signed)) return { state: "tampered", key_id: null, statement: null, product: null, sales: null };
  return (await callBackend<{ verdict: EvidenceVerdict }>("/store/evidence", { locale, query: { s: signed } })).verdict;
}
