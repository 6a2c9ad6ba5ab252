/** What a place is called in an address, today's kinds and those before 1 July 2025. */
export type KindWord = "xa" | "phuong" | "thi_tran" | "dac_khu" | "huyen" | "quan" | "thi_xa" | "thanh_pho" | "tinh"

export type Level = "commune" | "district" | "province"

/** The levels a kind can stand at. Islands without communes were districts and are special zones: they count as both. */
export const LEVELS: Record<KindWord, readonly Level[]> = {
  xa: ["commune"],
  phuong: ["commune"],
  thi_tran: ["commune"],
  dac_khu: ["commune"],
  huyen: ["district", "commune"],
  quan: ["district"],
  thi_xa: ["district"],
  thanh_pho: ["district", "province"],
  tinh: ["province"],
}

type Spelling = { words: readonly string[]; written: readonly string[]; kinds: readonly KindWord[] }

const spelt = (text: string, written: string, ...kinds: KindWord[]): Spelling => ({ words: text.split(" "), written: written.split(" "), kinds })

/** How people write the kinds, folded and with their marks (tone behind the syllable); the longest first. */
const BEFORE_NAME: readonly Spelling[] = [
  spelt("thanh pho", "thanh\u0300 phô\u0301", "thanh_pho"),
  spelt("thi tran", "thi\u0323 trân\u0301", "thi_tran"),
  spelt("thi xa", "thi\u0323 xa\u0303", "thi_xa"),
  spelt("dac khu", "đăc\u0323 khu", "dac_khu"),
  spelt("t p", "t p", "thanh_pho"),
  spelt("t x", "t x", "thi_xa"),
  spelt("t t", "t t", "thi_tran"),
  spelt("phuong", "phương\u0300", "phuong"),
  spelt("huyen", "huyên\u0323", "huyen"),
  spelt("quan", "quân\u0323", "quan"),
  spelt("tinh", "tinh\u0309", "tinh"),
  spelt("xa", "xa\u0303", "xa"),
  spelt("tp", "tp", "thanh_pho"),
  spelt("tx", "tx", "thi_xa"),
  spelt("tt", "tt", "thi_tran"),
  spelt("dk", "đk", "dac_khu"),
  spelt("x", "x", "xa"),
  spelt("p", "p", "phuong"),
  spelt("f", "f", "phuong"),
  spelt("h", "h", "huyen"),
  spelt("q", "q", "quan"),
  spelt("t", "t", "tinh"),
  spelt("ward", "ward", "phuong"),
  spelt("commune", "commune", "xa"),
  spelt("district", "district", "huyen", "quan", "thi_xa"),
  spelt("city", "city", "thanh_pho"),
  spelt("province", "province", "tinh"),
]

/** English puts the kind behind: "Tan Cuong commune, Thai Nguyen province". */
const BEHIND_NAME: readonly Spelling[] = [
  spelt("special zone", "special zone", "dac_khu"),
  spelt("commune", "commune", "xa", "thi_tran"),
  spelt("ward", "ward", "phuong"),
  spelt("township", "township", "thi_tran"),
  spelt("town", "town", "thi_xa", "thi_tran"),
  spelt("district", "district", "huyen", "quan", "thi_xa"),
  spelt("city", "city", "thanh_pho"),
  spelt("province", "province", "tinh"),
]

type ReadableWord = { key: string; written: string; before: string }
export type KindRead = { length: number; kinds: readonly KindWord[] }

/** The kind that ends right before the word at `at`. */
export function kindBefore(words: readonly ReadableWord[], at: number): KindRead | null {
  return longest(BEFORE_NAME, (length) => at - length, words)
}

/** The kind that begins at `at`: a name may end here. */
export function kindAt(words: readonly ReadableWord[], at: number): KindRead | null {
  return longest(BEFORE_NAME, () => at, words)
}

export function englishKindAt(words: readonly ReadableWord[], at: number): KindRead | null {
  return longest(BEHIND_NAME, () => at, words)
}

function longest(spellings: readonly Spelling[], startOf: (length: number) => number, words: readonly ReadableWord[]): KindRead | null {
  for (const spelling of spellings) {
    const start = startOf(spelling.words.length)
    if (start < 0 || !spelling.words.every((key, i) => fits(words[start + i], key, spelling.written[i] ?? key))) continue
    return { length: spelling.words.length, kinds: spelling.kinds }
  }
  return null
}

/** "Phường" and "phuong" are the kind; "Phương" is somebody's name. */
function fits(word: ReadableWord | undefined, key: string, written: string): boolean {
  return word?.key === key && (word.written === key || word.written === written)
}

const FULL_KIND = /^(thành phố|thị trấn|thi trấn|thị xã|đặc khu|phường|huyện|quận|tỉnh|xã)\s+(?=\S)/iu

const KIND_OF: Record<string, KindWord> = {
  "thành phố": "thanh_pho",
  "thị trấn": "thi_tran",
  // One row of the conversion table is misspelt so.
  "thi trấn": "thi_tran",
  "thị xã": "thi_xa",
  "đặc khu": "dac_khu",
  phường: "phuong",
  huyện: "huyen",
  quận: "quan",
  tỉnh: "tinh",
  xã: "xa",
}

/** "Thị xã Phổ Yên" → its kind and its name; a name without a kind has none. */
export function splitFullName(fullName: string): { kind: KindWord | null; name: string } {
  const name = fullName.normalize("NFC")
  const found = FULL_KIND.exec(name)
  if (!found) return { kind: null, name }
  return { kind: KIND_OF[(found[1] ?? "").toLowerCase()] ?? null, name: name.slice(found[0].length) }
}
