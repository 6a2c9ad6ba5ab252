import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import registerLink from "../../links/ocop-product-product"
import { OCOP_MODULE } from "../../modules/ocop"

type Input = { product_id: string; ocop_product_id: string | null }

/** Leaves a product linked to exactly one entry of the register, or to none. Undone by putting the former link back. */
export const replaceRegisterLinkStep = createStep(
  "replace-register-link",
  async (input: Input, { container }) => {
    const former = await replaceLink(container, input.product_id, input.ocop_product_id)
    return new StepResponse({ former, changed: former !== input.ocop_product_id }, { product_id: input.product_id, former })
  },
  async (undo, { container }) => {
    if (undo) await replaceLink(container, undo.product_id, undo.former)
  },
)

/** One at a time per product: two operators must not leave two links. Returns the entry linked before. */
async function replaceLink(container: MedusaContainer, productId: string, ocopProductId: string | null): Promise<string | null> {
  return container.resolve(Modules.LOCKING).execute(`ocop-register-link:${productId}`, async () => {
    const link = container.resolve(ContainerRegistrationKeys.LINK)
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: registerLink.entryPoint,
      fields: ["ocop_product_id"],
      filters: { product_id: productId },
    })
    const linked = (data as unknown as { ocop_product_id: string }[]).map((row) => row.ocop_product_id)
    const definition = (id: string) => ({
      [OCOP_MODULE]: { ocop_product_id: id },
      [Modules.PRODUCT]: { product_id: productId },
    })
    const outdated = linked.filter((id) => id !== ocopProductId)
    if (outdated.length > 0) await link.dismiss(outdated.map(definition))
    if (ocopProductId !== null && !linked.includes(ocopProductId)) await link.create(definition(ocopProductId))
    return linked[0] ?? null
  })
}
