import { z } from "zod";
import type { PageQuery } from "@/lib/door/page-query";

/** Rights of use and certificates as the officials' pages read them. Unknown fields are dropped. */
const place = z.object({ code: z.string(), name: z.string(), full_name: z.string() });

export const logSchema = z.array(z.object({ action: z.string(), by: z.string(), by_type: z.string(), reason: z.string().nullable(), at: z.string() }));
export type Log = z.infer<typeof logSchema>;

export const rightSchema = z.object({
  id: z.string(),
  gi: z.object({ handle: z.string(), kind: z.enum(["geographical_indication", "collective_mark", "certification_mark"]), name: z.string(), product: z.string() }),
  producer_name: z.string(),
  product_name: z.string().nullable(),
  commune: place.nullable(),
  zone_finding: z.string().nullable(),
  document_no: z.string(),
  issued_by: z.string(),
  issued_on: z.string(),
  expires_on: z.string().nullable(),
  status: z.enum(["not_yet", "valid", "expired", "revoked"]),
  revoked_on: z.string().nullable(),
  revocation_reason: z.string().nullable(),
  illustrative: z.boolean(),
  log: logSchema,
});
export type Right = z.infer<typeof rightSchema>;

export const rightsAnswer = z.object({ rights_of_use: z.array(rightSchema), count: z.number() });
export const communesAnswer = z.object({
  communes: z.array(place.extend({ old_communes: z.array(z.object({ code: z.string(), name: z.string(), district: z.string() })) })),
});
export type ScopeCommune = z.infer<typeof communesAnswer>["communes"][number];

export const pageSize = 20;

/** The filters of a book as they stand in the address, reduced to the names and values it knows; `page` from 1. */
export function readBookQuery<const N extends Record<string, readonly string[] | null>>(parameters: PageQuery, names: N): { values: { [K in keyof N]?: string }; page: number } {
  const values: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(names)) {
    const value = parameters[name];
    if (typeof value !== "string" || value === "" || value.length > 200) continue;
    if (allowed === null || allowed.includes(value)) values[name] = value;
  }
  const page = /^[1-9]\d{0,3}$/.test(String(parameters.page ?? "")) ? Number(parameters.page) : 1;
  return { values: values as { [K in keyof N]?: string }, page };
}

export function bookHref(path: string, values: Record<string, string | undefined>, page = 1): string {
  const query = new URLSearchParams(Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1])));
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
