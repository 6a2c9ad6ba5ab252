import type { Status } from "./words"

export type RegisterRow = {
  id: string
  name: string
  producer_name: string | null
  province_code: string
  commune_code: string | null
  stars: number | null
  recognitions: { status: Status; star: number; expires_on: string }[]
}

export type Recognition = {
  id: string
  star: number
  status: Status
  decision_no: string | null
  issued_by: string | null
  issued_on: string
  expires_on: string
  prolonged_until: string | null
  prolongation_latest: string | null
  revoked_on: string | null
  revocation_ground: string | null
  revocation_document_no: string | null
  certificate_code: string
  may_revoke: boolean
  may_prolong: boolean
}

export type RegisterProduct = {
  id: string
  name: string
  producer_name: string | null
  commune: { full_name: string } | null
  province: { full_name: string } | null
  today: string
  illustrative: boolean
  recognitions: Recognition[]
  external_listings: { id: string; url: string; platform_name: string; counts: boolean }[]
  history: { id: string; at: string; act: string; actor_name: string; document_no: string | null; warnings: string[] }[]
}
