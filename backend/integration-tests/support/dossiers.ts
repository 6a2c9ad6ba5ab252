import { randomInt } from "node:crypto"
import { todayInVietNam } from "./days"
import { officialToken, readRun, sellerToken, type Run } from "./people"

export type Headers = Record<string, string>

/** The invented people of the demonstration, by phone; see seed/src/officials.ts. */
export const PHONES = {
  province: "0900000901",
  commune: "0900000902",
  ministry: "0900000903",
  otherCommune: "0900000904",
  otherProvince: "0900000905",
  consultant: "0900000906",
  chair: "0900000911",
  secretary: "0900000912",
  member1: "0900000913",
  member2: "0900000914",
  centralChair: "0900000921",
  centralSecretary: "0900000922",
  centralMember: "0900000923",
} as const
export type Who = keyof typeof PHONES | "producer" | "otherProducer"

export type Answer = { status: number; body: Record<string, never> & { [key: string]: unknown; code?: string; dossier?: Dossier; message?: string; fields?: Record<string, string> } }

export type Dossier = {
  id: string
  state: string
  version: number
  acts: string[]
  star: number | null
  receipt_no: string | null
  province_receipt_no: string | null
  deadline: { due_on: string; basis: string } | null
  missing: { field: string; message: string }[]
  attachments: { id: string; filename: string; withdrawn_at: string | null; added_by: string }[]
  ratings: { result: { average: string; star: number; band: number; capped_by: { criterion: string; star: number }[] } | null; seats: { sheet_id: string; me: boolean; role: string }[]; quorum: { needed: number; handed_in: number; of: number } }[]
  recognition: { certificate_code: string; star: number; product_code: string; ocop_product_id: string } | null
  returned: { note: string } | null
  events: { act: string; to: string; by: { role: string; name: string | null } }[]
  documents: string[]
  form: Record<string, unknown>
  decision: { outcome: string } | null
  commune_report: unknown
  advice: unknown
}

export type Sheet = { id: string; version: number; may_edit: boolean; handed_in_at: string | null; score: { total: number; missing: string[] } }

export type Criterion = { no: string; options: { index: number; points: number; min_star: number | null }[] }

export const FORM = {
  product_description: "Gói 200 g, hút chân không",
  representative_name: "Người Thử",
  representative_position: "Giám đốc",
  registration_no: "4600000001",
  history: "Thành lập năm 2018",
  raw_materials: "Vùng chè của hợp tác xã",
  markets: "Trong và ngoài tỉnh",
  business_results: "Doanh thu tăng",
  plan: "Mở rộng vùng nguyên liệu",
  samples: 5,
}
const REPORT = { local_material: "Đúng", local_labour: "Đúng", idea_origin: "Truyền thống", local_identity: "Có" }
const ADVICE = { summary: "Đủ điều kiện", recommendation: "put_to_council" }
export const DAY = todayInVietNam()

/** The people of the procedure over HTTP, and the way of a dossier from one to the next. */
export class Procedure {
  private constructor(
    readonly run: Run,
    readonly headers: Record<Who, Headers>,
    readonly council: string,
    readonly centralCouncil: string,
  ) {}

  static async begin(run: Run): Promise<Procedure> {
    const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}`, "accept-language": "vi" })
    const headers = {} as Record<Who, Headers>
    for (const [who, phone] of Object.entries(PHONES) as [keyof typeof PHONES, string][]) headers[who] = bearer(await officialToken(run, phone))
    headers.producer = bearer(await sellerToken(run, "0900000001"))
    headers.otherProducer = bearer(await sellerToken(run, "0900000002"))
    const councilOf = async (who: Who) => {
      const response = await fetch(`${run.backend}/official/councils`, { headers: headers[who] })
      const { councils } = (await response.json()) as { councils: { id: string; name: string }[] }
      const found = councils.find(({ name }) => name.endsWith("(minh hoạ)"))
      if (!found) throw new Error(`The demonstration has no council of ${who}`)
      return found.id
    }
    return new Procedure(run, headers, await councilOf("province"), await councilOf("ministry"))
  }

  async ask(who: Who, method: string, path: string, body?: unknown): Promise<Answer> {
    const door = who === "producer" || who === "otherProducer" ? "/seller" : "/official"
    const response = await fetch(`${this.run.backend}${door}${path}`, {
      method,
      headers: { ...this.headers[who], ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: (text.startsWith("{") ? JSON.parse(text) : { text }) as Answer["body"] }
  }

  async see(who: Who, id: string): Promise<Dossier> {
    return must(await this.ask(who, "GET", `/dossiers/${id}`))
  }

  /** One act on the dossier as it is now; the answer, whatever it is. */
  async tryAct(who: Who, id: string, act: string, payload: Record<string, unknown> = {}, version?: number): Promise<Answer> {
    return this.ask(who, "POST", `/dossiers/${id}/acts`, { act, version: version ?? (await this.see(who, id)).version, ...payload })
  }

  async act(who: Who, id: string, act: string, payload: Record<string, unknown> = {}): Promise<Dossier> {
    return must(await this.tryAct(who, id, act, payload))
  }

  async criteria(who: Who, id: string): Promise<Criterion[]> {
    return (await this.ask(who, "GET", `/dossiers/${id}/criteria`)).body.criteria as unknown as Criterion[]
  }

  async draft(name: string, body: Record<string, unknown> = { kind: "first" }, who: Who = "producer"): Promise<Dossier> {
    return must(await this.ask(who, "POST", "/dossiers", { product_set_no: 11, product_name: name, ...body }))
  }

  /** A draft with all it needs; `more` goes into the form. */
  async complete(name: string, body: Record<string, unknown> = { kind: "first" }, more: Record<string, unknown> = {}): Promise<Dossier> {
    const draft = await this.draft(name, body)
    const self_assessment = Object.fromEntries(Object.entries(best(await this.criteria("producer", draft.id))).map(([no, option]) => [no, { option, description: "Kèm tài liệu" }]))
    return must(await this.ask("producer", "POST", `/dossiers/${draft.id}`, { version: draft.version, form: { ...FORM, ...more }, self_assessment }))
  }

  /** Before the consultants, with their report. */
  async advised(id: string): Promise<void> {
    await this.act("producer", id, "submit")
    await this.act("commune", id, "report", { report: REPORT })
    await this.act("commune", id, "forward", { letter_no: "1/TTr-UBND", letter_date: DAY, samples: 5 })
    await this.act("province", id, "consult", { consultants: [{ phone: PHONES.consultant, name: "Chuyên gia", organisation: null }] })
    await this.act("consultant", id, "advise", { advice: ADVICE })
  }

  /** A council's whole sitting: every member hands in `options`, the secretary closes. */
  async rated(id: string, options: Record<string, number>, level: "province" | "ministry" = "province", heldOn = DAY): Promise<Dossier> {
    await this.act(level, id, "open_council", { council_id: level === "province" ? this.council : this.centralCouncil })
    const members: Who[] = level === "province" ? ["chair", "member1", "member2"] : ["centralChair", "centralMember"]
    for (const member of members) await this.handIn(member, id, options)
    return this.act(level === "province" ? "secretary" : "centralSecretary", id, "close_council", { minutes: { held_on: heldOn, place: "Thái Nguyên", conclusion: "Thống nhất" } })
  }

  async sheet(who: Who, id: string): Promise<Sheet> {
    return (await this.ask(who, "GET", `/dossiers/${id}/sheet`)).body.sheet as unknown as Sheet
  }

  async tryHandIn(who: Who, id: string, options: Record<string, number>, hand_in = true): Promise<Answer> {
    return this.ask(who, "POST", `/dossiers/${id}/sheet`, { version: (await this.sheet(who, id)).version, options, comments: {}, hand_in })
  }

  async handIn(who: Who, id: string, options: Record<string, number>): Promise<void> {
    const { status, body } = await this.tryHandIn(who, id, options)
    if (status !== 200) throw new Error(`${who} could not hand in: ${status} ${JSON.stringify(body)}`)
  }

  async attach(who: Who, id: string, file: Uint8Array | string, query: Record<string, string>): Promise<Answer> {
    const door = who === "producer" || who === "otherProducer" ? "/seller" : "/official"
    const response = await fetch(`${this.run.backend}${door}/dossiers/${id}/attachments?${new URLSearchParams(query)}`, {
      method: "POST",
      headers: { ...this.headers[who], "content-type": "application/octet-stream" },
      body: typeof file === "string" ? file : new Uint8Array(file),
    })
    return { status: response.status, body: (await response.json()) as Answer["body"] }
  }

  fetchFile(who: Who, path: string): Promise<Response> {
    return fetch(`${this.run.backend}${path}`, { headers: this.headers[who] })
  }
}

function must(answer: Answer): Dossier {
  if (answer.status >= 300 || !answer.body.dossier) throw new Error(`${answer.status} ${JSON.stringify(answer.body).slice(0, 600)}`)
  return answer.body.dossier
}

/** A name no other spec gives to a product. */
export const unique = (what: string) => `${what} ${randomInt(1e9)}`

/** The procedure with its people, and what a tea is scored by. */
export async function openProcedure(): Promise<{ p: Procedure; criteria: Criterion[] }> {
  const p = await Procedure.begin(readRun())
  return { p, criteria: await p.criteria("producer", (await p.draft(unique("Chè thử phiếu"))).id) }
}

/** The option with the most points of every criterion. */
export function best(criteria: readonly Criterion[]): Record<string, number> {
  return Object.fromEntries(criteria.map(({ no, options }) => [no, options.reduce((a, b) => (b.points > a.points ? b : a)).index]))
}

/** The first option of every criterion. */
export function least(criteria: readonly Criterion[]): Record<string, number> {
  return Object.fromEntries(criteria.map(({ no }) => [no, 1]))
}

export function points(criteria: readonly Criterion[], options: Record<string, number>): number {
  return criteria.reduce((sum, { no, options: all }) => sum + (all.find(({ index }) => index === options[no])?.points ?? 0), 0)
}

/**
 * Ticks that reach 4 stars and no more: the best of all, less what only the fifth star asks for, until the points are
 * below 90 and at least 70, all minimums of four stars kept.
 */
export function fourStars(criteria: readonly Criterion[]): Record<string, number> {
  const options = best(criteria)
  for (const { no, options: all } of criteria) {
    if (points(criteria, options) < 88) break
    const floor = Math.max(1, ...all.filter(({ min_star }) => min_star !== null && min_star <= 4).map(({ index }) => index))
    options[no] = floor
  }
  return options
}

/** At least 90 points, with one criterion below what five stars ask for. */
export function cappedAtFour(criteria: readonly Criterion[]): Record<string, number> {
  const options = best(criteria)
  for (const { no, options: all } of criteria) {
    const five = all.find(({ min_star }) => min_star === 5)
    const below = five && all.filter(({ index }) => index < five.index).at(-1)
    const four = Math.max(0, ...all.filter(({ min_star }) => min_star !== null && min_star <= 4).map(({ index }) => index))
    if (!below || below.index < four) continue
    const tried = { ...options, [no]: below.index }
    if (points(criteria, tried) >= 90) return tried
  }
  throw new Error("This sheet has no such place")
}
