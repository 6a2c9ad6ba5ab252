"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/** Whether this phone can hand a picture to another app, as most Android and iOS phones can. */
function canShareFiles(): boolean {
  if (typeof navigator.canShare !== "function") return false;
  return navigator.canShare({ files: [new File([new Uint8Array(1)], "qr.png", { type: "image/png" })] });
}

/** Hands the picture of the QR to the phone's share sheet, where the banking apps stand. Absent where that can't be done. */
export function ShareQr({ href }: { href: string }) {
  const t = useTranslations("shop.client.qr");
  const [able, setAble] = useState(false);
  const [failed, setFailed] = useState(false);
  useEffect(() => setAble(canShareFiles()), []);
  if (!able) return null;
  async function share() {
    setFailed(false);
    try {
      const response = await fetch(href);
      if (!response.ok) throw new Error(String(response.status));
      const file = new File([await response.blob()], "vietqr.png", { type: "image/png" });
      await navigator.share({ files: [file] });
    } catch (error) {
      // Closing the sheet is no failure.
      if (!(error instanceof DOMException && error.name === "AbortError")) setFailed(true);
    }
  }
  return (
    <>
      <Button variant="secondary" size="large" wide onClick={share} data-testid="share-qr">
        <Icon name="arrow" className="size-5" />
        {t("share")}
      </Button>
      <p role="status" className={failed ? "text-sm" : "sr-only"}>
        {failed ? t("shareFailed") : ""}
      </p>
    </>
  );
}
