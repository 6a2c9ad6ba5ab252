import { formatPhone } from "@/lib/format/phone";
import type { CartPreview } from "@/lib/types";
import type { Buyer } from "./buyer-schema";
import { fromAddress, fromGuest, type DeliveryValues } from "./delivery-values";

/**
 * What the delivery form starts from: the saved address that was tapped, else the basket's own, else the latest saved
 * one that lies where the basket goes (or anywhere, when it goes nowhere yet), else just the place and the name. Of a
 * guest it keeps who orders, apart from who receives.
 */
export function startOfDelivery(cart: Pick<CartPreview, "address" | "destination" | "buyer">, account: Buyer | null, tapped: string | undefined): { initial: DeliveryValues; chosen: string | undefined } {
  const { address, destination } = cart;
  if (!account) return { initial: fromGuest(address, destination, cart.buyer), chosen: undefined };
  const saved = account.addresses;
  const latest = address ? undefined : saved.find((one) => !destination || one.commune_code === destination.commune_code);
  const chosen = saved.find(({ id }) => id === tapped) ?? latest;
  if (chosen) return { initial: fromAddress({ ...chosen, email: address?.email ?? null }, null), chosen: chosen.id };
  const initial = fromAddress(address, destination);
  return { initial: address ? initial : { ...initial, name: account.name ?? "", phone: formatPhone(account.phone) }, chosen: undefined };
}
