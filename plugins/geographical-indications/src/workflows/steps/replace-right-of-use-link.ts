import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import rightOfUseLink from "../../links/right-of-use-product"
import { GI_MODULE } from "../../modules/geographical-indications"

type Input = { product_id: string; right_of_use_id: string | null }

/** Leaves a product linked to exactly one right of use, or to none. Undone by putting the former link back. */
export const replaceRightOfUseLinkStep = createStep(
  "replace-right-of-use-link",
  async (input: Input, { container }) => {
    const former = await replaceLink(container, input.product_id, input.right_of_use_id)
    return new StepResponse({ former, changed: former !== input.right_of_use_id }, { product_id: input.product_id, former })
  },
  async (undo, { container }) => {
    if (undo) await replaceLink(container, undo.product_id, undo.former)
  },
)

/** One at a time per product: two operators must not leave two links. Returns the right linked before. */
async function replaceLink(container: MedusaContainer, productId: string, rightId: string | null): Promise<string | null> {
  return container.resolve(Modules.LOCKING).execute(`gi-right-of-use-link:${productId}`, async () => {
    const link = container.resolve(ContainerRegistrationKeys.LINK)
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: rightOfUseLink.entryPoint,
      fields: ["right_of_use_id"],
      filters: { product_id: productId },
    })
    const linked = (data as unknown as { right_of_use_id: string }[]).map((row) => row.right_of_use_id)
    const definition = (id: string) => ({
      [GI_MODULE]: { right_of_use_id: id },
      [Modules.PRODUCT]: { product_id: productId },
    })
    const outdated = linked.filter((id) => id !== rightId)
    if (outdated.length > 0) await link.dismiss(outdated.map(definition))
    if (rightId !== null && !linked.includes(rightId)) await link.create(definition(rightId))
    return linked[0] ?? null
  })
}
