import type { CartPreview } from "@/lib/types";
import type { DestinationCodes } from "./destination-cookie";

/** Where to quote a basket for, if it has to be: it knows no place but the browser does, or a shop's goods came in since. */
export function placeToQuote(preview: CartPreview, remembered: DestinationCodes | null): DestinationCodes | null {
  if (preview.sellers.length === 0) return null;
  if (!preview.destination) return remembered;
  const { province_code, commune_code } = preview.destination;
  const missing = preview.sellers.some(({ delivery, shipping_vnd }) => delivery?.deliverable && shipping_vnd === null);
  return missing ? { province_code, commune_code } : null;
}
