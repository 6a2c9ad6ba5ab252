import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { MediaAsset } from "../media-asset"
import { createMediaAssetStep } from "./steps/create-media-asset"
import { findSamePhotographStep } from "./steps/find-same-photograph"
import { fingerprintPhotographStep } from "./steps/fingerprint-photograph"
import { storeRenditionsStep } from "./steps/store-renditions"

export type IngestPhotographInput = {
  /** The file as the phone sent it, in base64. Give this or `path`. */
  bytes?: string
  /** A file on this machine; it is read, never moved or deleted. */
  path?: string
  /** Accepted for the caller's logs only: a file is judged by its bytes, and its name is not stored. */
  filename?: string
  /** The seller, or the loader that seeds pictures. The same bytes of the same owner are stored once. */
  owner_id: string
  alt?: string | null
  illustrative?: boolean
}

/**
 * Takes in one photograph: upright, without metadata, in the widths the pages use.
 * Result: MediaAsset. A refusal throws an error whose message is the reason ("media.too_small", …).
 */
export const ingestPhotographWorkflow = createWorkflow("ingest-photograph", (input: IngestPhotographInput) => {
  const source = transform({ input }, ({ input: { bytes, path } }) => (path === undefined ? { bytes: bytes ?? "" } : { path }))
  const fingerprint = fingerprintPhotographStep({ source, owner_id: input.owner_id })
  acquireLockStep({ key: fingerprint.lock_key, timeout: 30, ttl: 120 })
  const same = findSamePhotographStep({ owner_id: input.owner_id, sha256: fingerprint.sha256 })

  const created = when({ same }, ({ same: found }) => !found).then(() => {
    const photograph = storeRenditionsStep({ source, sha256: fingerprint.sha256 })
    const row = transform({ input, fingerprint, photograph }, (data) => ({
      ...data.photograph,
      owner_id: data.input.owner_id,
      sha256: data.fingerprint.sha256,
      alt: data.input.alt ?? null,
      illustrative: data.input.illustrative ?? false,
    }))
    return createMediaAssetStep(row)
  })

  releaseLockStep({ key: fingerprint.lock_key })
  return new WorkflowResponse(transform({ same, created }, (data) => (data.same ?? data.created) as MediaAsset))
})
