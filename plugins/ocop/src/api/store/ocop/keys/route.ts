import { validated } from "@cho-phien/administrative-units"
import { signingKeys } from "../../../../queries/certificate-statement"

/** The public keys labels are checked with, as a JWK set (RFC 7517, RFC 8037). Retired ones still count. */
export const GET = validated({}, async (_req, res) => {
  const keys = signingKeys().published.map(({ id, x, retired }) => ({ kty: "OKP", crv: "Ed25519", alg: "EdDSA", use: "sig", kid: id, x, retired }))
  res.setHeader("Cache-Control", "public, max-age=300")
  res.json({ keys })
})
