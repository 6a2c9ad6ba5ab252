/** `0912 345 678`, `+84 912-345-678`, `84912345678` → `+84912345678`; null when it is no Vietnamese mobile number. */
export function toE164(phone: string): string | null {
  const digits = phone.replace(/[\s.\-()]/g, "").replace(/^\+?84/, "0");
  return /^0[35789]\d{8}$/.test(digits) ? `+84${digits.slice(1)}` : null;
}
