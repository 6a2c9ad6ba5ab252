"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";

/**
 * Hands the order's link to somebody else, or to another phone: the phone's own share sheet where it has one (Zalo,
 * Messenger), a text message (also without scripts), or the clipboard. RFC 5724 for the `sms:` address.
 */
export function ShareOrder({ link, text, what }: { link: string; /** What the message says before the link. */ text: string; /** Names the link for a screen reader. */ what: string }) {
  const t = useTranslations("shop.client.share");
  const [able, setAble] = useState(false);
  useEffect(() => setAble(typeof navigator.share === "function"), []);
  // Closing the sheet is no failure, and whatever else goes wrong, the other two ways are beside it.
  const share = () => void navigator.share({ text, url: link }).catch(() => undefined);
  return (
    <div className="flex flex-wrap gap-2">
      {able ? (
        <Button variant="secondary" onClick={share} data-testid="share-order">
          <Icon name="arrow" className="size-5" />
          {t("send")}
        </Button>
      ) : null}
      <a href={`sms:?&body=${encodeURIComponent(`${text} ${link}`)}`} className={buttonClass({ variant: "secondary" })} data-testid="sms-order">
        {t("sms")}
      </a>
      <CopyButton text={link} what={what} data-testid="copy-link" />
    </div>
  );
}
