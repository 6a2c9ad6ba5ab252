import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { LocalFileService } from "@medusajs/file-local/dist/services/local-file"
import { asValue } from "@medusajs/framework/awilix"
import { createMedusaContainer, Modules } from "@medusajs/framework/utils"
import sharp from "sharp"
import { afterEach, beforeEach, expect, test } from "vitest"
import { MEDIA_MODULE } from "../modules/media"
import { readMediaReason } from "../modules/media/errors"
import { ingestPhotographWorkflow } from "./ingest-photograph"

type Row = { id: string; owner_id: string; sha256: string; [column: string]: unknown }

let directory: string
let rows: Row[]
let breakRow: boolean
let held: Set<string>

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "media-test-"))
  rows = []
  breakRow = false
  held = new Set()
})
afterEach(() => rm(directory, { recursive: true, force: true }))

/** The real workflow and Medusa's real local file provider; only the table and the lock are in memory. */
function fair() {
  const files = new LocalFileService({}, { upload_dir: directory, private_upload_dir: directory })
  const media = {
    listMediaAssets: async (filter: Partial<Row>) =>
      rows.filter((row) => Object.entries(filter).every(([column, value]) => row[column] === value)),
    createMediaAssets: async (row: Omit<Row, "id">) => {
      if (breakRow) throw new Error("the database is gone")
      const created = { ...row, id: `media_${rows.length}` } as Row
      rows.push(created)
      return created
    },
    deleteMediaAssets: async (id: string) => void (rows = rows.filter((row) => row.id !== id)),
  }
  const container = createMedusaContainer()
  container.register({
    [MEDIA_MODULE]: asValue(media),
    [Modules.LOCKING]: asValue({
      acquire: async (keys: string | string[]) => void [keys].flat().forEach((key) => held.add(key)),
      release: async (keys: string | string[]) => void [keys].flat().forEach((key) => held.delete(key)),
    }),
    [Modules.FILE]: asValue({
      createFiles: async (file: Parameters<typeof files.upload>[0]) => {
        const { key, url } = await files.upload(file)
        return { id: key, url }
      },
      deleteFiles: (keys: string[]) => files.delete(keys.map((fileKey) => ({ fileKey }))),
    }),
  })
  return container
}

const picture = (background: string) =>
  sharp({ create: { width: 700, height: 500, channels: 3, background } }).jpeg().toBuffer()

const ingest = async (container: ReturnType<typeof fair>, bytes: Buffer, owner_id = "sel_1") =>
  (await ingestPhotographWorkflow(container).run({ input: { bytes: bytes.toString("base64"), owner_id } })).result

test("a photograph becomes an asset whose files exist", async () => {
  const asset = await ingest(fair(), await picture("#c03020"))
  expect(asset).toMatchObject({ id: "media_0", width: 700, height: 500, alt: null })
  expect(asset.renditions.map(({ url }) => url)).toEqual(
    [320, 640, 700].flatMap((width) => [`/media/media_0/${width}.avif`, `/media/media_0/${width}.webp`]),
  )
  expect(await readdir(directory)).toHaveLength(6)
  expect(held.size).toBe(0)
})

test("a photograph can come as a file, which stays where it was", async () => {
  const file = path.join(directory, "IMG_0001.JPG")
  await writeFile(file, await picture("#204060"))
  const { result } = await ingestPhotographWorkflow(fair()).run({ input: { path: file, owner_id: "sel_1" } })
  expect(result.renditions).toHaveLength(6)
  expect(await readdir(directory)).toContain("IMG_0001.JPG")
})

test("the same bytes of one owner are stored once; of another owner, again", async () => {
  const container = fair()
  const bytes = await picture("#30a050")
  const first = await ingest(container, bytes)
  expect(await ingest(container, bytes)).toEqual(first)
  expect(rows).toHaveLength(1)
  expect((await ingest(container, bytes, "sel_2")).id).not.toBe(first.id)
  expect(rows).toHaveLength(2)
})

test("when the row cannot be written, no file is left behind and the lock is free", async () => {
  breakRow = true
  await expect(ingest(fair(), await picture("#101010"))).rejects.toThrow("the database is gone")
  expect(await readdir(directory)).toEqual([])
  expect(held.size).toBe(0)
})

test("a refusal keeps its reason through the workflow", async () => {
  const error = await ingest(fair(), Buffer.from("not a photograph")).catch((thrown: unknown) => thrown)
  expect(readMediaReason(error)).toBe("media.unsupported")
  expect(rows).toEqual([])
  expect(held.size).toBe(0)
})
