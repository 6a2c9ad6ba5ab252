/** Escapes what is interpolated; markup made by `html` itself is passed on. No page is built any other way. */
export class Markup {
  constructor(readonly text: string) {}
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }

type Part = Markup | string | number | Part[]

export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, chunk, index) => text + render(parts[index - 1] ?? "") + chunk))
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text
  if (Array.isArray(part)) return part.map(render).join("")
  return String(part).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

const STYLE = new Markup(`
  * { box-sizing: border-box }
  body { margin: 0; font: 17px/1.5 system-ui, sans-serif; color: #1c1917; background: #f5f5f4 }
  main { max-width: 32rem; margin: 0 auto; padding: 1rem }
  .sandbox { background: #78350f; color: #fff; padding: .75rem 1rem; text-align: center; font-weight: 600 }
  .card { background: #fff; border: 1px solid #d6d3d1; border-radius: .75rem; padding: 1rem; margin: 1rem 0 }
  h1 { font-size: 1.3rem; margin: .5rem 0 } h2 { font-size: 1.05rem; margin: 0 0 .5rem }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; margin: 0 }
  dt { color: #57534e } dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; text-align: right }
  .amount { font-size: 1.6rem; font-weight: 700; margin: .25rem 0 }
  label { display: block; margin: .75rem 0 .25rem; font-weight: 600 }
  input, select, textarea { width: 100%; min-height: 44px; font: inherit; padding: .5rem .75rem; border: 1px solid #78716c; border-radius: .5rem; background: #fff }
  button, .button { display: block; width: 100%; min-height: 48px; margin: .75rem 0 0; font: inherit; font-weight: 700; border: 0; border-radius: .5rem;
    background: #166534; color: #fff; text-align: center; text-decoration: none; line-height: 48px; cursor: pointer }
  button.plain { background: #e7e5e4; color: #1c1917 } button.warn { background: #9a3412 }
  :focus-visible { outline: 3px solid #1d4ed8; outline-offset: 2px }
  .note { color: #57534e; font-size: .95rem } .bad { color: #991b1b; font-weight: 600 } .good { color: #166534; font-weight: 600 }
`)

/** A whole page, readable on a phone, that says of itself that it is a simulation. */
export function sandboxPage(title: string, body: Markup): string {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title} – mô phỏng</title><style>${STYLE}</style>
</head>
<body>
<div class="sandbox" role="note">Trang mô phỏng để chạy thử. Không có tiền thật, không phải ngân hàng thật.</div>
<main>${body}</main>
</body>
</html>`.text
}

export function dong(amountVnd: number): string {
  return `${amountVnd.toLocaleString("vi-VN")} ₫`
}
