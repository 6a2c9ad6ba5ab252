"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { timeLeft } from "@/lib/format/duration";

/** The time left to pay, in words; starts from the server's clock so that both sides write the same. */
export function TimeLeft({ until, renderedAt }: { until: string; renderedAt: string }) {
  const t = useTranslations("shop.client.left");
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const { unit, count } = timeLeft(until, now);
  return (
    <p data-testid="time-left" className="flex items-center gap-2 font-semibold">
      <Icon name="clock" className="size-5" />
      {unit === "over" ? t("over") : t(unit, { count })}
    </p>
  );
}
