import { writeXlsx } from "./write-xlsx"

/** Headings of the template and of the exported register, in order; both are read back by the import. */
export const LIST_HEADINGS = [
  "Mã số đăng ký",
  "Mã số sản phẩm",
  "Tên sản phẩm",
  "Chủ thể",
  "Loại hình chủ thể",
  "Mã xã",
  "Xã, phường",
  "Huyện cũ",
  "Tỉnh",
  "Bộ sản phẩm",
  "Hạng sao",
  "Số quyết định",
  "Ngày công nhận",
  "Cơ quan ban hành",
  "Ngày hết hạn",
] as const

const HELP: [string, string, string][] = [
  ["Mã số đăng ký", "Không", "Để trống. Chỉ điền khi phần kiểm tra yêu cầu: mã ocop_… của sản phẩm trong sổ, hoặc chữ “mới”."],
  ["Mã số sản phẩm", "Không", "Dạng 19-05503-1-2026, hoặc mã cũ có huyện: 83-829-28780-3-2022."],
  ["Tên sản phẩm", "Có", "Như trong quyết định."],
  ["Chủ thể", "Có", "Tên hợp tác xã, tổ hợp tác, doanh nghiệp hoặc hộ."],
  ["Loại hình chủ thể", "Không", "HTX, THT, doanh nghiệp, hộ kinh doanh hoặc cá nhân. Để trống thì đọc từ tên chủ thể."],
  ["Mã xã", "Không", "5 chữ số theo Quyết định 19/2025/QĐ-TTg. Có mã thì không cần tên xã."],
  ["Xã, phường", "Không", "Tên hiện nay, hoặc tên cũ kèm huyện cũ."],
  ["Huyện cũ", "Không", "Chỉ cần khi ghi tên xã trước ngày 01/07/2025."],
  ["Tỉnh", "Không", "Để trống là tỉnh của cán bộ gửi tệp."],
  ["Bộ sản phẩm", "Không", "Số từ 1 đến 26 theo Quyết định 26/2026/QĐ-TTg."],
  ["Hạng sao", "Có", "3, 4 hoặc 5."],
  ["Số quyết định", "Có", "Ví dụ 124/QĐ-UBND."],
  ["Ngày công nhận", "Có", "Ngày/tháng/năm, ví dụ 20/02/2026."],
  ["Cơ quan ban hành", "Không", "Ví dụ UBND tỉnh Thái Nguyên."],
  ["Ngày hết hạn", "Không", "Để trống là 36 tháng kể từ ngày công nhận."],
]

/** The empty list with its headings, and a second sheet that says what goes where. */
export function listTemplate(): Uint8Array {
  return writeXlsx([
    { name: "Danh sách", header: [...LIST_HEADINGS], rows: [], widths: [16, 22, 34, 34, 18, 10, 22, 18, 18, 12, 10, 18, 16, 26, 14] },
    { name: "Hướng dẫn", header: ["Cột", "Bắt buộc", "Cách điền"], rows: HELP, widths: [22, 12, 90] },
  ])
}
