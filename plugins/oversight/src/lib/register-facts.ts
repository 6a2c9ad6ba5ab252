import { ADMINISTRATIVE_UNITS_MODULE } from "@cho-phien/administrative-units"
import { fetchListings, type Listing } from "@cho-phien/marketplace"
import { currentRecognition, recognitionStatus, todayInVietnam, type RecognitionFacts } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { RegisterFact } from "../modules/oversight/rules/listing-rate"

/** A product of the OCOP register with the recognition that counts today and its listings here. */
export interface RegisterRow extends RegisterFact {
  name: string
  producerName: string | null
  certificateCode: string | null
  expiresOn: string | null
  publishedListings: { handle: string; title: string }[]
}
