"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { sellerDoor } from "@/lib/door/doors";
import type { FormState } from "@/lib/door/form-state";
import { callDoor } from "@/lib/door/session";
import { listingChanges, listingPayload } from "./listing-payload";
import { type Listing, listingAnswer } from "./schemas";

export type SavedListing = FormState & { saved: { id: string; status: Listing["status"] } | null };

const words = z.string().max(10_000);
const textInput = z.strictObject({
  title: words,
  unit: words,
  net_weight_grams: words,
  net_volume_ml: words,
  price_vnd: words,
  stock_quantity: words,
  description: words,
  perishable: words,
});
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const newInput = z.strictObject({ text: textInput, mediaIds: z.array(id).min(1).max(8) });
const editInput = z.strictObject({ id, before: textInput, text: textInput });

/** Sends a new listing to the moderators. Values are checked by the API, whose sentences come back per field. */
export async function proposeListing(input: z.input<typeof newInput>): Promise<SavedListing> {
  const parsed = newInput.safeParse(input);
  if (!parsed.success) return refused();
  const { text, mediaIds } = parsed.data;
  return send("/seller/listings", "/ban-hang/hang/moi", { ...listingPayload(text), media_ids: mediaIds });
}

/** Changes price, stock and words of an own listing: only what differs from what the form was opened with. */
export async function updateListing(input: z.input<typeof editInput>): Promise<SavedListing> {
  const parsed = editInput.safeParse(input);
  if (!parsed.success) return refused();
  const { id: listingId, before, text } = parsed.data;
  return send(`/seller/listings/${listingId}`, `/ban-hang/hang/${listingId}`, listingChanges(before, text));
}

async function send(path: string, here: string, body: object): Promise<SavedListing> {
  const t = await getTranslations("seller.form");
  const answer = await callDoor(sellerDoor, { path, here, body, schema: listingAnswer });
  if (!answer.ok) {
    const hasFields = Object.keys(answer.fields).length > 0;
    const error = answer.status === 0 ? t("network") : hasFields ? t("checkFields") : answer.message || t("refused");
    return { error, fields: answer.fields, saved: null };
  }
  revalidatePath("/", "layout");
  const { id: listingId, status } = answer.data.listing;
  return { error: null, fields: {}, saved: { id: listingId, status } };
}

async function refused(): Promise<SavedListing> {
  const t = await getTranslations("seller.form");
  return { error: t("refused"), fields: {}, saved: null };
}
