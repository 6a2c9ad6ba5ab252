"use client";

import { useEffect, useRef, useState } from "react";
import { looksLikeAddress } from "@/lib/place/address-line";
import { matchOptions } from "@/lib/place/match-options";
import type { Candidate, OldPlace, PlaceHit, PlaceOption, ReadAddress } from "@/lib/place/types";
import { fetchHits, fetchReading } from "./place-client";

/** A line of the list: a commune of the chosen province, one found by search, or what a typed address means. */
export type CommuneChoice = { commune: PlaceOption; province: PlaceOption | null; old: OldPlace | null; line: ReadAddress | null };

/** Rarely does one type faster than this; the backend need not hear of every letter. */
const PAUSE_MS = 200;

type Found = { typed: string; choices: CommuneChoice[] };

/**
 * What a text in the commune field can mean: at once the communes of the chosen province that fit, then what the
 * search knows besides, old names and, while no province is chosen, the whole country. A whole line is read instead.
 */
export function useCommuneOptions(typed: string, province: string, communes: readonly PlaceOption[]) {
  const [found, setFound] = useState<Found | null>(null);
  const [state, setState] = useState<"idle" | "searching" | "failed">("idle");
  const latest = useRef("");
  const here = matchOptions(communes, typed).length > 0;
  const asked = `${province}|${typed}`;

  useEffect(() => {
    latest.current = asked;
    const text = typed.trim();
    if (text.length < 2) {
      setState("idle");
      return;
    }
    setState("searching");
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const search = looksLikeAddress(text)
        ? fetchReading(text, stop.signal).then(fromLine)
        : searchFrom(text, province, here, stop.signal);
      search.then(
        (choices) => {
          if (latest.current !== asked) return;
          setFound({ typed: asked, choices });
          setState("idle");
        },
        () => latest.current === asked && !stop.signal.aborted && setState("failed"),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked, typed, province, here]);

  const own = province ? matchOptions(communes, typed).map((commune): CommuneChoice => ({ commune, province: null, old: null, line: null })) : [];
  const known = new Set(own.map(({ commune }) => commune.code));
  const more = found?.typed === asked && typed.trim().length >= 2 ? found.choices.filter((choice) => choice.old !== null || !known.has(choice.commune.code)) : [];
  return { choices: [...own, ...more], state };
}

/** First in the chosen province; when nothing there is called so, in the whole country. */
async function searchFrom(text: string, province: string, foundHere: boolean, signal: AbortSignal): Promise<CommuneChoice[]> {
  const hits = await fetchHits(text, province, signal);
  const all = hits.length > 0 || foundHere || !province ? hits : await fetchHits(text, "", signal);
  return all.map(fromHit);
}

const fromHit = ({ commune, province, old }: PlaceHit): CommuneChoice => ({ commune, province, old, line: null });

function fromLine(line: ReadAddress): CommuneChoice[] {
  const whole: Candidate[] = line.commune && line.province ? [{ commune: line.commune, province: line.province, oldName: line.oldName }] : line.candidates;
  return whole.map(({ commune, province }) => ({ commune, province, old: null, line: { ...line, commune, province, confidence: line.commune ? line.confidence : "exact", candidates: [], ifOld: [] } }));
}
