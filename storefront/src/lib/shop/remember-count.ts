import "server-only";
import { callBackend } from "@/lib/backend";
import type { CartPreview } from "@/lib/types";
import { countLines } from "./cart";
import { rememberCart } from "./cart-cookie";
import { rememberedDestination } from "./destination-cookie";
import { placeToQuote } from "./needs-quotes";

/** After a change: the number in the header, and the shipping of shops that came in, so that the basket shows it at once. */
export async function rememberCount(id: string, locale: string): Promise<void> {
  const path = `/store/carts/${encodeURIComponent(id)}`;
  const preview = await callBackend<CartPreview>(`${path}/preview`, { locale });
  await rememberCart(id, countLines(preview));
  const place = placeToQuote(preview, await rememberedDestination());
  // The goods are in either way; the page asks for the place when this did not work.
  if (place) await callBackend(`${path}/destination`, { locale, method: "POST", body: place }).catch((error) => console.error("quoting the basket failed", error));
}
