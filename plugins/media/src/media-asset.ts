import type { MedusaContainer } from "@medusajs/framework/types"
import { MEDIA_MODULE } from "./modules/media"
import type { RenditionFormat } from "./modules/media/imaging/develop-photograph"
import type { MediaModuleService } from "./modules/media/service"

/** A photograph as pages use it: sizes in upright pixels, urls relative to the backend. */
export type MediaAsset = {
  id: string
  width: number
  height: number
  /** "#rrggbb", to be shown until the photograph has arrived. */
  color: string
  alt: string | null
  /** Ascending by width, both formats of a width together. */
  renditions: { width: number; height: number; format: RenditionFormat; url: string }[]
}

export type StoredRendition = { width: number; height: number; format: RenditionFormat; bytes: number; file_key: string }

export type MediaRow = { id: string; width: number; height: number; color: string; alt: string | null; renditions: unknown }

export function toMediaAsset(row: MediaRow): MediaAsset {
  return {
    id: row.id,
    width: row.width,
    height: row.height,
    color: row.color,
    alt: row.alt,
    renditions: storedRenditions(row).map(({ width, height, format }) => ({
      width,
      height,
      format,
      url: `/media/${row.id}/${width}.${format}`,
    })),
  }
}

/** The JSON column of a row; it is only ever written by the ingest workflow. */
export function storedRenditions(row: Pick<MediaRow, "renditions">): StoredRendition[] {
  return row.renditions as StoredRendition[]
}

/** The photographs with these ids; unknown ids are simply absent from the map. */
export async function fetchMedia(container: MedusaContainer, ids: string[]): Promise<Map<string, MediaAsset>> {
  if (ids.length === 0) return new Map()
  const media = container.resolve<MediaModuleService>(MEDIA_MODULE)
  const rows = await media.listMediaAssets({ id: [...new Set(ids)] })
  return new Map(rows.map((row) => [row.id, toMediaAsset(row)]))
}

/** Those of the ids that are not photographs of this owner, so that nobody lists with another's pictures. */
export async function findForeignMedia(container: MedusaContainer, ownerId: string, ids: string[]): Promise<string[]> {
  const media = container.resolve<MediaModuleService>(MEDIA_MODULE)
  const rows = await media.listMediaAssets({ id: [...new Set(ids)], owner_id: ownerId }, { select: ["id"] })
  const owned = new Set(rows.map((row) => row.id))
  return ids.filter((id) => !owned.has(id))
}
