/**
 * Seconds until a JWT expires, for the cookie's max-age. The signature is the backend's affair: a
 * forged token only gives its maker a cookie that the backend refuses. No readable `exp`: null.
 */
export function tokenLifetimeSeconds(token: string, nowMs: number): number | null {
  const payload = token.split(".")[1];
  if (!payload) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    if (typeof claims !== "object" || claims === null || !("exp" in claims)) return null;
    if (typeof claims.exp !== "number") return null;
    return Math.max(0, Math.floor(claims.exp - nowMs / 1000));
  } catch {
    return null;
  }
}
