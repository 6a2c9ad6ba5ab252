import type { DeliveryAddress } from "@/lib/types";

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

export function fromAddress(address: DeliveryAddress | null): DeliveryValues {
  return {
    name: address?.name ?? "",
    phone: address?.phone ?? "",
    province_code: address?.province_code ?? "",
    commune_code: address?.commune_code ?? "",
    street: address?.street ?? "",
    note: address?.note ?? "",
    email: address?.email ?? "",
  };
}
