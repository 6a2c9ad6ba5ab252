import type { PaymentIntentView, VnpayQr } from "../modules/cashless-payment/operations/payment-intent-view"
import { html, Markup } from "../sandbox/page"
import { INSTRUCTIONS_WORDS } from "./words"

export type Language = "vi" | "en"

const STYLE = new Markup(`
  * { box-sizing: border-box }
  body { margin: 0; font: 17px/1.5 system-ui, sans-serif; color: #1c1917; background: #fff }
  main { max-width: 28rem; margin: 0 auto; padding: 1rem }
  h1 { font-size: 1.35rem; line-height: 1.3; margin: .5rem 0 } p { margin: .5rem 0 }
  .qr { display: block; width: min(100%, 20rem); height: auto; margin: 1rem auto; border: 1px solid #d6d3d1; border-radius: .75rem; padding: .5rem; background: #fff }
  .amount { font-size: 1.9rem; font-weight: 700; margin: 0 }
  dl { margin: 1rem 0; border-top: 1px solid #d6d3d1 } dl div { padding: .6rem 0; border-bottom: 1px solid #d6d3d1 }
  dt { color: #57534e; font-size: .95rem } dd { margin: 0; font-weight: 600; font-size: 1.1rem; overflow-wrap: anywhere }
  .code { font-family: ui-monospace, monospace; letter-spacing: .04em; user-select: all }
  .button { display: block; min-height: 48px; line-height: 48px; text-align: center; font-weight: 700; border-radius: .5rem; background: #166534; color: #fff; text-decoration: none }
  .note, dd.note { color: #57534e; font-size: .95rem; font-weight: 400 } .state { font-size: 1.15rem; font-weight: 600 }
  .sandbox { background: #78350f; color: #fff; padding: .5rem 1rem; text-align: center; font-weight: 600 }
  nav { text-align: right } a { color: #166534 } :focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
`)

/** The page behind `hosted_instructions_url`: works without scripts, and asks for news of itself. */
export function instructionsPage(intent: PaymentIntentView | null, language: Language, sandbox: boolean): string {
  const words = INSTRUCTIONS_WORDS[language]
  const title = intent?.rail === "vnpay" ? words.vnpayTitle : words.title
  const isWaiting = intent?.status === "requires_action" || intent?.status === "processing"
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
${isWaiting ? new Markup('<meta http-equiv="refresh" content="10">') : ""}
<title>${title}</title><style>${STYLE}</style>
</head>
<body>
${sandbox ? html`<div class="sandbox" role="note">${words.sandbox}</div>` : ""}
<main>
<nav><a href="?lang=${language === "vi" ? "en" : "vi"}" lang="${language === "vi" ? "en" : "vi"}">${words.otherLanguage}</a></nav>
<h1>${title}</h1>
${intent ? body(intent, language) : html`<p class="state" role="status">${words.notFound}</p>`}
</main>
</body>
</html>`.text
}

function body(intent: PaymentIntentView, language: Language): Markup {
  const words = INSTRUCTIONS_WORDS[language]
  if (intent.status === "succeeded") return html`<p class="amount">${dong(intent.amount_vnd, language)}</p><p class="state" role="status">${words.paid}</p>`
  if (intent.status === "canceled") return html`<p class="state" role="status">${words.canceled}</p><p>${words.canceledHint}</p>`
  if (intent.status === "processing") return html`<p class="state" role="status">${words.processing}</p>`
  if (intent.status === "requires_action" && intent.vnpay_qr) return vnpayQr(intent, intent.vnpay_qr, language)
  if (intent.status !== "requires_action" || !intent.vietqr) return html`<p class="state" role="status">${words.notYet}</p>`
  const { bank_name, account_number, account_name, memo } = intent.vietqr
  const partly = intent.amount_received_vnd > 0
  const base = `/payment-instructions/${intent.id}/${intent.share_token ?? ""}`
  return html`<p>${words.open}</p>
<img class="qr" src="${base}/qr.svg" alt="${words.qr}" width="320" height="320">
<p class="note">${partly ? words.remaining : words.amount}</p>
<p class="amount">${dong(intent.amount_vnd - intent.amount_received_vnd, language)}</p>
${partly ? html`<p class="note" role="status">${words.received}: ${dong(intent.amount_received_vnd, language)}. ${words.partlyHint}</p>` : ""}
<dl>
<div><dt>${words.bank}</dt><dd>${bank_name}</dd></div>
<div><dt>${words.account}</dt><dd class="code">${account_number}</dd></div>
<div><dt>${words.holder}</dt><dd>${account_name}</dd></div>
<div><dt>${words.memo}</dt><dd class="code">${memo}</dd><dd class="note">${words.memoHint}</dd></div>
<div><dt>${words.until}</dt><dd>${time(intent.expires_at, language)}</dd></div>
</dl>
<a class="button" href="${base}/qr.png" download="vietqr-${memo}.png">${words.save}</a>
<p class="note">${words.waiting}</p>`
}

function vnpayQr(intent: PaymentIntentView, qr: VnpayQr, language: Language): Markup {
  const words = INSTRUCTIONS_WORDS[language]
  const base = `/payment-instructions/${intent.id}/${intent.share_token ?? ""}`
  return html`<p>${words.vnpayOpen}</p>
<img class="qr" src="${base}/qr.svg" alt="${words.vnpayQr}" width="320" height="320">
<p class="note">${words.amount}</p>
<p class="amount">${dong(intent.amount_vnd, language)}</p>
<dl><div><dt>${words.vnpayUntil}</dt><dd>${time(qr.expires_at, language)}</dd></div></dl>
<a class="button" href="${base}/qr.png" download="vnpay-qr.png">${words.save}</a>
<p class="note">${words.waiting}</p>`
}

function dong(amountVnd: number, language: Language): string {
  return `${amountVnd.toLocaleString(language === "vi" ? "vi-VN" : "en-US")} ₫`
}

function time(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "short" }).format(new Date(iso))
}
