import type { VietQr } from "@/lib/types";

/**
 * Banks by the BIN that NAPAS gave them, and the short code by which VietQR's hand-over page knows them
 * (vietqr.io, "Deeplink app ngân hàng"). Only a bank with `name` can be opened as an app from there.
 */
const banks: Record<string, { code: string; name?: string }> = {
  "970436": { code: "vcb", name: "Vietcombank" },
  "970415": { code: "icb", name: "VietinBank" },
  "970418": { code: "bidv", name: "BIDV" },
  "970405": { code: "vba", name: "Agribank" },
  "970422": { code: "mb", name: "MB" },
  "970407": { code: "tcb", name: "Techcombank" },
  "970416": { code: "acb", name: "ACB" },
  "970432": { code: "vpb", name: "VPBank" },
  "970423": { code: "tpb", name: "TPBank" },
  "970441": { code: "vib", name: "VIB" },
  "970437": { code: "hdb", name: "HDBank" },
  "970448": { code: "ocb", name: "OCB" },
  "970443": { code: "shb", name: "SHB" },
  "970426": { code: "msb", name: "MSB" },
  "970403": { code: "stb" },
  "970449": { code: "lpb" },
  "970440": { code: "seab" },
  "970431": { code: "eib" },
  "970428": { code: "nab" },
  "970409": { code: "bab" },
};

export type BankApp = { name: string; href: string };

/**
 * Links that open a banking app with account, amount and message filled in: `dl.vietqr.io/pay?app&ba&am&tn&bn`.
 * There is no universal scheme, so the buyer picks the bank. Empty when the payee's bank has no known code:
 * a form filled in wrong is worse than a QR.
 */
export function bankAppLinks(qr: VietQr): BankApp[] {
  const payeeBank = Object.hasOwn(banks, qr.bin) ? banks[qr.bin]?.code : undefined;
  if (!payeeBank) return [];
  return Object.values(banks).flatMap(({ code, name }) => {
    if (!name) return [];
    const query = new URLSearchParams({ app: code, ba: `${qr.account_number}@${payeeBank}`, am: String(qr.amount_vnd), tn: qr.memo, bn: qr.account_name });
    return [{ name, href: `https://dl.vietqr.io/pay?${query}` }];
  });
}
