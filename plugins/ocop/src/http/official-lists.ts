import { ApiError } from "@cho-phien/administrative-units"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { OCOP_MODULE } from "../modules/ocop"
import type { ListActor } from "../modules/ocop/commit-official-list"
import type OcopModuleService from "../modules/ocop/service"
import { prepareOfficialList, previewOfficialList } from "../queries/preview-official-list"
import { fetchRegisterExport, type RegisterFormat } from "../queries/fetch-register-export"
import { listFileErrors } from "../sheets/errors"
import { LIMITS } from "../sheets/limits"
import { listTemplate } from "../sheets/list-template"
import { commitOfficialListWorkflow } from "../workflows/commit-official-list"
import { receiveBody } from "./receive-body"

// One behaviour behind two doors: /admin (the operator) and /official (plugins/oversight), which differ in who is asked.

const FileName = z.string().trim().min(1).max(200).default("danh-sach")

export const PreviewListQuery = z.strictObject({ filename: FileName })
export const CommitListQuery = z.strictObject({
  filename: FileName,
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  skip_invalid: z.enum(["true", "false"]).default("false"),
})
export const ListHistoryQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export const RegisterExportQuery = z.strictObject({ profile: z.enum(["register", "ptnt"]).default("register") })

const receiveList = async (req: MedusaRequest): Promise<Uint8Array> => new Uint8Array(await receiveBody(req, LIMITS.fileBytes, listFileErrors.tooLarge))

export async function answerPreview(req: MedusaRequest, res: MedusaResponse, actor: ListActor, query: z.output<typeof PreviewListQuery>): Promise<void> {
  res.json({ preview: await previewOfficialList(req.scope, await receiveList(req), query.filename, actor) })
}

export async function answerCommit(req: MedusaRequest, res: MedusaResponse, actor: ListActor, query: z.output<typeof CommitListQuery>): Promise<void> {
  const { list, judging } = await prepareOfficialList(req.scope, await receiveList(req), actor)
  const { result } = await commitOfficialListWorkflow(req.scope).run({
    input: {
      ...judging,
      file: { sha256: list.sha256, name: query.filename },
      actor,
      plan: query.plan,
      skip_invalid: query.skip_invalid === "true",
    },
  })
  res.status(result.id === null ? 200 : 201).json({ official_list: result })
}

/** @param province null: the lists of the whole country */
export async function answerHistory(req: MedusaRequest, res: MedusaResponse, province: string | null, { limit, offset }: z.output<typeof ListHistoryQuery>): Promise<void> {
  const ocop = req.scope.resolve<OcopModuleService>(OCOP_MODULE)
  const filter = province === null ? {} : { province_code: province }
  const [lists, count] = await ocop.listAndCountOfficialLists(filter, { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } })
  res.json({ official_lists: lists.map(({ deleted_at: _deleted, updated_at: _updated, ...list }) => list), count, limit, offset })
}

export function answerTemplate(res: MedusaResponse): void {
  send(res, "mau-danh-sach-ocop.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer.from(listTemplate()))
}

export async function answerRegister(req: MedusaRequest, res: MedusaResponse, area: string | null, profile: "register" | "ptnt", format: RegisterFormat, ids?: string[]): Promise<void> {
  const file = await fetchRegisterExport(req.scope, area, profile, format, ids)
  send(res, file.name, file.type, file.body)
}

function send(res: MedusaResponse, name: string, type: string, body: string | Buffer): void {
  res.setHeader("Content-Type", type)
  res.setHeader("Content-Disposition", `attachment; filename="${name}"`)
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Cache-Control", "no-store")
  res.send(body)
}

/** A commune reads; the province writes (Decision 26/2026/QĐ-TTg Article 4: no commune recognises). */
export const communeMayNotImport = () =>
  new ApiError({
    type: "not_allowed",
    code: "ocop.commune_may_not_import",
    message: {
      vi: "Cấp xã không nhập danh sách công nhận. Việc này thuộc cấp tỉnh.",
      en: "A commune does not enter lists of recognitions. The province does.",
    },
  })
