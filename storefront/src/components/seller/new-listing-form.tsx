"use client";

import { unstable_rethrow, useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { localeHref } from "@/i18n/locale-href";
import { type FormState, untouched } from "@/lib/door/form-state";
import { forgetDraftText, keepDraftText, readDraftText } from "@/lib/seller/draft-text";
import { emptyListing, type ListingText, listingFields } from "@/lib/seller/listing-payload";
import { proposeListing } from "@/lib/seller/save-listing";
import { ListingFields } from "./listing-fields";
import { PhotoPicker } from "./photo-picker";
import { useListingCheck } from "./use-listing-check";
import { type Photo, usePhotos } from "./use-photos";

/** A new product. Every word and picture is on the phone before it is anywhere else, until the market has it. */
export function NewListingForm({ sellerId }: { sellerId: string }) {
  const t = useTranslations("seller.listingForm");
  const words = useTranslations("seller.form");
  const { check } = useListingCheck();
  const locale = useLocale();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const draft = `listing.${sellerId}`;
  const { photos, add, retry, remove, clear } = usePhotos(draft);
  const [text, setText] = useState<ListingText>(emptyListing);
  const [state, setState] = useState<FormState>(untouched);
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    const kept = readDraftText(draft);
    const typed = form.current ? typedBeforeScripts(form.current) : {};
    setRestored(kept !== null);
    setText((now) => ({ ...now, ...kept, ...typed }));
  }, [draft]);

  function change(part: Partial<ListingText>) {
    const next = { ...text, ...part };
    setText(next);
    keepDraftText(draft, next);
  }

  async function discard() {
    forgetDraftText(draft);
    await clear();
    setText(emptyListing);
    setState(untouched);
    setRestored(false);
  }

  async function submit() {
    const mediaIds = photos.flatMap((photo) => (photo.state === "sent" && photo.mediaId ? [photo.mediaId] : []));
    const fields = check(text);
    const photoProblem = photosProblem(photos);
    if (photoProblem) fields.media_ids = t(photoProblem);
    if (Object.keys(fields).length > 0) {
      setState({ error: words("checkFields"), fields });
      return;
    }
    try {
      const answer = await proposeListing({ text, mediaIds });
      setState(answer);
      if (!answer.saved) return;
      forgetDraftText(draft);
      await clear();
      window.scrollTo(0, 0);
      router.push(localeHref(locale, `/ban-hang/hang?sent=${encodeURIComponent(answer.saved.id)}`));
    } catch (error) {
      unstable_rethrow(error);
      setState({ error: words("network"), fields: {} });
    }
  }

  const started = restored || photos.length > 0 || Object.values(text).some((value) => value !== "");
  return (
    <form ref={form} action={submit} noValidate className="flex flex-col gap-5" data-testid="listing-form">
      <PhotoPicker photos={photos} onAdd={add} onRetry={retry} onRemove={remove} error={state.fields.media_ids} />
      <ListingFields text={text} errors={state.fields} onChange={change} />
      {state.error ? (
        <Notice tone="bad" announce data-testid="listing-error">
          {state.error}
        </Notice>
      ) : null}
      <SubmitButton size="large" wide data-testid="submit-listing" pendingLabel={t("sending")}>
        {t("submitNew")}
      </SubmitButton>
      {started ? (
        <div className="text-sm text-ink-soft">
          <p>{t("draftKept")}</p>
          <button type="button" onClick={discard} className="min-h-12 text-link">
            {t("discardDraft")}
          </button>
        </div>
      ) : null}
    </form>
  );
}

function photosProblem(photos: Photo[]): "photoNeeded" | "photoRefused" | "photosNotSent" | null {
  if (photos.length === 0) return "photoNeeded";
  if (photos.some((photo) => photo.problem === "refused")) return "photoRefused";
  return photos.every((photo) => photo.state === "sent") ? null : "photosNotSent";
}

/** On a slow phone people type before the scripts are there; what they typed wins over the draft. */
function typedBeforeScripts(form: HTMLFormElement): Partial<ListingText> {
  const data = new FormData(form);
  const typed: Partial<ListingText> = {};
  for (const field of listingFields) {
    const value = data.get(field);
    if (typeof value === "string" && value !== "") typed[field] = value;
  }
  return typed;
}
