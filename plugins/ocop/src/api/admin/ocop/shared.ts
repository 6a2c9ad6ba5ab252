import type { AuthenticatedMedusaRequest, MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { todayInVietnam } from "@cho-phien/administrative-units"
import { OCOP_MODULE } from "../../../modules/ocop"
import { currentStars, recognitionStatus } from "../../../modules/ocop/rules/recognition-status"
import type OcopModuleService from "../../../modules/ocop/service"
import type { OcopProductDto, RecognitionDto } from "../../../modules/ocop/service"

export function ocopOf(req: MedusaRequest): OcopModuleService {
  return req.scope.resolve(OCOP_MODULE)
}

export function actorOf(req: AuthenticatedMedusaRequest): string {
  return req.auth_context.actor_id
}

/** Entries of the register with what is worked out of them, in the order of the ids. */
export async function registerEntries(req: MedusaRequest, ids: string[]) {
  if (ids.length === 0) return []
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "ocop_product",
    fields: ["*", "recognitions.*", "products.id", "products.handle", "products.title", "products.status"],
    filters: { id: ids },
  })
  const today = todayInVietnam()
  const entries = (data as unknown as (OcopProductDto & { search_text?: string; recognitions: RecognitionDto[] })[]).map(
    ({ search_text: _text, recognitions, ...product }) => ({
      ...product,
      stars: currentStars(recognitions, today),
      recognitions: recognitions
        .map((recognition) => ({ ...recognition, status: recognitionStatus(recognition, today) }))
        .sort((a, b) => (a.issued_on < b.issued_on ? 1 : -1)),
    }),
  )
  return entries.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
