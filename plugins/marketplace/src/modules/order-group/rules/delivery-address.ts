/** Where a parcel goes: two levels, commune and province, as the law has it since 1/7/2025 (Resolution 202/2025/QH15). */
export type DeliveryAddress = {
  name: string
  phone: string
  province_code: string
  province_name: string
  commune_code: string
  commune_name: string
  street: string
  note: string | null
  email: string | null
}

/** Where a cart goes before anybody has said to whom: enough to say what sending costs. */
export type Destination = Pick<DeliveryAddress, "province_code" | "province_name" | "commune_code" | "commune_name">

type MedusaAddress = {
  first_name: string
  last_name: string
  phone: string
  address_1: string
  address_2: string
  city: string
  province: string
  country_code: "vn"
  metadata: Record<string, string | null>
}

/**
 * Medusa's western address carries it: `province` is the two-digit code, because the geo zones of shipping
 * compare it; names and codes of both levels are kept in the metadata.
 */
export function toMedusaAddress(address: DeliveryAddress): MedusaAddress {
  return {
    first_name: address.name,
    last_name: "",
    phone: address.phone,
    address_1: address.street,
    address_2: address.note ?? "",
    city: address.commune_name,
    province: address.province_code,
    country_code: "vn",
    metadata: {
      province_code: address.province_code,
      province_name: address.province_name,
      commune_code: address.commune_code,
      commune_name: address.commune_name,
      email: address.email,
    },
  }
}

/** A cart's address that is only a commune yet. Name and street are not carried over: a street lies in one commune. */
export function toMedusaDestination({ province_code, province_name, commune_code, commune_name }: Destination) {
  return { first_name: "", last_name: "", phone: "", address_1: "", address_2: "", city: commune_name, province: province_code, country_code: "vn" as const, metadata: { province_code, province_name, commune_code, commune_name } }
}

/** The commune a cart goes to; null when none was said. */
export function readDestination(stored: Pick<StoredAddress, "metadata"> | null | undefined): Destination | null {
  const metadata = stored?.metadata
  const provinceCode = text(metadata?.province_code)
  const communeCode = text(metadata?.commune_code)
  if (!provinceCode || !communeCode) return null
  return { province_code: provinceCode, province_name: text(metadata?.province_name) ?? "", commune_code: communeCode, commune_name: text(metadata?.commune_name) ?? "" }
}

type StoredAddress = {
  first_name?: unknown
  phone?: unknown
  address_1?: unknown
  address_2?: unknown
  metadata?: Record<string, unknown> | null
}

/** The address of a cart or order; null when it was not set by our delivery route. */
export function readDeliveryAddress(stored: StoredAddress | null | undefined): DeliveryAddress | null {
  const metadata = stored?.metadata
  const name = text(stored?.first_name)
  const phone = text(stored?.phone)
  const street = text(stored?.address_1)
  const destination = readDestination(stored)
  if (!name || !phone || !street || !destination) return null
  return {
    name,
    phone,
    ...destination,
    street,
    note: text(stored?.address_2),
    email: text(metadata?.email),
  }
}

/** Lines for a parcel label, from the smallest to the largest unit. */
export function addressLines(address: DeliveryAddress): string[] {
  return [address.street, address.commune_name, address.province_name, ...(address.note ? [`(${address.note})`] : [])].filter(Boolean)
}

/** Whether a commune lies in the province that was chosen with it. */
export function isTwoLevelAddress(
  province: { code: string; kind: string; parent_code: string | null } | null,
  commune: { code: string; kind: string; parent_code: string | null } | null,
): "ok" | "province_code" | "commune_code" {
  if (!province || province.parent_code !== null) return "province_code"
  if (!commune || commune.parent_code !== province.code) return "commune_code"
  return "ok"
}

/** Whether the stored names are those of the stored codes: Medusa's own cart route takes any address it is given. */
export function namesItsUnits(
  address: DeliveryAddress,
  province: { code: string; kind: string; parent_code: string | null; full_name: string } | null,
  commune: { code: string; kind: string; parent_code: string | null; full_name: string } | null,
): boolean {
  return (
    isTwoLevelAddress(province, commune) === "ok" &&
    address.province_name === province?.full_name &&
    address.commune_name === commune?.full_name
  )
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null
}
