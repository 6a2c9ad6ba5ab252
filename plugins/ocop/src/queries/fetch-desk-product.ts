import { ADMINISTRATIVE_UNITS_MODULE, todayInVietnam, type AdministrativeUnitsModuleService } from "@cho-phien/administrative-units"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { OCOP_MODULE } from "../modules/ocop"
import { unknownRegisterProduct } from "../modules/ocop/errors"
import { competenceOf, type ActingLevel } from "../modules/ocop/rules/acting-authority"
import { isFreshlyOnSale, platformName } from "../modules/ocop/rules/external-listing"
import type { Diff } from "../modules/ocop/rules/official-list/diff"
import type { Authority } from "../modules/ocop/rules/rating-authority"
import { currentStars, latestRecognition, recognitionStatus, type Stars } from "../modules/ocop/rules/recognition-status"
import { latestProlongation, termsOn } from "../modules/ocop/rules/recognition-terms"
import { revocationTiming } from "../modules/ocop/rules/revocation"
import type OcopModuleService from "../modules/ocop/service"
import type { OcopProductDto, RecognitionDto } from "../modules/ocop/service"
import { place } from "./fetch-certificate"
import { linkedProductIds } from "./register-links"

export type HistoryLine = {
  id: string
  at: string
  /** `list`: an official list that was written */
  act: string
  recognition_id: string | null
  actor_name: string
  actor_type: string
  document_no: string | null
  fields: Diff[]
  warnings: string[]
}

/**
 * A product of the register with all that happened to it, for the desk of somebody who may see it.
 * @param level whose desk: says which acts are offered, not which are allowed; that is asked again when one is done
 * @throws ApiError 404 `ocop.unknown_register_product`
 */
export async function fetchDeskProduct(container: MedusaContainer, id: string, level: ActingLevel, now = new Date()) {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const [found] = await ocop.listOcopProducts({ id }, { relations: ["recognitions"] })
  if (!found) throw unknownRegisterProduct()
  const { search_text: _text, recognitions: rows, ...product } = found as unknown as OcopProductDto & { search_text: string; recognitions: RecognitionDto[] }
  const today = todayInVietnam(now)
  const [authorities, laws, units, externals, owners, history, links] = await Promise.all([
    ocop.listRatingAuthorities({}) as Promise<Authority[]>,
    ocop.listLegalVersions({}),
    container.resolve<AdministrativeUnitsModuleService>(ADMINISTRATIVE_UNITS_MODULE).retrieveUnits([product.province_code, product.commune_code ?? product.province_code]),
    ocop.listExternalListings({ ocop_product_id: id }, { order: { created_at: "ASC" } }),
    ocop.listRegisterOwners({ ocop_product_id: id, ended_on: null }, { order: { created_at: "ASC" } }),
    historyOf(container, id),
    linkedProductIds(container, id),
  ])
  const speaks = latestRecognition(rows, today)
  const offered = (star: number) => competenceOf(authorities, level, star, today).verdict !== "refused"
  return {
    ...product,
    commune: place(units.get(product.commune_code ?? "")),
    province: place(units.get(product.province_code)),
    stars: currentStars(rows, today),
    today,
    may_recognise: ([3, 4, 5] as const).filter(offered) as Stars[],
    recognitions: [...rows].sort((a, b) => (a.issued_on < b.issued_on ? 1 : -1)).map((row) => {
      const law = termsOn(laws, row.expires_on < today ? today : row.expires_on)
      return {
        ...row,
        status: recognitionStatus(row, today),
        speaks: speaks?.id === row.id,
        revocation_timing: row.revoked_on && row.revocation_concluded_on ? revocationTiming(row.revocation_concluded_on, row.revoked_on) : null,
        may_revoke: !row.revoked_on && offered(row.star),
        may_prolong: !row.revoked_on && speaks?.id === row.id && offered(row.star),
        prolongation_latest: law ? latestProlongation(row.expires_on, law) : null,
      }
    }),
    external_listings: externals.map(({ deleted_at: _deleted, updated_at: _updated, ...listing }) => ({
      ...listing,
      platform_name: platformName(listing.platform, listing.host),
      counts: isFreshlyOnSale(listing, today),
    })),
    owners: owners.map(({ id: owner, seller_id, evidence, given_by_name, given_on }) => ({ id: owner, seller_id, evidence, given_by_name, given_on })),
    linked_product_ids: links,
    history,
  }
}

/** Acts on the product and the lists that changed it, newest first; at most 200 lines. */
async function historyOf(container: MedusaContainer, id: string): Promise<HistoryLine[]> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as Knex
  const acts: (Omit<HistoryLine, "at"> & { created_at: Date })[] = await db("ocop_register_act").where({ ocop_product_id: id }).orderBy([{ column: "created_at", order: "desc" }, { column: "id", order: "desc" }]).limit(200)
  type ListRow = { id: string; created_at: Date; actor_name: string; actor_type: string; changes: { ocop_product_id: string; recognition_id: string; fields: Diff[] }[]; decisions: { decision_no: string | null }[] }
  const lists: ListRow[] = await db("ocop_official_list").whereRaw("changes @> ?::jsonb", [JSON.stringify([{ ocop_product_id: id }])]).orderBy("created_at", "desc").limit(200)
  const lines = [
    ...acts.map(({ created_at, id: act_id, act, recognition_id, actor_name, actor_type, document_no, fields, warnings }) => ({ id: act_id, at: created_at.toISOString(), act, recognition_id, actor_name, actor_type, document_no, fields, warnings })),
    ...lists.flatMap((list) =>
      list.changes
        .filter((change) => change.ocop_product_id === id)
        .map((change) => ({ id: list.id, at: list.created_at.toISOString(), act: "list", recognition_id: change.recognition_id, actor_name: list.actor_name, actor_type: list.actor_type, document_no: decisionIn(change.fields), fields: change.fields, warnings: [] })),
    ),
  ]
  return lines.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 200)
}

function decisionIn(fields: Diff[]): string | null {
  const decision = fields.find((diff) => diff.field === "decision_no")?.after
  return typeof decision === "string" ? decision : null
}
