import { formatPhone } from "@/lib/format/phone";
import type { DeliveryAddress, Destination } from "@/lib/types";

/** The delivery form as text, named as the API names it. */
export type DeliveryValues = {
  name: string;
  phone: string;
  province_code: string;
  commune_code: string;
  street: string;
  note: string;
  email: string;
};

export function readDelivery(form: FormData): DeliveryValues {
  const text = (name: keyof DeliveryValues) => {
    const value = form.get(name);
    return typeof value === "string" ? value.normalize("NFC").trim() : "";
  };
  return {
    name: text("name"),
    phone: text("phone"),
    province_code: text("province_code"),
    commune_code: text("commune_code"),
    street: text("street"),
    note: text("note"),
    email: text("email"),
  };
}

/** What the form starts from: the address, or at least the place that was chosen in the basket. */
export function fromAddress(address: DeliveryAddress | null, destination: Destination | null): DeliveryValues {
  return {
    name: address?.name ?? "",
    phone: formatPhone(address?.phone ?? ""),
    province_code: (address ?? destination)?.province_code ?? "",
    commune_code: (address ?? destination)?.commune_code ?? "",
    street: address?.street ?? "",
    note: address?.note ?? "",
    email: address?.email ?? "",
  };
}
