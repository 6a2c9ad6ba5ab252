import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { OCOP_MODULE } from "../../modules/ocop"
import type { ActLine, RegisterActor } from "../../modules/ocop/register-acts"
import type OcopModuleService from "../../modules/ocop/service"

type Input = { product_id: string; ocop_product_id: string | null; former: string | null; actor: RegisterActor }

/** Writes who said which entry of the register a product on sale is. Should the link be undone, the history says that too. */
export const logRegisterLinkStep = createStep(
  "log-register-link",
  async (input: Input, { container }) => {
    await container.resolve<OcopModuleService>(OCOP_MODULE).writeActs(linesOf(input), input.actor)
    return new StepResponse(undefined, input)
  },
  async (input, { container }) => {
    if (!input) return
    const undone = { ...input, ocop_product_id: input.former, former: input.ocop_product_id }
    await container.resolve<OcopModuleService>(OCOP_MODULE).writeActs(linesOf(undone).map((line) => ({ ...line, act: "undo" })), input.actor)
  },
)

function linesOf({ product_id, ocop_product_id, former }: Input): ActLine[] {
  if (former === ocop_product_id) return []
  const field = (before: string | null, after: string | null) => [{ field: "product_id", before, after }]
  return [
    ...(former ? [{ ocop_product_id: former, act: "unlink" as const, fields: field(product_id, null) }] : []),
    ...(ocop_product_id ? [{ ocop_product_id, act: "link" as const, fields: field(null, product_id) }] : []),
  ]
}
