import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { Problem } from "./problem.mjs";
import { root } from "./paths.mjs";

// Every setting of the house, in the order of .env.example. This file has no dependencies, because a
// bad setting must be named before anything is installed.
const port = (fallback, about) => ({ kind: "port", fallback, about });
const url = (protocols, about) => ({ kind: "url", protocols, about });
const secret = (about) => ({ kind: "secret", about });
const text = (about) => ({ kind: "text", about });
const flag = (about) => ({ kind: "flag", about });
const web = ["http:", "https:"];

export const schema = {
  DATA_DIR: { kind: "path", fallback: ".data", about: "where the database, uploads, logs and secrets live" },
  BACKEND_PORT: port(9000, "port of the backend and the operator's admin"),
  STOREFRONT_PORT: port(8000, "port of the shop, the seller pages and the officials' pages"),
  BACKEND_URL: url(web, "address of the backend as browsers see it (http://localhost:BACKEND_PORT)"),
  STOREFRONT_URL: url(web, "address of the storefront as browsers see it (http://localhost:STOREFRONT_PORT)"),
  LISTEN_HOST: text("address to listen on (all of this machine)"),
  DATABASE_URL: url(["postgres:", "postgresql:"], "a PostgreSQL 16+ of your own instead of the embedded one"),
  DATABASE_SSL: flag("speak TLS to DATABASE_URL"),
  DATABASE_CONNECTIONS: { kind: "whole", about: "connections to the database that one server process opens at most (20; never fewer than 5)" },
  REDIS_URL: url(["redis:", "rediss:"], "Redis for events, workflows, locks and caching"),
  MEILISEARCH_HOST: url(web, "Meilisearch instead of PostgreSQL as the search engine"),
  MEILISEARCH_API_KEY: secret("key of Meilisearch"),
  S3_BUCKET: text("bucket for photographs instead of DATA_DIR/uploads"),
  S3_REGION: text("region of the bucket"),
  S3_ENDPOINT: url(web, "endpoint of an S3-compatible store"),
  S3_ACCESS_KEY_ID: text("access key of the store"),
  S3_SECRET_ACCESS_KEY: secret("secret key of the store"),
  S3_PUBLIC_URL: url(web, "public address of the bucket, when it is not the endpoint's"),
  VNPAY_TMN_CODE: text("terminal code given by VNPay"),
  VNPAY_HASH_SECRET: secret("hash secret given by VNPay"),
  VNPAY_HASH_SECRET_PREVIOUS: secret("the hash secret before it was changed, still believed"),
  VNPAY_FORMER_TERMINALS: { kind: "terminals", about: "terminals payments were begun at before VNPAY_TMN_CODE was changed, with their hash secrets: CODE:SECRET, or CODE:SECRET:PREVIOUS_SECRET, parted by commas" },
  VNPAY_PAY_URL: url(web, "VNPay's payment page"),
  VNPAY_API_URL: url(web, "VNPay's query and refund API"),
  VNPAY_GENQR: flag("VNPay gave the terminal QR codes of its own (genqr)"),
  VNPAY_QUERY_AFTER_SECONDS: { kind: "seconds", about: "how long after the buyer's return VNPay is asked about a payment it did not report (120)" },
  SEPAY_WEBHOOK_SECRET: secret("secret SePay signs its notices with"),
  SEPAY_API_KEY: secret("the key SePay sends, when it is set to send one instead of signing"),
  SEPAY_API_TOKEN: secret("opens SePay's list of transactions, from which what its notices lost is fetched"),
  SEPAY_API_URL: url(web, "address of SePay's API (https://my.sepay.vn)"),
  PAYOS_CHECKSUM_KEY: secret("checksum key of payOS"),
  CASSO_CHECKSUM_KEY: secret("checksum key of Casso"),
  CASSO_API_KEY: secret("opens Casso's list of transactions, from which what its notices lost is fetched"),
  CASSO_API_URL: url(web, "address of Casso's API (https://oauth.casso.vn)"),
  PAYMENT_ENCRYPTION_KEY: secret("seals the bank secrets that shops entrust to the fair and what webhooks are signed with; made once in DATA_DIR when not given"),
  PAYMENT_ENCRYPTION_KEY_PREVIOUS: secret("that key before it was changed, until every server has started once with the new one"),
  PAYMENT_API_KEY: secret("the sk_… of the Stripe-shaped API"),
  PAYMENT_API_KEY_PREVIOUS: secret("the sk_… before the last change of keys, while callers are given the new one"),
  PAYMENT_ACCOUNT_BIN: text("bank (six digits) of the account that is paid by a VietQR of the Stripe-shaped API"),
  PAYMENT_ACCOUNT_NUMBER: text("number of that account"),
  PAYMENT_ACCOUNT_NAME: text("holder of that account, as the bank shows it"),
  PAYMENT_WEBHOOK_URL: url(web, "an endpoint of yours that hears of every payment"),
  PAYMENT_WEBHOOK_SECRET: secret("secret the webhooks to PAYMENT_WEBHOOK_URL are signed with"),
  PAYMENT_WEBHOOK_SECRET_PREVIOUS: secret("the secret before it was changed, still signing beside the new one"),
  PAYMENT_WINDOW_VIETQR_MINUTES: text("how many minutes a buyer has for a bank transfer, 120 unless given"),
  PAYMENT_WINDOW_VNPAY_MINUTES: text("how many minutes a buyer has for VNPay, 90 unless given"),
  PAYMENT_WINDOW_COD_MINUTES: text("how many minutes a seller has to confirm a cash order, 4320 unless given"),
  PAYMENT_GRACE_SECONDS: { kind: "seconds", about: "how long a late payment is waited for after its time is up" },
  PAYOUT_HOLD_DAYS: { kind: "whole", about: "days from delivery to the payout to the seller (7; in the sandbox 0)" },
  PAYOUT_UNDELIVERED_DAYS: { kind: "whole", about: "days on the road after which goods count as delivered when nobody said so (14; in the sandbox 0)" },
  PAYOUT_MIN_VND: { kind: "whole", about: "the least that is paid out to a seller, in đồng (10000)" },
  PAYOUT_COOL_OFF_HOURS: { kind: "whole", about: "hours a seller's changed bank account waits before it is paid to (72; in the sandbox 0)" },
  PAYOUT_WATCH_DAYS: { kind: "whole", about: "days for which payOS is asked whether what it paid was given back (7)" },
  FOUR_EYES_ACCOUNT_AGE_HOURS: { kind: "whole", about: "hours an operator's account must be there before it counts as one of the two persons money needs (72; in the sandbox 0)" },
  PAYOS_PAYOUT_CLIENT_ID: text("client id of the payOS channel sellers are paid by; without the three keys only bank files are offered"),
  PAYOS_PAYOUT_API_KEY: secret("API key of that channel"),
  PAYOS_PAYOUT_CHECKSUM_KEY: secret("checksum key of that channel"),
  PAYOS_PAYOUT_URL: url(web, "address of payOS's API (https://api-merchant.payos.vn)"),
  MESSAGE_WEBHOOK_URL: url(web, "where codes and messages are handed to a gateway of yours"),
  MESSAGE_WEBHOOK_SECRET: secret("secret those messages are signed with"),
  SANDBOX: flag("the payment and message simulator"),
  JWT_SECRET: secret("signs tokens; made once in DATA_DIR when not given"),
  COOKIE_SECRET: secret("signs cookies; made once in DATA_DIR when not given"),
  OCOP_SIGNING_KEY: { kind: "seed", about: "signs the statements on labels, 64 hex digits; made once in DATA_DIR when not given" },
  OCOP_RETIRED_KEYS: text("public keys of former signing keys, parted by commas: their labels stay genuine"),
  WORKER_MODE: { kind: "choice", choices: ["shared", "server", "worker"], about: "what this backend does: everything, only HTTP, or only background work" },
};

const describe = (name, spec) => `${name} (${spec.about})`;

const parsers = {
  path: (value) => (isAbsolute(value) ? value : resolve(root, value)),
  port(value, name, spec) {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= 1 && number <= 65535) return number;
    throw new Problem(`${describe(name, spec)} must be a port number from 1 to 65535, not "${value}".`);
  },
  url(value, name, spec) {
    const forms = spec.protocols.map((protocol) => `${protocol}//`).join(" or ");
    if (URL.canParse(value) && spec.protocols.includes(new URL(value).protocol) && new URL(value).hostname) return value.replace(/\/$/, "");
    throw new Problem(`${describe(name, spec)} must be an address that begins with ${forms}.`);
  },
  whole(value, name, spec) {
    if (/^\d{1,9}$/.test(value)) return Number(value);
    throw new Problem(`${describe(name, spec)} must be a whole number, not "${value}".`);
  },
  seconds(value, name, spec) {
    if (/^\d{1,7}$/.test(value)) return Number(value);
    throw new Problem(`${describe(name, spec)} must be a whole number of seconds, not "${value}".`);
  },
  flag(value, name, spec) {
    if (value === "true" || value === "false") return value === "true";
    throw new Problem(`${describe(name, spec)} must be "true" or "false", not "${value}".`);
  },
  choice(value, name, spec) {
    if (spec.choices.includes(value)) return value;
    throw new Problem(`${describe(name, spec)} must be one of ${spec.choices.join(", ")}, not "${value}".`);
  },
  secret(value, name, spec) {
    if (value.length >= 8) return value;
    throw new Problem(`${describe(name, spec)} must be at least 8 characters long.`);
  },
  /** The sentence says which one, never what is written there. */
  terminals(value, name, spec) {
    const wrong = value.split(",").findIndex((entry) => !/^[A-Za-z0-9]{1,20}(:[^\s:,;]{8,200}){1,2}$/.test(entry.trim()));
    if (wrong < 0) return value;
    throw new Problem(`${describe(name, spec)} is not understood at number ${wrong + 1}.`);
  },
  seed(value, name, spec) {
    if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase();
    throw new Problem(`${describe(name, spec)} must be 64 hex digits.`);
  },
  text: (value) => value,
};

export function isOnThisMachine(address) {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "").toLowerCase();
  return host === "localhost" || host.endsWith(".localhost") || host === "::1" || (isIP(host) === 4 && host.startsWith("127.")) || host === hostname().toLowerCase();
}

function together(settings, names) {
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return;
  throw new Problem(`${missing[0]} is missing: ${names.join(", ")} are given together or not at all.`);
}

/** Reads and checks all settings. Unset ones are undefined, except those with a default. */
export function readSettings(environment) {
  const settings = {};
  for (const [name, spec] of Object.entries(schema)) {
    const value = environment[name]?.trim();
    if (value) settings[name] = parsers[spec.kind](value, name, spec);
    else settings[name] = spec.fallback === undefined ? undefined : parsers[spec.kind](String(spec.fallback), name, spec);
  }
  if (settings.BACKEND_PORT === settings.STOREFRONT_PORT) throw new Problem(`BACKEND_PORT and STOREFRONT_PORT are both ${settings.BACKEND_PORT}: give them different ports.`);
  settings.BACKEND_URL ??= `http://localhost:${settings.BACKEND_PORT}`;
  settings.STOREFRONT_URL ??= `http://localhost:${settings.STOREFRONT_PORT}`;
  if (settings.MEILISEARCH_API_KEY && !settings.MEILISEARCH_HOST) throw new Problem("MEILISEARCH_API_KEY is given without MEILISEARCH_HOST: give both or neither.");
  together(settings, ["S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]);
  settings.SANDBOX ??= settings.DATABASE_URL === undefined;
  if (!settings.SANDBOX) together(settings, ["VNPAY_TMN_CODE", "VNPAY_HASH_SECRET", "VNPAY_PAY_URL", "VNPAY_API_URL"]);
  together(settings, ["MESSAGE_WEBHOOK_URL", "MESSAGE_WEBHOOK_SECRET"]);
  together(settings, ["PAYOS_PAYOUT_CLIENT_ID", "PAYOS_PAYOUT_API_KEY", "PAYOS_PAYOUT_CHECKSUM_KEY"]);
  together(settings, ["PAYMENT_WEBHOOK_URL", "PAYMENT_WEBHOOK_SECRET"]);
  refuseSandboxWithRealCounterparts(settings);
  return settings;
}

/** Play money and real counterparts never meet: nobody may be charged, or written to, by a simulation. */
function refuseSandboxWithRealCounterparts(settings) {
  if (!settings.SANDBOX) return;
  for (const name of ["VNPAY_PAY_URL", "VNPAY_API_URL", "SEPAY_API_URL", "CASSO_API_URL", "PAYOS_PAYOUT_URL", "MESSAGE_WEBHOOK_URL"]) {
    if (settings[name] === undefined || isOnThisMachine(settings[name])) continue;
    throw new Problem(`The sandbox is on while ${name} points outside this machine (${new URL(settings[name]).host}): set SANDBOX=false, or unset ${name}.`);
  }
}

/** The repository's .env fills in what the environment does not say; tests (CHO_PHIEN_NO_ENV_FILE) do without. */
export function loadSettings() {
  const file = join(root, ".env");
  if (existsSync(file) && !process.env.CHO_PHIEN_NO_ENV_FILE) process.loadEnvFile(file);
  return readSettings(process.env);
}
