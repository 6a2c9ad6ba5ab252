"use client";

import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { send } from "@/lib/dossier/send";
import type { OwnSheet } from "@/lib/dossier/types";
import { keepSheetDraft, readSheetDraft, type SheetDraft } from "@/lib/official/dossier/sheet-draft";

const pauseMs = 1200;
const againMs = 15_000;
export type SheetStatus = "saved" | "waiting" | "saving" | "kept" | "changed" | "refused" | "session";
const readSheet = (answer: unknown) => (answer as { sheet: OwnSheet }).sheet;

/** A member's sheet while it is filled: kept on the device, saved a moment later, handed in once. */
export function useSheet(dossierId: string, initial: OwnSheet) {
  const language = useLocale();
  const router = useRouter();
  const [sheet, setSheet] = useState(initial);
  const [draft, setDraft] = useState<SheetDraft>({ options: initial.options, comments: initial.comments, general_comment: initial.general_comment ?? "" });
  const [status, setStatus] = useState<SheetStatus>("saved");
  const [message, setMessage] = useState("");
  const version = useRef(initial.version);
  const latest = useRef(draft);
  const unsent = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  async function save(handIn: boolean): Promise<boolean> {
    if (!unsent.current && !handIn) return true;
    const sent = latest.current;
    setStatus("saving");
    const body = { version: version.current, ...sent, general_comment: sent.general_comment.trim() || null, hand_in: handIn };
    const answer = await send(`/api/official/dossiers/${dossierId}/sheet`, { body, language }, readSheet);
    if (answer.ok) {
      version.current = answer.data.version;
      unsent.current = latest.current !== sent;
      if (!unsent.current) keepSheetDraft(initial.id, null);
      setSheet(answer.data);
      setMessage("");
      setStatus(unsent.current ? "waiting" : "saved");
      if (handIn) router.refresh();
      return true;
    }
    setMessage(answer.message);
    if (answer.code === "dossier.changed_meanwhile") {
      if (typeof answer.body.version === "number") version.current = answer.body.version;
      setStatus("changed");
    } else if (answer.status === 401) setStatus("session");
    else if (answer.status === 0 || answer.status >= 500) {
      setStatus("kept");
      timer.current = setTimeout(() => void flush(), againMs);
    } else setStatus("refused");
    return false;
  }

  /** One save after the other, so that a sheet never competes with itself. */
  function flush(handIn = false): Promise<boolean> {
    clearTimeout(timer.current);
    const run = () => save(handIn);
    running.current = running.current.then(run, run);
    return running.current;
  }

  function change(part: Partial<SheetDraft>) {
    const next = { ...latest.current, ...part };
    latest.current = next;
    unsent.current = true;
    setDraft(next);
    keepSheetDraft(initial.id, next);
    setStatus((now) => (now === "changed" || now === "session" ? now : "waiting"));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), pauseMs);
  }

  // The latest of both for what runs later; the effect below runs once per sheet.
  const now = useRef({ change, flush });
  useEffect(() => {
    now.current = { change, flush };
  });
  useEffect(() => {
    const kept = initial.may_edit ? readSheetDraft(initial.id) : null;
    if (kept) now.current.change(kept);
    const back = () => void now.current.flush();
    window.addEventListener("online", back);
    return () => {
      window.removeEventListener("online", back);
      back();
    };
  }, [initial.id, initial.may_edit]);

  return { sheet, draft, status, message, change, flush };
}
