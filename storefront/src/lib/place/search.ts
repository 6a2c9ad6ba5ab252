import "server-only";
import { callBackend } from "@/lib/backend";
import type { Unit } from "@/lib/types";
import { toOption } from "./to-option";
import type { Candidate, OldPlace, PlaceHit, ReadAddress } from "./types";

type Hit = Unit & { parent: Unit | null; old?: OldPlace };

/** Communes by name, old names too; the best first. */
export async function searchCommunes(q: string, province: string | null, locale: string): Promise<PlaceHit[]> {
  const { units } = await callBackend<{ units: Hit[] }>("/store/administrative-units/search", { locale, query: { q, province, limit: 20 } });
  return units.flatMap(({ parent, old, ...unit }) => (parent ? [{ province: toOption(parent), commune: toOption(unit), old: old ?? null }] : []));
}

type ParsedCandidate = Unit & { parent: Unit | null; old_name: string | null };
type Parsed = {
  confidence: ReadAddress["confidence"];
  commune: Unit | null;
  province: Unit | null;
  old: { commune: string | null; district: string | null; province: string | null };
  candidates: ParsedCandidate[];
  if_old: ParsedCandidate[];
  rest: string;
  phone: string | null;
};

/** Reads a whole address line. @throws BackendError 400 for an empty or too long one */
export async function readAddress(text: string, locale: string): Promise<ReadAddress> {
  const { address } = await callBackend<{ address: Parsed }>("/store/administrative-units/parse", { locale, method: "POST", body: { text } });
  const { commune, province, old, confidence, rest, phone } = address;
  return {
    confidence,
    commune: commune && toOption(commune),
    province: province && toOption(province),
    oldName: confidence === "exact" ? null : [old.commune, old.district, old.province].filter(Boolean).join(", ") || null,
    candidates: address.candidates.flatMap(toCandidate),
    ifOld: address.if_old.flatMap(toCandidate),
    rest,
    phone,
  };
}

function toCandidate({ parent, old_name, ...unit }: ParsedCandidate): Candidate[] {
  return parent ? [{ province: toOption(parent), commune: toOption(unit), oldName: old_name }] : [];
}
