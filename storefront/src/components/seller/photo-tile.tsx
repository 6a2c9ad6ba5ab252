"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Photo, PhotoState } from "./use-photos";

const icons: Record<PhotoState, IconName> = { on_phone: "clock", sending: "arrow", sent: "check", failed: "warning" };
const looks: Record<PhotoState, string> = {
  on_phone: "text-ink-soft",
  sending: "text-ink",
  sent: "text-tea-700",
  failed: "text-brick-600",
};

type Props = { photo: Photo; number: number; onRetry: () => void; onRemove: () => void };

export function PhotoTile({ photo, number, onRetry, onRemove }: Props) {
  const t = useTranslations("seller.listingForm");
  const [unshowable, setUnshowable] = useState(false);
  return (
    <li className="relative flex flex-col gap-1">
      {unshowable ? (
        <span role="img" aria-label={t("photoAlt", { number })} className="grid aspect-4/5 w-full place-items-center rounded bg-line p-3 text-ink-soft">
          <span className="flex w-full flex-col items-center gap-2 text-center text-sm">
            <Icon name="camera" className="size-8" />
            <span className="line-clamp-3 w-full break-words">{photo.filename}</span>
          </span>
        </span>
      ) : (
        <img
          src={photo.url}
          alt={t("photoAlt", { number })}
          onError={() => setUnshowable(true)}
          className="aspect-4/5 w-full rounded bg-line object-cover"
        />
      )}
      <button
        type="button"
        onClick={onRemove}
        aria-label={t("remove", { number })}
        className="absolute top-0 right-0 grid size-12 place-items-center rounded bg-card/90 text-ink"
      >
        <Icon name="cross" />
      </button>
      <p
        role="status"
        data-testid="photo-state"
        data-state={photo.state}
        className={`flex items-center gap-1.5 text-sm font-semibold ${looks[photo.state]}`}
      >
        <Icon name={icons[photo.state]} className="size-4" />
        {t(`photoState.${photo.state}`)}
      </p>
      {photo.state === "failed" ? (
        <>
          <p className="text-sm">{photo.message ?? t(`photoErrors.${photo.problem ?? "other"}`)}</p>
          {photo.problem === "refused" ? null : (
            <button
              type="button"
              onClick={onRetry}
              data-testid="photo-retry"
              className="min-h-12 rounded border border-edge bg-card font-semibold"
            >
              {t("retry")}
            </button>
          )}
        </>
      ) : null}
    </li>
  );
}
