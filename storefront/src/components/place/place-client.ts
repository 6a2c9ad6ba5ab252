"use client";

import { oneLine } from "@/lib/place/address-line";
import type { PlaceHit, PlaceOption, ReadAddress } from "@/lib/place/types";

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as T;
}

/** The communes of a province, in Vietnamese order. */
export async function fetchCommunes(province: string, signal?: AbortSignal): Promise<PlaceOption[]> {
  return answer(await fetch(`/api/communes?province=${province}`, { signal }));
}

export async function fetchHits(q: string, province: string, signal?: AbortSignal): Promise<PlaceHit[]> {
  return answer(await fetch(`/api/places?${new URLSearchParams({ q, province })}`, { signal }));
}

export async function fetchReading(text: string, signal?: AbortSignal): Promise<ReadAddress> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text: oneLine(text) }), signal };
  return answer(await fetch("/api/places/parse", init));
}
