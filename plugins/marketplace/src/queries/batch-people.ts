import type { MedusaContainer } from "@medusajs/framework/types"
import { fetchOperators, type Operator } from "../operators/fetch-operators"
import { countsFrom, fourEyesHours } from "../operators/rules/four-eyes"

/** `counts_from`: when the account counts as one of two persons, ISO 8601 in UTC; null once it does. */
export type BatchMaker = { email: string; account_opened_at: string; counts_from: string | null }
/** `account_age_days`: whole days at the moment of the approval. */
export type BatchApprover = { email: string; account_opened_at: string; account_age_days: number }
/** A bank file somebody took home. `email`: null for an API key. `file`: layout and ending, e.g. vietcombank.xlsx. */
export type BatchDownload = { email: string | null; file: string; at: string }
export type BatchPeople = { maker: BatchMaker | null; approver: BatchApprover | null; downloads: BatchDownload[] }

type Batch = { id: string; created_by: string; approved_by: string | null }
type Act = { batch_id: string; act: string; by: string; note: string; created_at: Date | string }

/** The two persons behind each batch, with how long their accounts were there (a young one is what four eyes do not see), and who has its file. */
export async function batchPeople(container: MedusaContainer, batches: Batch[], acts: Act[]): Promise<Map<string, BatchPeople>> {
  const files = acts.filter(({ act }) => act === "file_downloaded")
  const operators = await fetchOperators(container, [...batches.flatMap(({ created_by, approved_by }) => [created_by, approved_by ?? []].flat()), ...files.map(({ by }) => by)])
  return new Map(
    batches.map(({ id, created_by, approved_by }) => {
      const approvedAt = acts.find(({ batch_id, act }) => batch_id === id && act === "approved")?.created_at
      const [made, approved] = [operators.get(created_by), operators.get(approved_by ?? "")]
      const downloads = files.filter(({ batch_id }) => batch_id === id).map(({ by, note, created_at }) => ({ email: operators.get(by)?.email ?? null, file: note, at: new Date(created_at).toISOString() }))
      return [id, { maker: made ? makerOf(made) : null, approver: approved && approvedAt ? approverOf(approved, new Date(approvedAt)) : null, downloads }]
    }),
  )
}

function makerOf({ email, openedAt }: Operator): BatchMaker {
  const from = countsFrom(openedAt, fourEyesHours())
  return { email, account_opened_at: openedAt.toISOString(), counts_from: from > new Date() ? from.toISOString() : null }
}

function approverOf({ email, openedAt }: Operator, at: Date): BatchApprover {
  return { email, account_opened_at: openedAt.toISOString(), account_age_days: Math.floor((at.getTime() - openedAt.getTime()) / 86_400_000) }
}
