import type { Sheet } from "@cho-phien/ocop"
import type { Earnings } from "./earnings"

const RAILS: Record<string, string> = { vnpay: "VNPay, chợ thu hộ", vietqr: "VietQR, thẳng vào tài khoản", cod: "Tiền mặt khi nhận hàng" }
const CHARGE = "VNPay, chợ thu hộ ngoài đơn hàng"
const STATES = { in_transit: "Đang chuyển", paid: "Đã trả", failed: "Không trả được", reversed: "Ngân hàng trả lại, sẽ chi lại" }
const OTHERS = { taken_over: "Chợ hoàn tiền thay gian hàng", taken_back: "Gian hàng đã tự trả, chợ bỏ khoản nợ", passed_on: "Người mua chuyển nhầm vào chợ, chợ trả lại gian hàng", api_fee: "Phí của ứng dụng thu tiền", adjustment: "Chợ điều chỉnh sổ" }
const dayWords = (day: string) => day.split("-").reverse().join("/")

/** A shop's statement as the sheets of a workbook; its CSV is the first of them. A payment without an order has its own number there. */
export function earningsSheets({ orders, charges, payouts, others }: Earnings): [Sheet, ...Sheet[]] {
  return [
    {
      name: "Đơn hàng",
      header: ["Ngày trả tiền", "Đơn số", "Cách trả", "Người mua trả (đồng)", "Tiền hàng", "Tiền gửi hàng", "Phí dịch vụ", "Thuế khấu trừ", "Đã hoàn người mua", "Còn lại của gian hàng"],
      rows: [...orders.map(orderRow), ...charges.map(chargeRow)],
    },
    {
      name: "Chi trả",
      header: ["Ngày", "Số tiền (đồng)", "Đã trừ số còn nợ chợ", "Tình trạng", "Mã trong nội dung", "Tài khoản"],
      rows: payouts.map((payout) => [dayWords(payout.day), payout.amount_vnd, payout.netted_vnd, STATES[payout.state], payout.reference, payout.account]),
    },
    {
      name: "Khoản khác",
      header: ["Ngày", "Khoản", "Số tiền (đồng; dương: chợ trả gian hàng)"],
      rows: others.map(({ day, what, amount_vnd }) => [dayWords(day), OTHERS[what], amount_vnd]),
    },
  ]
}

function orderRow(order: Earnings["orders"][number]): (string | number)[] {
  return [dayWords(order.day), order.displayId, RAILS[order.rail] ?? order.rail, order.grossVnd, order.goodsVnd, order.shippingVnd, order.commissionVnd, order.taxVnd, order.refundVnd, order.netVnd]
}

function chargeRow({ day, intentId, grossVnd, feeVnd, refundVnd, netVnd }: Earnings["charges"][number]): (string | number)[] {
  return [dayWords(day), intentId, CHARGE, grossVnd, grossVnd, 0, feeVnd, 0, refundVnd, netVnd]
}
