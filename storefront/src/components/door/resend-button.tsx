"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Asks for another code once the countdown is over. Mount it anew (by key) with every code sent. */
export function ResendButton({ afterSeconds }: { afterSeconds: number }) {
  const t = useTranslations("seller.loginForm");
  const [left, setLeft] = useState(afterSeconds);
  useEffect(() => {
    const end = Date.now() + afterSeconds * 1000;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [afterSeconds]);

  if (left > 0) {
    return <p className="flex min-h-12 items-center text-ink-soft">{t("resendIn", { seconds: left })}</p>;
  }
  return (
    <button type="submit" name="intent" value="code" data-testid="resend" className="min-h-12 self-start text-link">
      {t("resend")}
    </button>
  );
}
