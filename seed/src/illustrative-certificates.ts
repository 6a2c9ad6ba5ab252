import { addDays, todayInVietnam } from "@cho-phien/administrative-units"
import {
  addQualityCertificateWorkflow,
  decideQualityCertificateWorkflow,
  QUALITY_CERTIFICATE_MODULE,
  type CertificateInput,
  type QualityCertificateModuleService,
} from "@cho-phien/geographical-indications"
import type { Listing } from "@cho-phien/marketplace"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SEED_ACTOR } from "./seed-actor"

type Paper = Pick<CertificateInput, "kind" | "number" | "issuer" | "issued_on" | "expires_on"> & { confirmed: boolean }

const REASON = "Dữ liệu minh hoạ, không có bản chính."

/** Some papers about quality for the goods of one shop: confirmed, ending soon, and one that waits. All flagged illustrative. */
export async function seedCertificates(container: MedusaContainer, listing: Listing): Promise<void> {
  const today = todayInVietnam()
  const known = await container
    .resolve<QualityCertificateModuleService>(QUALITY_CERTIFICATE_MODULE)
    .listQualityCertificates({ seller_id: listing.seller.id }, { select: ["id"], take: 1 })
  if (known.length > 0) return
  // No certifier has the code 99, and GS1 keeps numbers that begin with 2 for use inside a shop: none of these is anybody's.
  const papers: Paper[] = [
    { kind: "vietgap", number: "VietGAP-TT-99-99-19-0001", issuer: "Tổ chức chứng nhận (minh hoạ)", issued_on: addDays(today, -300), expires_on: addDays(today, 700), confirmed: true },
    { kind: "food_safety_certificate", number: "01/2024/MINHHOA", issuer: "Cơ quan cấp (minh hoạ)", issued_on: addDays(today, -1050), expires_on: addDays(today, 40), confirmed: true },
    { kind: "gtin", number: "2900000000018", confirmed: false },
  ]
  for (const { confirmed, ...paper } of papers) {
    const { result } = await addQualityCertificateWorkflow(container).run({
      input: {
        certificate: {
          ...paper,
          seller_id: listing.seller.id,
          commune_code: listing.seller.commune.code,
          province_code: listing.seller.province.code,
          holder_name: listing.seller.name,
          illustrative: true,
        },
        product_ids: [listing.id],
        actor: SEED_ACTOR,
      },
    })
    if (confirmed) await decideQualityCertificateWorkflow(container).run({ input: { id: result.id, decision: { act: "confirmed", reason: REASON }, actor: SEED_ACTOR } })
  }
}
