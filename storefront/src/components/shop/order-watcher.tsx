"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = { id: string; orderKey: string; signature: string; urgent: boolean };

/**
 * Redraws the page when the order changed. The server says so by a stream of events; where no stream comes through
 * (an old proxy, too many pages open) the page asks every 2 s while money is awaited, else every 8 s. With a stream it
 * still asks every 20 s, for what no event tells. Sleeps while the page is hidden, as when the banking app is in front. A
 * phone that loses its network says so by itself: whoever is about to pay need not wait for the next question to fail.
 */
export function OrderWatcher({ id, orderKey, signature, urgent }: Props) {
  const router = useRouter();
  const t = useTranslations("shop.client");
  const [trouble, setTrouble] = useState<"offline" | "unreachable" | null>(null);
  useEffect(() => {
    const query = `?k=${encodeURIComponent(orderKey)}`;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    let stream: EventSource | null = null;
    let unanswered = 0;
    const live = () => stream?.readyState === EventSource.OPEN;
    async function look() {
      clearTimeout(timer);
      if (stopped) return;
      try {
        const response = await fetch(`/api/order-state/${id}${query}`, { cache: "no-store" });
        // One answer gone astray is nothing to worry anybody who has just paid with.
        unanswered = response.status >= 500 ? unanswered + 1 : 0;
        setTrouble(unanswered >= 2 ? "unreachable" : null);
        const answer = response.ok ? ((await response.json()) as { signature: string }) : null;
        if (answer && answer.signature !== signature && !stopped) router.refresh();
      } catch {
        unanswered += 1;
        setTrouble(!navigator.onLine ? "offline" : unanswered >= 2 ? "unreachable" : null);
      }
      clearTimeout(timer);
      if (!stopped && document.visibilityState === "visible") timer = setTimeout(look, live() ? 20_000 : urgent ? 2_000 : 8_000);
    }
    function listen() {
      stream?.close();
      stream = new EventSource(`/api/order-state/${id}/events${query}`);
      stream.addEventListener("ready", () => void look());
      stream.addEventListener("changed", () => void look());
    }
    function wake() {
      if (document.visibilityState === "visible") {
        listen();
        void look();
      } else {
        stream?.close();
        clearTimeout(timer);
      }
    }
    const lost = () => setTrouble("offline");
    listen();
    timer = setTimeout(look, 2_000);
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    window.addEventListener("offline", lost);
    return () => {
      stopped = true;
      clearTimeout(timer);
      stream?.close();
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
      window.removeEventListener("offline", lost);
    };
  }, [id, orderKey, signature, urgent, router]);
  return (
    <p role="status" data-testid="watch-trouble" className={trouble ? "rounded bg-honey-100 px-4 py-2" : "sr-only"}>
      {trouble ? t(trouble) : ""}
    </p>
  );
}
