/** Short names of banks by BIN, from the list of NAPAS 247 members as of 2026-11; an unlisted bank is still payable. */
const BANKS: Record<string, string> = {
  "970400": "SaigonBank",
  "970403": "Sacombank",
  "970405": "Agribank",
  "970406": "DongA Bank",
  "970407": "Techcombank",
  "970409": "BacABank",
  "970412": "PVcomBank",
  "970415": "VietinBank",
  "970416": "ACB",
  "970418": "BIDV",
  "970419": "NCB",
  "970422": "MBBank",
  "970423": "TPBank",
  "970424": "ShinhanBank",
  "970425": "ABBANK",
  "970426": "MSB",
  "970427": "VietABank",
  "970428": "NamABank",
  "970429": "SCB",
  "970430": "PGBank",
  "970431": "Eximbank",
  "970432": "VPBank",
  "970433": "VietBank",
  "970436": "Vietcombank",
  "970437": "HDBank",
  "970438": "BaoVietBank",
  "970440": "SeABank",
  "970441": "VIB",
  "970443": "SHB",
  "970448": "OCB",
  "970449": "LPBank",
  "970452": "KienLongBank",
  "970454": "VietCapitalBank",
  "546034": "CAKE",
  "546035": "Ubank",
  "963388": "Timo",
  "963369": "Liobank",
  "963399": "Umee",
}

/**
 * Digital banks that have a BIN of their own and no licence: the bank under whose roof they are. Their full names say it in
 * VietQR's list of banks ("Ngân hàng số CAKE by VPBank") and in MoMo's (Umee by Kienlongbank, Liobank by OCB). Of TNEX (MSB)
 * no list we know has a BIN.
 */
export const BANK_ROOFS: Readonly<Record<string, string>> = {
  "546034": "970432",
  "546035": "970432",
  "963388": "970454",
  "963369": "970448",
  "963399": "970452",
}

/** Whether somebody who names the bank `named` may mean the bank `bin`: itself, or a digital one under its roof. */
export function namesBank(named: string, bin: string): boolean {
  return named === bin || BANK_ROOFS[bin] === named
}

/**
 * The simulated bank of SANDBOX, under a BIN no bank of Viet Nam has. It is told of and matched like any other, and cannot
 * be chosen as the bank of an account: money there exists nowhere.
 */
export const SANDBOX_BANK = { bin: "970499", name: "Ngân hàng thử nghiệm", shortName: "SandboxBank" }

export function bankName(bin: string): string {
  return BANKS[bin] ?? (bin === SANDBOX_BANK.bin ? SANDBOX_BANK.name : `BIN ${bin}`)
}

export type Bank = { bin: string; name: string }

/** Every bank we know by name, in the order of the names: for choosing one. */
export function listBanks(): Bank[] {
  return Object.entries(BANKS)
    .map(([bin, name]) => ({ bin, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"))
}

export const isKnownBank = (bin: string): boolean => Object.hasOwn(BANKS, bin)

/** What aggregators and apps write for a bank besides its short name. */
const ALIASES: Record<string, string> = {
  mb: "970422", vcb: "970436", vtb: "970415", ctg: "970415", icb: "970415", tcb: "970407", vpb: "970432", tpb: "970423", stb: "970403",
  vba: "970405", hdb: "970437", eib: "970431", seab: "970440", lpb: "970449", lienvietpostbank: "970449", ncbbank: "970419", acbbank: "970416",
  bvbank: "970454", banviet: "970454", pvcom: "970412", kienlong: "970452", msbbank: "970426", shbbank: "970443", ocbbank: "970448", vibbank: "970441",
  cakebyvpbank: "546034", ubankbyvpbank: "546035", timobybanvietbank: "963388", liobankbyocb: "963369", umeebykienlongbank: "963399",
}

const bare = (name: string) => name.normalize("NFD").replace(/[^A-Za-z0-9]/g, "").toLowerCase()
/** By name, without accents, blanks and capitals. */
export const BANK_NAMES: ReadonlyMap<string, string> = new Map([...Object.entries(BANKS).map(([bin, name]): [string, string] => [bare(name), bin]), ...Object.entries(ALIASES), [bare(SANDBOX_BANK.name), SANDBOX_BANK.bin], [bare(SANDBOX_BANK.shortName), SANDBOX_BANK.bin]])

/** The BIN behind a bank's name as an aggregator writes it; null when that is no name we know: nobody guesses. */
export function bankOfName(name: string): string | null {
  return BANK_NAMES.get(bare(name)) ?? null
}
