import { model } from "@medusajs/framework/utils"

/** One photograph as the pages use it. The file a phone sent is never kept: only its stripped renditions are. */
export const MediaAsset = model
  .define("media_asset", {
    id: model.id({ prefix: "media" }).primaryKey(),
    /** Whoever uploaded it: a seller's id, or the loader's name for seeded pictures. */
    owner_id: model.text(),
    /** Of the bytes that were uploaded, so that sending a photograph twice stores it once. */
    sha256: model.text(),
    width: model.number(),
    height: model.number(),
    color: model.text(),
    alt: model.text().nullable(),
    /** StoredRendition[]: the key is the File module's. */
    renditions: model.json(),
    illustrative: model.boolean().default(false),
  })
  .indexes([{ on: ["owner_id", "sha256"], unique: true, where: "deleted_at IS NULL" }])
