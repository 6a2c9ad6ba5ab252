/**
 * VNPay wants order information "in Vietnamese without diacritics and without special characters", and the six
 * public encoders of its signature agree only on this alphabet; anything else becomes a space.
 */
export function foldForVnpay(text: string, maxLength = 255): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .replace(/[^A-Za-z0-9 .:_-]/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, maxLength)
    .trim()
}
