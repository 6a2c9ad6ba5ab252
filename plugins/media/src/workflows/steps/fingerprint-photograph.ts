import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readPhotograph, sha256, type PhotographSource } from "../../modules/media/imaging/read-photograph"

/** The SHA-256 of the uploaded bytes and the lock that keeps two uploads of them apart. */
export const fingerprintPhotographStep = createStep(
  "fingerprint-photograph",
  async (input: { source: PhotographSource; owner_id: string }) => {
    const digest = sha256(await readPhotograph(input.source))
    return new StepResponse({ sha256: digest, lock_key: `media:${input.owner_id}:${digest}` })
  },
)
