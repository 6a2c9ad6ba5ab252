"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

type Props = { id: string; orderKey: string; signature: string; urgent: boolean };

/**
 * Asks for the order's signature every 2 s while money is awaited (else every 8 s) and redraws the page
 * only when it changed. Sleeps while the page is hidden, as when the banking app is in front.
 */
export function OrderWatcher({ id, orderKey, signature, urgent }: Props) {
  const router = useRouter();
  const t = useTranslations("shop.client");
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    async function look() {
      if (stopped) return;
      if (document.visibilityState === "visible") {
        try {
          const response = await fetch(`/api/order-state/${id}?k=${encodeURIComponent(orderKey)}`, { cache: "no-store" });
          setOffline(false);
          const answer = response.ok ? ((await response.json()) as { signature: string }) : null;
          if (answer && answer.signature !== signature && !stopped) router.refresh();
        } catch {
          setOffline(!navigator.onLine);
        }
      }
      timer = setTimeout(look, urgent ? 2000 : 8_000);
    }
    function wake() {
      if (document.visibilityState !== "visible") return;
      clearTimeout(timer);
      void look();
    }
    timer = setTimeout(look, 2000);
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("online", wake);
    };
  }, [id, orderKey, signature, urgent, router]);
  return (
    <p role="status" className={offline ? "rounded bg-honey-100 px-4 py-2 text-sm" : "sr-only"}>
      {offline ? t("offline") : ""}
    </p>
  );
}
