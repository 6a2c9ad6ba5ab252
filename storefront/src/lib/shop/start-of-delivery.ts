import { formatPhone } from "@/lib/format/phone";
import type { DeliveryAddress, Destination } from "@/lib/types";
import type { Buyer } from "./buyer-schema";
import { fromAddress, type DeliveryValues } from "./delivery-values";

/**
 * What the delivery form starts from: the saved address that was tapped, else the basket's own, else the latest saved
 * one that lies where the basket goes (or anywhere, when it goes nowhere yet), else just the place and the name.
 */
export function startOfDelivery(address: DeliveryAddress | null, destination: Destination | null, buyer: Buyer | null, tapped: string | undefined): { initial: DeliveryValues; chosen: string | undefined } {
  const saved = buyer?.addresses ?? [];
  const latest = address ? undefined : saved.find((one) => !destination || one.commune_code === destination.commune_code);
  const chosen = saved.find(({ id }) => id === tapped) ?? latest;
  if (chosen) return { initial: fromAddress({ ...chosen, email: address?.email ?? null }, null), chosen: chosen.id };
  const initial = fromAddress(address, destination);
  if (!address && buyer) return { initial: { ...initial, name: buyer.name ?? "", phone: formatPhone(buyer.phone) }, chosen: undefined };
  return { initial, chosen: undefined };
}
