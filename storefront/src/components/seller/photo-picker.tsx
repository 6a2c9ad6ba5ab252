"use client";

import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { mostPhotos } from "./use-photos";
import { PhotoTile } from "./photo-tile";
import type { Photo } from "./use-photos";

type Props = {
  photos: Photo[];
  onAdd: (files: File[]) => void;
  onRetry: (localId: string) => void;
  onRemove: (localId: string) => void;
  error?: string;
};

/** Pictures come first: taken or chosen, then sent one by one, each with its state in words. */
export function PhotoPicker({ photos, onAdd, onRetry, onRemove, error }: Props) {
  const t = useTranslations("seller.listingForm");
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby="photos-hint photos-error">
      <legend className="mb-1 font-semibold">{t("photos")}</legend>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {photos.map((photo, index) => (
          <PhotoTile
            key={photo.localId}
            photo={photo}
            number={index + 1}
            onRetry={() => onRetry(photo.localId)}
            onRemove={() => onRemove(photo.localId)}
          />
        ))}
        {photos.length < mostPhotos ? (
          <li className={photos.length === 0 ? "col-span-full" : ""}>
            <label className="relative flex h-full min-h-40 flex-col items-center justify-center gap-2 rounded border-2 border-dashed border-edge bg-card p-3 text-center font-semibold text-tea-700 focus-within:outline-3 focus-within:outline-indigo-800">
              <Icon name="camera" className="size-8" />
              {t("addPhoto")}
              <input
                type="file"
                accept="image/*"
                multiple
                data-testid="photo-input"
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                onChange={(event) => {
                  onAdd([...(event.target.files ?? [])]);
                  event.target.value = "";
                }}
              />
            </label>
          </li>
        ) : null}
      </ul>
      <p id="photos-hint" className="text-sm text-ink-soft">
        {t("photosHint")}
      </p>
      <p id="photos-error" role="alert" className="text-sm font-semibold text-brick-600 empty:hidden">
        {error}
      </p>
    </fieldset>
  );
}
