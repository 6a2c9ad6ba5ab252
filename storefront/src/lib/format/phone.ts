/** `+84912345678` → `0912 345 678`; anything that is not a Vietnamese number is shown as it is. */
export function formatPhone(phone: string): string {
  const national = phone.replace(/[\s.-]/g, "").replace(/^(\+?84)(?=\d{9,10}$)/, "0");
  if (/^0\d{9}$/.test(national)) return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`;
  if (/^02\d{9}$/.test(national)) return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`;
  return phone;
}
