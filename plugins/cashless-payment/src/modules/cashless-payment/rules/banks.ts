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
}

export function bankName(bin: string): string {
  return BANKS[bin] ?? `BIN ${bin}`
}

export type Bank = { bin: string; name: string }

/** Every bank we know by name, in the order of the names: for choosing one. */
export function listBanks(): Bank[] {
  return Object.entries(BANKS)
    .map(([bin, name]) => ({ bin, name }))
    .sort((a, b) => a.name.localeCompare(b.name, "vi"))
}

export const isKnownBank = (bin: string): boolean => Object.hasOwn(BANKS, bin)
