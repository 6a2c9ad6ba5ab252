import { SELLER_MODULE, type SellerModuleService } from "@cho-phien/marketplace"
import { actOnDossierWorkflow, DOSSIER_MODULE, emptyForm, loadDossierLaw, type DossierActInput, type DossierActor, type DossierModuleService } from "@cho-phien/ocop"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { demonstratedOfficial } from "./officials"

/** The shop whose login is told: HTX in Tân Cương. */
const SHOP_PHONE = "+84900000001"
const TEA_SET = 11
const TEXT = "Nội dung soạn để minh hoạ, không phải hồ sơ thật."

type Step = (dossierId: string) => Promise<void>

/**
 * A provincial and a central council, and dossiers of one shop at several steps. Everything is made up, flagged
 * illustrative, and came to where it is by the acts of the procedure itself. None reaches the register.
 */
export async function seedDossiers(container: MedusaContainer): Promise<void> {
  const store = container.resolve<DossierModuleService>(DOSSIER_MODULE)
  const [known] = await store.listDossiers({ illustrative: true }, { select: ["id"], take: 1 })
  const [shop] = await container.resolve<SellerModuleService>(SELLER_MODULE).listSellers({ phone: SHOP_PHONE }, { relations: ["members"] })
  if (known || !shop) return
  const producer: DossierActor = { type: "producer", id: shop.members[0]?.id ?? "seed", name: shop.members[0]?.name ?? "", seller_id: shop.id }
  const commune = await demonstratedOfficial(container, "+84900000902")
  const province = await demonstratedOfficial(container, "+84900000901")
  const consultant = await demonstratedOfficial(container, "+84900000906")
  const council = await provincialCouncil(container, store)
  await centralCouncil(container, store)

  const act = (actor: DossierActor, input: Omit<DossierActInput["input"], "version"> & { act: string }): Step => async (id) => {
    const { version } = (await store.view(id, actor)).dossier
    await actOnDossierWorkflow(container).run({ input: { dossier_id: id, actor, input: { ...input, version } as DossierActInput["input"] } })
  }
  const today = new Date().toISOString().slice(0, 10)
  const submit = act(producer, { act: "submit" })
  const report = act(commune, { act: "report", report: { local_material: TEXT, local_labour: TEXT, idea_origin: TEXT, local_identity: TEXT } } as never)
  const forward = act(commune, { act: "forward", letter_no: "12/TTr-UBND (minh hoạ)", letter_date: today, samples: 5 } as never)
  const consult = act(province, { act: "consult", consultants: [{ official_id: consultant.id, name: consultant.name, organisation: "Tổ tư vấn" }] } as never)
  const advise = act(consultant, { act: "advise", advice: { summary: TEXT, surveyed_on: null, survey_note: null, tests_note: null, recommendation: "put_to_council" } } as never)
  const open = act(province, { act: "open_council", council_id: council } as never)
  const back = act(commune, { act: "return_to_producer", note: "Bổ sung bản mô tả vùng nguyên liệu (minh hoạ)." } as never)

  const plans: [string, Step[]][] = [
    ["Trà ướp hoa bưởi (hồ sơ minh hoạ)", []],
    ["Trà xanh sấy lạnh (hồ sơ minh hoạ)", [submit]],
    ["Bột trà xanh (hồ sơ minh hoạ)", [submit, back]],
    ["Trà búp ngũ vị (hồ sơ minh hoạ)", [submit, report, forward]],
    ["Trà ô long (hồ sơ minh hoạ)", [submit, report, forward, consult, advise]],
    ["Hồng trà (hồ sơ minh hoạ)", [submit, report, forward, consult, advise, open]],
  ]
  for (const [name, steps] of plans) {
    const form = { ...emptyForm(), product_name: name, applicant_name: shop.name, organisation_kind: "cooperative" as const, address: "Xã Tân Cương, Tỉnh Thái Nguyên", phone: "0900000001" }
    const { commune_code, province_code } = shop
    const id = await store.createDossier({ seller_id: shop.id, kind: "first", commune_code, province_code, product_set_no: TEA_SET, ocop_product_id: null, listing_id: null, form, illustrative: true }, producer)
    await fillIn(container, store, producer, id, steps.length > 0)
    for (const step of steps) await step(id)
  }
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`Seeded ${plans.length} illustrative dossiers and two councils.`)
}

/** The forms in full, and every criterion answered with its best option; a draft is left half done. */
async function fillIn(container: MedusaContainer, store: DossierModuleService, producer: DossierActor, id: string, whole: boolean): Promise<void> {
  const { dossier } = await store.view(id, producer)
  const law = await loadDossierLaw(container, dossier)
  const answers = law.reading.criteria.map(({ no, options }) => {
    const best = options.reduce((a, b) => (b.points > a.points ? b : a))
    return [no, { option: best.index, description: TEXT }] as const
  })
  const form = { product_description: TEXT, representative_name: "Người đại diện minh hoạ", representative_position: "Giám đốc", registration_no: "4600000000 (minh hoạ)", history: TEXT, raw_materials: TEXT, markets: TEXT, business_results: TEXT, plan: TEXT, samples: 5 }
  const change = whole ? { form, self_assessment: Object.fromEntries(answers) } : { form: { product_description: TEXT }, self_assessment: Object.fromEntries(answers.slice(0, 5)) }
  await store.editDossier(id, producer, { version: dossier.version, ...change }, law)
}

async function provincialCouncil(container: MedusaContainer, store: DossierModuleService): Promise<string> {
  return store.saveCouncil(
    {
      level: "province",
      province_code: "19",
      name: "Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Thái Nguyên (minh hoạ)",
      decision_no: "100/QĐ-UBND (minh hoạ)",
      decided_on: "2026-06-15",
      illustrative: true,
      members: [
        await member(container, "+84900000911", "chair", "UBND tỉnh"),
        await member(container, "+84900000912", "secretary", "Văn phòng OCOP"),
        await member(container, "+84900000913", "member", "Sở Công Thương"),
        await member(container, "+84900000914", "member", "Sở Y tế"),
      ],
    },
    null,
  )
}

async function centralCouncil(container: MedusaContainer, store: DossierModuleService): Promise<string> {
  return store.saveCouncil(
    {
      level: "ministry",
      province_code: null,
      name: "Hội đồng OCOP cấp trung ương (minh hoạ)",
      decision_no: "200/QĐ-BNNMT (minh hoạ)",
      decided_on: "2026-06-20",
      illustrative: true,
      members: [
        await member(container, "+84900000921", "chair", "Bộ Nông nghiệp và Môi trường"),
        await member(container, "+84900000922", "secretary", "Văn phòng OCOP trung ương"),
        await member(container, "+84900000923", "member", "Bộ Công Thương"),
      ],
    },
    null,
  )
}

async function member(container: MedusaContainer, phone: Parameters<typeof demonstratedOfficial>[1], role: "chair" | "secretary" | "member", organisation: string) {
  const { id, name } = await demonstratedOfficial(container, phone)
  return { official_id: id, name, organisation, role }
}
