import { bareName } from "./unit-name"

export type SuccessionEdge = {
  old_commune_code: string | null
  old_commune: string
  old_district_code: string
  old_district: string
  old_province_code: string
  old_province: string
  new_commune_code: string
  change: string
}

export type OldCommuneQuestion = { code?: string; name?: string; district?: string; province?: string }

export type OldCommuneAnswer<E extends SuccessionEdge> = {
  old_commune_code: string | null
  old_commune: string
  old_district: string
  old_province: string
  /** The communes that took it over; more than one when it was divided. */
  successors: { code: string; change: E["change"]; edge: E }[]
  /** True when everything went to one commune, so that the old name alone tells the new one. */
  certain: boolean
}

/**
 * The old communes a question means, with their successors. Asked by code there is at most one answer;
 * by name as many as bear it (with or without kind and tone marks), narrowed by district and province.
 */
export function resolveSuccession<E extends SuccessionEdge>(
  edges: readonly E[],
  question: OldCommuneQuestion,
): OldCommuneAnswer<E>[] {
  const answers = new Map<string, OldCommuneAnswer<E>>()
  for (const edge of edges) {
    if (!answersTo(edge, question)) continue
    const key = edge.old_commune_code ?? `district ${edge.old_district_code}`
    const answer = answers.get(key) ?? {
      old_commune_code: edge.old_commune_code,
      old_commune: edge.old_commune || edge.old_district,
      old_district: edge.old_district,
      old_province: edge.old_province,
      successors: [],
      certain: false,
    }
    answer.successors.push({ code: edge.new_commune_code, change: edge.change, edge })
    answer.certain = answer.successors.every((s) => s.code === edge.new_commune_code)
    answers.set(key, answer)
  }
  return [...answers.values()]
}

function answersTo(edge: SuccessionEdge, question: OldCommuneQuestion): boolean {
  if (question.code !== undefined) return edge.old_commune_code === question.code
  if (!question.name) return false
  const oldName = edge.old_commune || edge.old_district
  return (
    bareName(oldName) === bareName(question.name) &&
    (!question.district || bareName(edge.old_district) === bareName(question.district)) &&
    (!question.province || bareName(edge.old_province) === bareName(question.province))
  )
}
