import { createRequire } from "node:module"
import { redactAddress, redactReferrer } from "./redact-address"

type LoggedRequest = { originalUrl?: string; url?: string; headers: Record<string, string | string[] | undefined> }
type Morgan = { token(name: string, value: (req: LoggedRequest) => string | undefined): unknown }

/**
 * Medusa writes every request's address and referrer into the access log, whole. Its logger asks morgan's tokens for
 * both, so these are replaced, in the very instance that the framework uses. Without that instance the start fails:
 * better no house than one that writes its keys down.
 */
export function closeAccessLog(): void {
  const ofFramework = createRequire(require.resolve("@medusajs/framework/http"))
  const morgan = ofFramework("morgan") as Morgan
  morgan.token("url", (req) => redactAddress(req.originalUrl ?? req.url ?? ""))
  morgan.token("referrer", ({ headers }) => {
    const referrer = headers.referer ?? headers.referrer
    return typeof referrer === "string" ? redactReferrer(referrer) : undefined
  })
}
