import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { QUALITY_CERTIFICATE_MODULE } from "../../modules/quality-certificate"

type Input = { certificate_id: string; product_ids: string[] }

const links = ({ certificate_id, product_ids }: Input) =>
  product_ids.map((product_id) => ({
    [QUALITY_CERTIFICATE_MODULE]: { quality_certificate_id: certificate_id },
    [Modules.PRODUCT]: { product_id },
  }))

export const linkCertificateToProductsStep = createStep(
  "link-certificate-to-products",
  async (input: Input, { container }) => {
    await container.resolve(ContainerRegistrationKeys.LINK).create(links(input))
    return new StepResponse(null, input)
  },
  async (input, { container }) => {
    if (input) await container.resolve(ContainerRegistrationKeys.LINK).dismiss(links(input))
  },
)
