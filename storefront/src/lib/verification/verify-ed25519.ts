import { fromBase64url } from "./base64url";
import type { Verify } from "./check-statement";

/** RFC 8032 §7.1, test 1: shows whether a verifier works here, and whether it also refuses. */
const probe = {
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  signature: "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc-bRr0lv18FlbviRlUUFDjnoQCw",
  message: new Uint8Array(0),
};

/**
 * The browser's own Ed25519 where there is one, otherwise @noble/ed25519, fetched at once: what is needed without a
 * network must be here before it is gone. Outside https browsers have no `crypto.subtle`, so SHA-512 comes along.
 */
export async function loadVerifier(subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle): Promise<{ verify: Verify; by: "browser" | "library" }> {
  const native = subtle && nativeVerifier(subtle);
  if (native && (await works(native))) return { verify: native, by: "browser" };
  const [ed25519, { sha512 }] = await Promise.all([import("@noble/ed25519"), import("@noble/hashes/sha2")]);
  ed25519.hashes.sha512 = (message) => Uint8Array.from(sha512(message));
  const verify: Verify = async (x, message, signature) => {
    const key = fromBase64url(x);
    try {
      // Not the lax rules of ZIP 215: what OpenSSL refuses must not pass here.
      return key !== null && ed25519.verify(signature, message, key, { zip215: false });
    } catch {
      return false;
    }
  };
  return { verify, by: "library" };
}

function nativeVerifier(subtle: SubtleCrypto): Verify {
  return async (x, message, signature) => {
    const key = await subtle.importKey("jwk", { kty: "OKP", crv: "Ed25519", x }, { name: "Ed25519" }, false, ["verify"]);
    return subtle.verify({ name: "Ed25519" }, key, signature, message);
  };
}

async function works(verify: Verify): Promise<boolean> {
  const signature = fromBase64url(probe.signature);
  if (!signature) return false;
  try {
    const broken = Uint8Array.from(signature, (byte, at) => (at === 0 ? byte ^ 1 : byte));
    return (await verify(probe.x, probe.message, signature)) && !(await verify(probe.x, probe.message, broken));
  } catch {
    return false;
  }
}
