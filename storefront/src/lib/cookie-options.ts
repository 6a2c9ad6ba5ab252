/** Over https a cookie never travels in the clear; on plain http (a house on one's own machine) the browser would drop it. */
export function secureCookies(): boolean {
  return (process.env.STOREFRONT_URL ?? "").startsWith("https:");
}
