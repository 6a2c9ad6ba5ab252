import { DOCUMENT_FILES, type DocumentFile } from "../documents/dossier-facts"
import type { DossierActor } from "../modules/dossier/rules/roles-on-dossier"
import type { Viewed } from "../modules/dossier/service"

/** The documents a viewer may have of a dossier as it stands. */
export function documentsOf({ dossier, ratings, roles }: Viewed, actor: DossierActor): DocumentFile[] {
  const isProducer = actor.type === "producer"
  const closed = ratings.filter((rating) => rating.closed_at !== null)
  const inner = actor.type === "operator" || roles.some((role) => !["producer", "commune"].includes(role))
  const star = closed.at(-1)?.result?.star ?? 0
  const office = closed.at(-1)?.level === "ministry" && star === 5 ? "ministry" : "province"
  return DOCUMENT_FILES.filter((file) => {
    switch (file) {
      case "mau-01-phieu-dang-ky.docx":
      case "mau-02-bao-cao-tu-danh-gia.docx":
        return true
      case "phieu-tiep-nhan.docx":
        return dossier.receipt_no !== null
      case "mau-03-bao-cao-cua-xa.docx":
        return dossier.commune_report !== null && (!isProducer || dossier.forwarded_on !== null)
      case "bien-ban-hop-hoi-dong.docx":
      case "bang-tong-hop-ket-qua.docx":
        return closed.length > 0 && inner
      case "du-thao-quyet-dinh.docx":
        return star >= 3 && roles.includes(office)
    }
  })
}
