/** What a shop is told of its dossier by phone; null for what it need not be called for. Its reasons are on the page, not in a message. */
export function dossierMessage({ act, product_name, star }: { act: string; product_name: string; star: number | null }): string | null {
  const name = product_name.length > 60 ? `${product_name.slice(0, 59)}…` : product_name
  switch (act) {
    case "return_to_producer":
      return `Hồ sơ OCOP "${name}" cần bổ sung. Xem lý do tại mục Hồ sơ OCOP trong gian hàng.`
    case "recognise":
      return `Sản phẩm "${name}" được công nhận OCOP ${star} sao.`
    case "refuse":
      return `Hồ sơ OCOP "${name}" đã có kết quả: chưa được công nhận. Xem chi tiết tại mục Hồ sơ OCOP.`
    case "approve_potential_5":
      return `Sản phẩm "${name}" được tỉnh đề nghị xét OCOP 5 sao.`
    default:
      return null
  }
}
