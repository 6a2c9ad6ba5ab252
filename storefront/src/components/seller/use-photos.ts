"use client";

import { useLocale } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetPhoto, keepPhoto, keptPhotos, type StoredPhoto } from "@/lib/seller/photo-store";
import { uploadPhoto, type UploadProblem } from "@/lib/seller/upload-photo";

export type PhotoState = "on_phone" | "sending" | "sent" | "failed";
export type Photo = StoredPhoto & {
  url: string;
  state: PhotoState;
  problem: UploadProblem | null;
  message: string | null;
};

export const mostPhotos = 8;

const shown = (stored: StoredPhoto): Photo => ({
  ...stored,
  url: URL.createObjectURL(stored.blob),
  state: stored.mediaId ? "sent" : "on_phone",
  problem: null,
  message: null,
});

/**
 * The photographs of a draft. Each is kept on the phone first and then sent, one at a time because the link is
 * thin. What could not be sent waits for a tap, or for the signal to come back.
 */
export function usePhotos(draft: string) {
  const [photos, setPhotos] = useState<Photo[]>([]);
  const sending = useRef(false);
  const language = useLocale();

  const change = useCallback((localId: string, part: Partial<Photo>) => {
    setPhotos((now) => now.map((photo) => (photo.localId === localId ? { ...photo, ...part } : photo)));
  }, []);

  useEffect(() => {
    let gone = false;
    void keptPhotos(draft).then((kept) => {
      if (gone) return;
      setPhotos((now) => {
        const known = new Set(now.map((photo) => photo.localId));
        return [...kept.filter((photo) => !known.has(photo.localId)).map(shown), ...now];
      });
    });
    return () => {
      gone = true;
    };
  }, [draft]);

  useEffect(() => {
    const waiting = photos.find((photo) => photo.state === "on_phone");
    if (!waiting || sending.current) return;
    sending.current = true;
    change(waiting.localId, { state: "sending", problem: null, message: null });
    void uploadPhoto(waiting.blob, waiting.filename, language).then(async (result) => {
      sending.current = false;
      if (!result.ok) return change(waiting.localId, { state: "failed", problem: result.problem, message: result.message });
      const { localId, blob, filename } = waiting;
      await keepPhoto({ localId, draft, blob, filename, mediaId: result.mediaId });
      change(localId, { state: "sent", mediaId: result.mediaId });
    });
  }, [photos, draft, language, change]);

  useEffect(() => {
    const signalIsBack = () =>
      setPhotos((now) => now.map((photo) => (photo.problem === "network" ? { ...photo, state: "on_phone", problem: null } : photo)));
    window.addEventListener("online", signalIsBack);
    return () => window.removeEventListener("online", signalIsBack);
  }, []);

  const add = useCallback(
    async (files: File[]) => {
      const room = Math.max(0, mostPhotos - photos.length);
      for (const [index, file] of files.slice(0, room).entries()) {
        const localId = `${Date.now()}-${String(index).padStart(2, "0")}-${Math.random().toString(36).slice(2, 8)}`;
        const stored: StoredPhoto = { localId, draft, blob: file, filename: file.name || "photo.jpg", mediaId: null };
        await keepPhoto(stored);
        setPhotos((now) => [...now, shown(stored)]);
      }
    },
    [draft, photos.length],
  );

  const retry = useCallback((localId: string) => change(localId, { state: "on_phone", problem: null }), [change]);

  const remove = useCallback(async (localId: string) => {
    setPhotos((now) => now.filter((photo) => photo.localId !== localId));
    await forgetPhoto(localId);
  }, []);

  const clear = useCallback(async () => {
    await Promise.all(photos.map((photo) => forgetPhoto(photo.localId)));
    setPhotos([]);
  }, [photos]);

  return { photos, add, retry, remove, clear };
}
