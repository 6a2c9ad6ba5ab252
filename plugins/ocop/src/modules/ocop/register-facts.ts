import type { CivilDate } from "@cho-phien/administrative-units"
import { externalKnown, notTheOwner, ownerAlready, unknownExternal, unknownOwner, wrongUrl } from "./errors-register"
import { lockRegister, productFor, writeAct, type Ctx, type RegisterActor } from "./register-acts"
import { readExternalUrl } from "./rules/external-listing"
import { diffOf } from "./rules/official-list/diff"
import type OcopModuleService from "./service"

export type NewExternal = { ocop_product_id: string; url: string; evidence: string | null; /** Whoever enters it has just looked and found it on sale. */ checked: boolean }
export type ExternalCheck = { id: string; ocop_product_id: string; result: "on_sale" | "gone"; evidence: string | null }
export type NewOwner = { ocop_product_id: string; seller_id: string; seller_name: string; evidence: string }

/** @throws ApiError 400 `ocop.wrong_url`, 409 `ocop.external_known` */
export async function addExternal(ocop: OcopModuleService, input: NewExternal, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<string> {
  const read = readExternalUrl(input.url)
  if ("fault" in read) throw wrongUrl(read.fault)
  await lockRegister(context)
  await productFor(ocop, input.ocop_product_id, actor, context)
  if (actor.type === "seller") await requireOwner(ocop, input.ocop_product_id, actor.id, context)
  const known = await ocop.listExternalListings({ ocop_product_id: input.ocop_product_id, url: read.url }, { select: ["id"] }, context)
  if (known.length > 0) throw externalKnown()
  // A shop's own word is no check: only who has nothing to sell looks.
  const checked = input.checked && actor.type !== "seller" ? { last_checked_on: today, check_result: "on_sale" as const, checked_by_name: actor.name } : {}
  const [listing] = await ocop.createExternalListings([{
    ...read,
    ...checked,
    ocop_product_id: input.ocop_product_id,
    evidence: input.evidence,
    added_by_type: actor.type === "system" ? "user" as const : actor.type,
    added_by_name: actor.name,
    illustrative: actor.illustrative,
  }], context)
  await writeAct(ocop, { ocop_product_id: input.ocop_product_id, act: "add_external", fields: diffOf(null, { url: read.url, ...checked }) }, actor, context)
  return listing?.id as string
}

export async function checkExternal(ocop: OcopModuleService, input: ExternalCheck, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<void> {
  await lockRegister(context)
  const former = await externalOf(ocop, input, actor, context)
  const facts = { last_checked_on: today, check_result: input.result, ...(input.evidence && { evidence: input.evidence }) }
  await ocop.updateExternalListings([{ id: input.id, ...facts, checked_by_name: actor.name }], context)
  await writeAct(ocop, { ocop_product_id: former.ocop_product_id, act: "check_external", fields: [{ field: "url", before: former.url, after: former.url }, ...diffOf(former, facts)] }, actor, context)
}

export async function removeExternal(ocop: OcopModuleService, input: { id: string; ocop_product_id: string }, actor: RegisterActor, context: Ctx): Promise<void> {
  await lockRegister(context)
  const former = await externalOf(ocop, input, actor, context)
  await ocop.softDeleteExternalListings([former.id], {}, context)
  await writeAct(ocop, { ocop_product_id: former.ocop_product_id, act: "remove_external", fields: [{ field: "url", before: former.url, after: null }] }, actor, context)
}

/** @throws ApiError 409 `ocop.owner_already` */
export async function nameOwner(ocop: OcopModuleService, input: NewOwner, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<string> {
  await lockRegister(context)
  await productFor(ocop, input.ocop_product_id, actor, context)
  const { ocop_product_id, seller_id, seller_name, evidence } = input
  if (await isOwner(ocop, ocop_product_id, seller_id, context)) throw ownerAlready()
  const [owner] = await ocop.createRegisterOwners([{ ocop_product_id, seller_id, evidence, given_by_name: actor.name, given_on: today, illustrative: actor.illustrative }], context)
  await writeAct(ocop, { ocop_product_id, act: "name_owner", fields: diffOf(null, { seller_id, seller_name, evidence }) }, actor, context)
  return owner?.id as string
}

/** @throws ApiError 404 `ocop.unknown_owner` */
export async function endOwner(ocop: OcopModuleService, input: { id: string; ocop_product_id: string }, actor: RegisterActor, today: CivilDate, context: Ctx): Promise<void> {
  await lockRegister(context)
  await productFor(ocop, input.ocop_product_id, actor, context)
  const [owner] = await ocop.listRegisterOwners({ ...input, ended_on: null }, {}, context)
  if (!owner) throw unknownOwner()
  await ocop.updateRegisterOwners([{ id: owner.id, ended_on: today }], context)
  await writeAct(ocop, { ocop_product_id: input.ocop_product_id, act: "end_owner", fields: [{ field: "seller_id", before: owner.seller_id, after: null }] }, actor, context)
}

export async function isOwner(ocop: OcopModuleService, ocopProductId: string, sellerId: string, context: Ctx): Promise<boolean> {
  return (await ocop.listRegisterOwners({ ocop_product_id: ocopProductId, seller_id: sellerId, ended_on: null }, { select: ["id"] }, context)).length > 0
}

async function requireOwner(ocop: OcopModuleService, ocopProductId: string, sellerId: string, context: Ctx): Promise<void> {
  if (!(await isOwner(ocop, ocopProductId, sellerId, context))) throw notTheOwner()
}

async function externalOf(ocop: OcopModuleService, { id, ocop_product_id }: { id: string; ocop_product_id: string }, actor: RegisterActor, context: Ctx) {
  await productFor(ocop, ocop_product_id, actor, context)
  const [listing] = await ocop.listExternalListings({ id, ocop_product_id }, {}, context)
  if (!listing) throw unknownExternal()
  return listing
}
