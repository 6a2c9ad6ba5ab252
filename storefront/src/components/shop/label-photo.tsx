"use client";

import { useEffect, useRef, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

type Props = {
  words: { action: string; reading: string; none: string; unready: string };
  /** Where the text goes: the lookup page, or whoever stands around this. */
  to?: string;
  onText?: (text: string) => void;
};

type State = "idle" | "reading" | "none" | "unready";

/** Reads the QR of a label from a photograph, on the device. Not there before scripts are. */
export function LabelPhoto({ words, to, onText }: Props) {
  const [ready, setReady] = useState(false);
  const [state, setState] = useState<State>("idle");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setReady(true), []);
  async function read(photo: File | undefined) {
    if (!photo) return;
    setState("reading");
    try {
      const { readQr } = await import("@/lib/verification/read-qr");
      const text = await readQr(photo);
      setState(text ? "idle" : "none");
      if (text) onText?.(text);
      if (text && to) window.location.assign(`${to}?code=${encodeURIComponent(text)}`);
    } catch {
      // The reader could not be fetched: there is no network, and it had not come before.
      setState("unready");
    }
    if (input.current) input.current.value = "";
  }
  if (!ready) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <div>
        <label className={`${buttonClass({ variant: "secondary" })} relative focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-indigo-800`}>
          <Icon name="camera" className="size-5" />
          {state === "reading" ? words.reading : words.action}
          <input
            ref={input}
            type="file"
            accept="image/*"
            data-testid="label-photo"
            onChange={(event) => void read(event.target.files?.[0])}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
        </label>
      </div>
      <p role="status" data-testid="label-photo-state" className="text-sm font-semibold text-brick-600">
        {state === "none" ? words.none : state === "unready" ? words.unready : ""}
      </p>
    </div>
  );
}
