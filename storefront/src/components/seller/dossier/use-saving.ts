"use client";

import { useLocale } from "next-intl";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { keep, type Patch, readKept } from "@/lib/dossier/patch";
import { send } from "@/lib/dossier/send";
import { DossierWriter, type Saved, type WriterState } from "@/lib/dossier/writer";

/** One writer per dossier for as long as the tab is open, so that the steps share what is on its way. */
const writers = new Map<string, DossierWriter>();
const readSaved = (answer: unknown) => (answer as { dossier: Saved }).dossier;
const nothingYet: WriterState = { status: "saved", message: "", fields: {}, latest: null };

function writerOf(id: string, version: number, language: string): DossierWriter {
  const known = writers.get(id);
  if (known) return known;
  const made = new DossierWriter(version, {
    post: (at, patch, keepalive) => send(`/api/seller/dossiers/${id}`, { body: { version: at, ...patch }, language, keepalive }, readSaved),
    keep: (patch) => void keep(id, patch),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  writers.set(id, made);
  return made;
}

/** The saving of a dossier on one of its pages. `onRestored` gets what this device kept from an earlier visit. */
export function useSaving(id: string, version: number, onRestored: (kept: Patch) => void) {
  const language = useLocale();
  const [writer] = useState(() => writerOf(id, version, language));
  const state = useSyncExternalStore(writer.subscribe, () => writer.state, () => nothingYet);

  const restored = useRef(onRestored);
  useEffect(() => {
    restored.current = onRestored;
  });
  useEffect(() => writer.seen(version), [writer, version]);
  useEffect(() => {
    const kept = readKept(id);
    restored.current(kept);
    writer.restore(kept);
    const leave = () => {
      if (document.visibilityState === "hidden") void writer.flush(true);
    };
    const back = () => void writer.flush();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("online", back);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("online", back);
      void writer.flush();
    };
  }, [id, writer]);

  return { writer, state };
}
