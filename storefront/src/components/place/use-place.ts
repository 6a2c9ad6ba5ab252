"use client";

import { useRef, useState } from "react";
import { bareName, metByFormerName } from "@/lib/place/match-options";
import type { Candidate, PlaceOption, ReadAddress } from "@/lib/place/types";
import { fetchCommunes, fetchReading } from "./place-client";
import type { PlaceNews } from "./place-notice";
import type { CommuneChoice } from "./use-commune-options";

export type Level = "province" | "commune";

/** What a pasted line held besides the place. */
export type LineRest = { rest: string; phone: string | null };

type Start = {
  provinces: readonly PlaceOption[];
  communes: readonly PlaceOption[];
  initial: { province: string; commune: string };
  onLineRest?: (rest: LineRest) => void;
};

/** The chosen province and commune, what is being typed, and what there is to say about it; and all ways to choose. */
export function usePlace({ provinces, communes: first, initial, onLineRest }: Start) {
  const [province, setProvince] = useState(initial.province);
  const [commune, setCommune] = useState<PlaceOption | null>(first.find(({ code }) => code === initial.commune) ?? null);
  const [communes, setCommunes] = useState<readonly PlaceOption[]>(first);
  const [load, setLoad] = useState<"idle" | "loading" | "failed">("idle");
  const [typed, setTyped] = useState({ province: "", commune: "" });
  const [unfinished, setUnfinished] = useState<Level | null>(null);
  const [news, setNews] = useState<PlaceNews | null>(null);
  const loadedFor = useRef(initial.province);

  async function takeProvince(code: string, keep: PlaceOption | null = null) {
    setProvince(code);
    setCommune(keep);
    setUnfinished(null);
    setTyped({ province: "", commune: "" });
    if (loadedFor.current === code) return;
    loadedFor.current = code;
    setCommunes([]);
    if (!code) return setLoad("idle");
    setLoad("loading");
    const loaded = await fetchCommunes(code).catch(() => null);
    if (loadedFor.current !== code) return;
    // What could not be loaded is asked for anew with the next choice.
    if (!loaded) loadedFor.current = "";
    setCommunes(loaded ?? []);
    setLoad(loaded ? "idle" : "failed");
  }

  function chooseProvince(option: PlaceOption, by: string) {
    const former = metByFormerName(option, by);
    setNews(former ? { kind: "oldProvince", old: former, now: option } : null);
    void takeProvince(option.code, option.code === province ? commune : null);
  }

  function chooseCommune(choice: CommuneChoice) {
    if (choice.line) {
      return onLineRest?.(apply(choice.line, typed.commune));
    }
    setNews(choice.old ? { kind: "old", old: choice.old, now: choice.commune } : null);
    void takeProvince(choice.province?.code ?? province, choice.commune);
  }

  function chooseCandidate(candidate: Candidate) {
    const place = { province: candidate.province, commune: candidate.commune };
    setNews({ kind: "line", reading: { confidence: "exact", ...place, oldName: null, candidates: [], ifOld: [], rest: "", phone: null }, text: "" });
    void takeProvince(candidate.province.code, candidate.commune);
  }

  /** Takes what was understood, and gives back what was not a place. */
  function apply(reading: ReadAddress, text: string): LineRest {
    setNews({ kind: "line", reading, text });
    if (reading.province) void takeProvince(reading.province.code, reading.commune);
    return { rest: reading.rest, phone: reading.phone };
  }

  async function readLine(text: string): Promise<LineRest | null> {
    setNews({ kind: "reading" });
    const reading = await fetchReading(text).catch(() => null);
    if (reading) return apply(reading, text);
    setNews({ kind: "failed", line: text });
    return null;
  }

  /** A field that is left with its full name typed is as good as chosen; an empty one is emptied; anything else waits. */
  function leave(field: Level, text: string): boolean {
    const options = field === "province" ? provinces : communes;
    const same = (a: string, b: string) => a.normalize("NFC").toLowerCase() === b.trim().normalize("NFC").toLowerCase();
    const alike = options.filter((option) => bareName(option.label) === bareName(text));
    const meant = alike.length > 1 ? alike.filter((option) => same(option.label, text)) : alike;
    const [only] = meant;
    if (text.trim() && only && meant.length === 1) {
      if (field === "province") chooseProvince(only, text);
      else void takeProvince(province, only);
      return true;
    }
    if (field === "province") void takeProvince("");
    else setCommune(null);
    if (!text.trim()) return true;
    setUnfinished(field);
    return false;
  }

  function chooseInSelect(field: Level, code: string) {
    setNews(null);
    if (field === "province") return void takeProvince(code);
    setUnfinished(null);
    setCommune(communes.find((option) => option.code === code) ?? null);
  }

  const type = (field: Level, text: string) => setTyped((before) => ({ ...before, [field]: text }));
  const state = { province, commune, communes, load, typed, unfinished, news };
  return { ...state, type, chooseProvince, chooseCommune, chooseCandidate, chooseInSelect, readLine, leave };
}
