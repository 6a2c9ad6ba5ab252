import { todayInVietnam } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notYourListing, notYourProduct, setUnknown } from "../../modules/dossier/errors"
import { emptyForm, type DossierForm } from "../../modules/dossier/rules/dossier-form"
import { FINAL_STATES } from "../../modules/dossier/rules/dossier-types"
import { renewalWindow } from "../../modules/dossier/rules/renewal-window"
import type { DossierActor } from "../../modules/dossier/rules/roles-on-dossier"
import registerLink from "../../links/ocop-product-product"
import { OCOP_MODULE } from "../../modules/ocop"
import { isInForce, latestRecognition, recognitionStatus } from "../../modules/ocop/rules/recognition-status"
import { termsOn } from "../../modules/ocop/rules/recognition-terms"
import type OcopModuleService from "../../modules/ocop/service"
import type { RecognitionDto } from "../../modules/ocop/service"
import { dossierStore } from "../../queries/present-ratings"
import { answerDossier } from "./answers"
import type { NewDossierBody } from "./validators"

export type Producer = Extract<DossierActor, { type: "producer" }>

/** What the marketplace knows of a shop that asks. */
export type ShopFacts = {
  name: string
  kind: "cooperative" | "cooperative_group" | "household_business" | "enterprise" | "individual"
  commune_code: string
  province_code: string
  /** "Xã Tân Cương, Tỉnh Thái Nguyên" */
  address: string
  phone: string
  illustrative: boolean
  /** Its products on sale. */
  listings: { id: string; title: string }[]
}

/** What the shop may start a dossier for: products rated already that are its own, its listings, and the product sets. */
export async function answerOptions(req: MedusaRequest, res: MedusaResponse, actor: Producer, shop: ShopFacts): Promise<void> {
  const ocop = req.scope.resolve<OcopModuleService>(OCOP_MODULE)
  const today = todayInVietnam()
  const links = await linksOf(req, shop)
  const law = termsOn(await ocop.listLegalVersions({}), today)
  const products = await ownProducts(req, actor, links)
  const open = await dossierStore(req.scope).listDossiers({ ocop_product_id: products.map(({ id }) => id), state: { $nin: [...FINAL_STATES] } }, { select: ["id", "ocop_product_id"] })
  const sets = law ? await ocop.listProductSets({ legal_version: law.version }, { order: { set_no: "ASC" } }) : []
  res.json({
    products: products.flatMap(({ recognitions, ...product }) => {
      const latest = latestRecognition(recognitions, today)
      if (!latest) return []
      const window = law && renewalWindow(latest.expires_on, { ...law, renewal_closes_days: law.renewal_closes_days ?? null }, today)
      const holds = isInForce(latest, today)
      return [
        {
          ocop_product_id: product.id,
          name: product.name,
          code: product.code,
          product_set_no: product.product_set_no,
          star: holds ? latest.star : null,
          expires_on: latest.expires_on,
          status: recognitionStatus(latest, today),
          may: [...(holds && latest.star < 5 ? ["upgrade"] : []), ...(latest.revoked_on ? [] : ["re_rating"])],
          window,
          open_dossier_id: open.find((row) => row.ocop_product_id === product.id)?.id ?? null,
        },
      ]
    }),
    listings: shop.listings.map(({ id, title }) => ({ id, title, linked: links.has(id) })),
    product_sets: sets.map(({ set_no, name, industry, group_name, subgroup, sample_required }) => ({ set_no, name, industry, group_name, subgroup, sample_required })),
    applicant: { name: shop.name, address: shop.address, phone: shop.phone, organisation_kind: organisationOf(shop.kind) },
  })
}

/** @throws ApiError 409 `dossier.not_your_product`, `dossier.not_your_listing`, `dossier.already_open` */
export async function answerNewDossier(req: MedusaRequest, res: MedusaResponse, actor: Producer, shop: ShopFacts, body: NewDossierBody): Promise<void> {
  const ocop = req.scope.resolve<OcopModuleService>(OCOP_MODULE)
  const today = todayInVietnam()
  await ocop.sheetInForce(body.product_set_no).catch(() => {
    throw setUnknown()
  })
  const links = await linksOf(req, shop)
  if (body.listing_id !== undefined && (!shop.listings.some(({ id }) => id === body.listing_id) || (body.kind === "first" && links.has(body.listing_id)))) throw notYourListing()
  const product = body.ocop_product_id === undefined ? null : (await ownProducts(req, actor, links)).find(({ id }) => id === body.ocop_product_id)
  const latest = product ? latestRecognition(product.recognitions, today) : null
  if (product === undefined || (product && (!latest || (body.kind === "upgrade" && !isInForce(latest, today)) || latest.revoked_on))) throw notYourProduct()
  const { commune_code, province_code, illustrative } = shop
  const form: DossierForm = {
    ...emptyForm(),
    product_name: body.product_name ?? product?.name ?? null,
    applicant_name: shop.name,
    organisation_kind: organisationOf(shop.kind),
    address: shop.address,
    phone: shop.phone,
  }
  const id = await dossierStore(req.scope).createDossier(
    { seller_id: actor.seller_id, kind: body.kind, commune_code, province_code, product_set_no: body.product_set_no, ocop_product_id: product?.id ?? null, listing_id: body.listing_id ?? null, form, illustrative },
    actor,
  )
  await answerDossier(req, res, actor, id, 201)
}

/** Listing → the entry of the register it is. */
async function linksOf(req: MedusaRequest, shop: ShopFacts): Promise<Map<string, string>> {
  if (shop.listings.length === 0) return new Map()
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: registerLink.entryPoint,
    fields: ["product_id", "ocop_product_id"],
    filters: { product_id: shop.listings.map(({ id }) => id) },
  })
  return new Map((data as unknown as { product_id: string; ocop_product_id: string }[]).map((row) => [row.product_id, row.ocop_product_id]))
}

/** Own are the products its listings are linked to (the operator made the link), and those its own dossiers brought in. */
async function ownProducts(req: MedusaRequest, actor: Producer, links: ReadonlyMap<string, string>) {
  const rated = await dossierStore(req.scope).listDossiers({ seller_id: actor.seller_id, registration: "done" }, { select: ["ocop_product_id"] })
  const ids = [...new Set([...links.values(), ...rated.flatMap((row) => row.ocop_product_id ?? [])])]
  if (ids.length === 0) return []
  const products = await req.scope.resolve<OcopModuleService>(OCOP_MODULE).listOcopProducts({ id: ids }, { relations: ["recognitions"], order: { name: "ASC" } })
  return products.map((product) => ({ ...product, recognitions: product.recognitions as unknown as RecognitionDto[] }))
}

/** Nobody takes part without a registration but a co-operative group; a lone seller is taken for a household. */
function organisationOf(kind: ShopFacts["kind"]): DossierForm["organisation_kind"] {
  return kind === "individual" ? "household_business" : kind
}
