"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { listingFields, type ListingText } from "@/lib/seller/listing-payload";
import { type SavedListing, updateListing } from "@/lib/seller/save-listing";
import { ListingFields } from "./listing-fields";
import { useListingCheck } from "./use-listing-check";

const start: SavedListing = { error: null, fields: {}, saved: null };

export function EditListingForm({ id, initial }: { id: string; initial: ListingText }) {
  const t = useTranslations("seller.listingForm");
  const words = useTranslations("seller.form");
  const { check } = useListingCheck();
  const [text, setText] = useState(initial);
  const [before, setBefore] = useState(initial);
  const [state, setState] = useState(start);

  async function submit() {
    // Only what was touched: an old listing may hold what today's limits would refuse, and its price must still change.
    const fields = Object.fromEntries(
      Object.entries(check(text)).filter(([field]) => listingFields.some((name) => name === field && text[name] !== before[name])),
    );
    if (Object.keys(fields).length > 0) {
      setState({ error: words("checkFields"), fields, saved: null });
      return;
    }
    try {
      const answer = await updateListing({ id, before, text });
      setState(answer);
      if (answer.saved) setBefore(text);
    } catch (error) {
      unstable_rethrow(error);
      setState({ ...start, error: words("network") });
    }
  }

  return (
    <form action={submit} noValidate className="flex flex-col gap-5" data-testid="listing-form">
      <ListingFields text={text} errors={state.fields} onChange={(part) => setText((now) => ({ ...now, ...part }))} />
      {state.error ? (
        <Notice tone="bad" announce data-testid="listing-error">
          {state.error}
        </Notice>
      ) : null}
      {state.saved ? (
        <Notice tone="good" announce data-testid="listing-saved">
          {t(state.saved.status === "proposed" ? "savedWaiting" : "saved")}
        </Notice>
      ) : null}
      <p className="text-sm text-ink-soft">{t("editNote")}</p>
      <SubmitButton size="large" wide data-testid="submit-listing" pendingLabel={t("sending")}>
        {t("submitEdit")}
      </SubmitButton>
    </form>
  );
}
