import type { z } from "@medusajs/framework/zod"
import type { Sentence } from "./reader-language"

type Issue = z.core.$ZodIssue

const TYPE_NAMES: Record<string, Sentence> = {
  string: { vi: "chữ", en: "text" },
  number: { vi: "số", en: "a number" },
  int: { vi: "số nguyên", en: "a whole number" },
  boolean: { vi: "đúng hoặc sai (true/false)", en: "true or false" },
  array: { vi: "danh sách", en: "a list" },
  object: { vi: "một nhóm thông tin", en: "an object" },
  date: { vi: "ngày", en: "a date" },
}

const FORMAT_NAMES: Record<string, Sentence> = {
  email: { vi: "địa chỉ e-mail", en: "an e-mail address" },
  url: { vi: "địa chỉ trang web", en: "a web address" },
  date: { vi: "ngày dạng 2026-11-22", en: "a date like 2026-11-22" },
  datetime: { vi: "thời điểm dạng 2026-11-22T08:00:00Z", en: "a time like 2026-11-22T08:00:00Z" },
}

/** What is wrong with one input field, in words of the reader. A custom issue may bring its own with `params: {vi, en}`. */
export function issueSentence(issue: Issue): Sentence {
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, issue.input)
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive ?? true)
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive ?? true)
    case "invalid_format": {
      const name = FORMAT_NAMES[issue.format]
      if (name) return { vi: `Cần ${name.vi}.`, en: `This must be ${name.en}.` }
      return { vi: "Không đúng định dạng.", en: "This does not have the expected form." }
    }
    case "not_multiple_of":
      return { vi: `Cần là bội số của ${issue.divisor}.`, en: `This must be a multiple of ${issue.divisor}.` }
    case "invalid_value": {
      const values = issue.values.map(String).join(", ")
      return { vi: `Chỉ nhận một trong các giá trị: ${values}.`, en: `This must be one of: ${values}.` }
    }
    case "unrecognized_keys":
      return unknownField()
    case "custom":
      return customSentence(issue)
    default:
      return { vi: "Giá trị không hợp lệ.", en: "This value is not valid." }
  }
}

export function unknownField(): Sentence {
  return { vi: "Không có mục này.", en: "There is no such field." }
}

function wrongType(expected: string, input: unknown): Sentence {
  if (input === undefined || input === null || (typeof input === "string" && input.trim() === "")) {
    return { vi: "Cần điền mục này.", en: "This is required." }
  }
  const name = TYPE_NAMES[expected]
  if (!name) return { vi: "Giá trị không đúng kiểu.", en: "This value has the wrong type." }
  return { vi: `Cần là ${name.vi}.`, en: `This must be ${name.en}.` }
}

function tooSmall(origin: string, minimum: number, inclusive: boolean): Sentence {
  if (origin === "string") {
    if (minimum <= 1) return { vi: "Cần điền mục này.", en: "This is required." }
    return { vi: `Cần ít nhất ${minimum} ký tự.`, en: `This needs at least ${minimum} characters.` }
  }
  if (origin === "array" || origin === "set") {
    return { vi: `Cần ít nhất ${minimum} mục.`, en: `This needs at least ${minimum} ${minimum === 1 ? "item" : "items"}.` }
  }
  return inclusive
    ? { vi: `Không được nhỏ hơn ${minimum}.`, en: `This must not be less than ${minimum}.` }
    : { vi: `Phải lớn hơn ${minimum}.`, en: `This must be greater than ${minimum}.` }
}

function tooBig(origin: string, maximum: number, inclusive: boolean): Sentence {
  if (origin === "string") {
    return { vi: `Không quá ${maximum} ký tự.`, en: `This must not be longer than ${maximum} characters.` }
  }
  if (origin === "array" || origin === "set") {
    return { vi: `Không quá ${maximum} mục.`, en: `This must not have more than ${maximum} items.` }
  }
  return inclusive
    ? { vi: `Không được lớn hơn ${maximum}.`, en: `This must not be greater than ${maximum}.` }
    : { vi: `Phải nhỏ hơn ${maximum}.`, en: `This must be less than ${maximum}.` }
}

function customSentence(issue: Extract<Issue, { code: "custom" }>): Sentence {
  const { vi, en } = (issue.params ?? {}) as Partial<Sentence>
  if (typeof vi === "string" && typeof en === "string") return { vi, en }
  return { vi: "Giá trị không hợp lệ.", en: "This value is not valid." }
}
