import { formatPhone } from "@/lib/format/phone";
import type { DeliveryAddress, Destination, OrderBuyer } from "@/lib/types";

/**
 * The delivery form as text. A guest's `name` and `phone` are the guest's own, and the parcel's too unless
 * `other_receives`; an account is asked for the parcel's only (`ordered_by`).
 */
export type DeliveryValues = {
  ordered_by: "guest" | "account";
  name: string;
  phone: string;
  other_receives: boolean;
  recipient_name: string;
  recipient_phone: string;
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
    ordered_by: text("ordered_by") === "account" ? "account" : "guest",
    name: text("name"),
    phone: text("phone"),
    other_receives: text("other_receives") !== "",
    recipient_name: text("recipient_name"),
    recipient_phone: text("recipient_phone"),
    province_code: text("province_code"),
    commune_code: text("commune_code"),
    street: text("street"),
    note: text("note"),
    email: text("email"),
  };
}

/** Where the parcel goes, as the API names it. */
export function toAddressBody(values: DeliveryValues) {
  const { province_code, commune_code, street, note } = values;
  const [name, phone] = values.other_receives ? [values.recipient_name, values.recipient_phone] : [values.name, values.phone];
  return { name, phone, province_code, commune_code, street, ...(note ? { note } : {}) };
}

/**
 * What the basket is told. Whose order it is, is never guessed: a form that was shown to an account whose login has ended
 * since says nothing of it, and the page asks.
 */
export function toDeliveryBody(values: DeliveryValues, account: { phone: string } | null) {
  return { ...toAddressBody(values), ...(values.email ? { email: values.email } : {}), ...buyerOf(values, account) };
}

function buyerOf(values: DeliveryValues, account: { phone: string } | null): { buyer?: { name?: string; phone: string } | null } {
  if (account) return { buyer: { phone: account.phone } };
  if (values.ordered_by === "account") return { buyer: null };
  return values.other_receives ? { buyer: { name: values.name, phone: values.phone } } : {};
}

/** The API's refusals under the names of the form's fields. */
export function toFormFields(fields: Record<string, string>, { other_receives }: Pick<DeliveryValues, "other_receives">): Record<string, string> {
  const named: Record<string, string> = { "buyer.name": "name", "buyer.phone": "phone", ...(other_receives ? { name: "recipient_name", phone: "recipient_phone" } : {}) };
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [named[name] ?? name, text]));
}

/** What an account's form starts from: the address, or at least the place that was chosen in the basket. */
export function fromAddress(address: DeliveryAddress | null, destination: Destination | null): DeliveryValues {
  return {
    ordered_by: "account",
    name: address?.name ?? "",
    phone: formatPhone(address?.phone ?? ""),
    other_receives: false,
    recipient_name: "",
    recipient_phone: "",
    province_code: (address ?? destination)?.province_code ?? "",
    commune_code: (address ?? destination)?.commune_code ?? "",
    street: address?.street ?? "",
    note: address?.note ?? "",
    email: address?.email ?? "",
  };
}

/** The same for a guest. An address of which nobody said who ordered is a recipient's until the guest says otherwise. */
export function fromGuest(address: DeliveryAddress | null, destination: Destination | null, buyer: OrderBuyer | null): DeliveryValues {
  const own = { name: buyer?.name ?? "", phone: formatPhone(buyer?.phone ?? "") };
  const start: DeliveryValues = { ...fromAddress(address, destination), ordered_by: "guest", ...own };
  if (!address || (address.phone === buyer?.phone && address.name === (buyer.name ?? address.name))) return { ...start, name: address?.name ?? own.name };
  return { ...start, other_receives: true, recipient_name: address.name, recipient_phone: formatPhone(address.phone) };
}
