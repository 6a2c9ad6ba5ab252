import { foldVietnamese } from "@cho-phien/administrative-units"

export type TransferLine = { reference: string; amountVnd: number; bankBin: string; bankName: string; accountNumber: string; accountName: string }

type Field = "no" | "account_number" | "account_name" | "bank_bin" | "bank_name" | "amount" | "memo" | "reference" | "currency"

export type BankFileLayout = { id: string; name: string; columns: { header: string; field: Field }[]; note: string }

const UNCHECKED = "Theo mẫu chi lô phổ biến của ngân hàng; đối chiếu với mẫu trên kênh doanh nghiệp trước lần gửi đầu tiên."

/**
 * Bulk transfer files, one mapping of columns per bank. Banks hand their templates out behind a login and change them, so
 * all but the generic one are unconfirmed: another bank or another order of columns is another entry here.
 */
export const BANK_FILE_LAYOUTS: BankFileLayout[] = [
  {
    id: "generic",
    name: "Chung (BIN)",
    note: "",
    columns: [
      { header: "STT", field: "no" },
      { header: "So tai khoan", field: "account_number" },
      { header: "Ten nguoi nhan", field: "account_name" },
      { header: "BIN ngan hang", field: "bank_bin" },
      { header: "Ten ngan hang", field: "bank_name" },
      { header: "So tien", field: "amount" },
      { header: "Noi dung", field: "memo" },
      { header: "Ma tham chieu", field: "reference" },
    ],
  },
  {
    id: "vietcombank",
    name: "Vietcombank",
    note: UNCHECKED,
    columns: [
      { header: "STT", field: "no" },
      { header: "Ten don vi thu huong", field: "account_name" },
      { header: "So tai khoan", field: "account_number" },
      { header: "Ngan hang huong", field: "bank_name" },
      { header: "So tien", field: "amount" },
      { header: "Noi dung chuyen khoan", field: "memo" },
    ],
  },
  {
    id: "mb",
    name: "MB",
    note: UNCHECKED,
    columns: [
      { header: "STT", field: "no" },
      { header: "So tai khoan nguoi huong", field: "account_number" },
      { header: "Ten nguoi huong", field: "account_name" },
      { header: "Ngan hang thu huong", field: "bank_name" },
      { header: "So tien", field: "amount" },
      { header: "Loai tien", field: "currency" },
      { header: "Noi dung", field: "memo" },
    ],
  },
]

export type BankFile = { header: string[]; rows: (string | number)[][] }

/** The rows of a layout; null when there is no such layout. */
export function bankFile(layoutId: string, lines: TransferLine[]): BankFile | null {
  const layout = BANK_FILE_LAYOUTS.find(({ id }) => id === layoutId)
  if (!layout) return null
  return { header: layout.columns.map(({ header }) => header), rows: lines.map((line, index) => layout.columns.map(({ field }) => cell(field, line, index + 1))) }
}

/** Upper case, no diacritics, only what every bank takes. */
export function bankName(name: string): string {
  return foldVietnamese(name)
    .toUpperCase()
    .replace(/[^A-Z0-9 .,&-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
}

export function memoOf(reference: string): string {
  return `CHO PHIEN TRA TIEN ${reference}`
}

/** Shorter: payOS writes a description of at most 25 characters into the transfer. */
export function payosMemo(reference: string): string {
  return `${reference} CHO PHIEN`
}

function cell(field: Field, line: TransferLine, no: number): string | number {
  switch (field) {
    case "no":
      return no
    case "amount":
      return line.amountVnd
    case "account_number":
      return line.accountNumber
    case "account_name":
      return bankName(line.accountName)
    case "bank_bin":
      return line.bankBin
    case "bank_name":
      return bankName(line.bankName)
    case "memo":
      return memoOf(line.reference)
    case "reference":
      return line.reference
    case "currency":
      return "VND"
  }
}
