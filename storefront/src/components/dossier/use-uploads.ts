"use client";

import { useLocale } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { largestFileBytes } from "@/lib/dossier/file-rules";
import { send } from "@/lib/dossier/send";
import { forgetPhoto, keepPhoto, keptPhotos } from "@/lib/seller/photo-store";

/** `name` is unique here and on the device; what is sent disappears from the list, because the page then shows it. */
export type Upload = { name: string; filename: string; blob: Blob; state: "on_device" | "sending" | "failed" | "refused"; message: string };
type Slot = { door: "seller" | "official"; dossierId: string; kind: string; criterion?: string };

/**
 * Files on their way to one place of a dossier. Each is kept on the device first and then sent, one at a time;
 * what could not be sent waits for a tap, or for the link to come back.
 */
export function useUploads({ door, dossierId, kind, criterion }: Slot, words: { tooLarge: string; failed: string }) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const language = useLocale();
  const router = useRouter();
  const sending = useRef(false);
  const slot = `dossier.${dossierId}.${kind}.${criterion ?? ""}`;

  const change = useCallback((name: string, part: Partial<Upload>) => {
    setUploads((now) => now.map((upload) => (upload.name === name ? { ...upload, ...part } : upload)));
  }, []);
  const drop = useCallback((name: string) => {
    setUploads((now) => now.filter((upload) => upload.name !== name));
    void forgetPhoto(name);
  }, []);

  useEffect(() => {
    let gone = false;
    void keptPhotos(slot).then((kept) => {
      if (gone || kept.length === 0) return;
      setUploads(kept.map(({ localId, filename, blob }) => ({ name: localId, filename, blob, state: "on_device", message: "" })));
    });
    return () => void (gone = true);
  }, [slot]);

  useEffect(() => {
    const next = uploads.find((upload) => upload.state === "on_device");
    if (!next || sending.current) return;
    sending.current = true;
    change(next.name, { state: "sending", message: "" });
    const query = new URLSearchParams({ filename: next.filename, kind, ...(criterion ? { criterion } : {}) });
    void send(`/api/${door}/dossiers/${dossierId}/attachments?${query}`, { body: next.blob, language }, () => null).then((answer) => {
      sending.current = false;
      if (answer.ok) {
        drop(next.name);
        return router.refresh();
      }
      // Again is of use only where the file itself was not what was wrong.
      const hopeless = [400, 409, 413, 415, 422].includes(answer.status);
      change(next.name, { state: hopeless ? "refused" : "failed", message: answer.message || words.failed });
    });
  }, [uploads, door, dossierId, kind, criterion, language, router, change, drop, words.failed]);

  useEffect(() => {
    const back = () => setUploads((now) => now.map((upload) => (upload.state === "failed" ? { ...upload, state: "on_device" } : upload)));
    window.addEventListener("online", back);
    return () => window.removeEventListener("online", back);
  }, []);

  const add = useCallback(
    async (files: File[]) => {
      for (const [index, file] of files.entries()) {
        const name = `${Date.now()}-${String(index).padStart(2, "0")}-${Math.random().toString(36).slice(2, 8)}`;
        const upload = { name, filename: file.name.slice(-150) || "tep", blob: file };
        if (file.size > largestFileBytes) setUploads((now) => [...now, { ...upload, state: "refused", message: words.tooLarge }]);
        else {
          await keepPhoto({ localId: name, draft: slot, blob: file, filename: upload.filename, mediaId: null });
          setUploads((now) => [...now, { ...upload, state: "on_device", message: "" }]);
        }
      }
    },
    [slot, words.tooLarge],
  );

  const retry = useCallback((name: string) => change(name, { state: "on_device", message: "" }), [change]);
  return { uploads, add, retry, drop };
}
