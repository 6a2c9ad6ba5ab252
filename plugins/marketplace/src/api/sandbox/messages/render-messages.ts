export type SandboxMessage = { id: string; to: string; channel: string; text: string; code?: string; created_at: string }

/** The sandbox inbox as a page for a phone: newest first, and it looks again by itself. Everything shown is escaped. */
export function renderMessages(messages: SandboxMessage[], to: string | undefined, nonce: string): string {
  const entries = messages.map(renderMessage).join("\n") || '<p class="none">Chưa có tin nhắn nào. · No messages yet.</p>'
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<noscript><meta http-equiv="refresh" content="5"></noscript>
<title>Hộp thư thử nghiệm</title>
<style>
  :root { color-scheme: light dark; --paper: #fbf8f2; --card: #fff; --ink: #1b1f1d; --soft: #55605a; --line: #e4ded2; --code: #e3f0e7 }
  @media (prefers-color-scheme: dark) { :root { --paper: #171a18; --card: #212622; --ink: #f0ede6; --soft: #b4bdb6; --line: #3a413c; --code: #1f3d2c } }
  body { margin: 0 auto; max-width: 40rem; padding: 16px; background: var(--paper); color: var(--ink); font: 17px/1.55 system-ui, sans-serif }
  h1 { font-size: 1.3rem; margin: 0 } .note, .none, header span { color: var(--soft) }
  form { display: flex; gap: 8px; margin: 16px 0 }
  input, button { font: inherit; min-height: 44px; border-radius: 10px; border: 1px solid var(--soft); padding: 0 12px; background: var(--card); color: inherit }
  input { flex: 1; min-width: 0 }
  article { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; margin: 12px 0; overflow-wrap: anywhere }
  article p { margin: 8px 0 } header { display: flex; justify-content: space-between; gap: 8px; flex-wrap: wrap }
  output { display: inline-block; background: var(--code); border-radius: 10px; padding: 4px 16px; font-size: 1.6rem; letter-spacing: .12em; font-variant-numeric: tabular-nums; user-select: all }
</style>
</head>
<body>
<h1>Hộp thư thử nghiệm</h1>
<p class="note">Tin nhắn trong bản chạy thử không gửi ra ngoài mà nằm ở đây. · In the sandbox, messages are not sent; they are kept here.</p>
<form method="get"><input name="to" value="${escapeHtml(to ?? "")}" placeholder="0912 345 678" aria-label="Người nhận · Recipient"><button>Xem</button></form>
<main aria-live="polite">
${entries}
</main>
<script nonce="${nonce}">
setInterval(async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href, { headers: { accept: "text/html" } })).text(), "text/html")
  const fresh = page.querySelector("main"), shown = document.querySelector("main")
  if (fresh && shown && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(fresh)
}, 3000)
</script>
</body>
</html>
`
}

function renderMessage({ id, to, channel, text, code, created_at }: SandboxMessage): string {
  const shown = new Date(created_at).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" })
  return `<article id="${escapeHtml(id)}">
<header><strong>${escapeHtml(to)}</strong> <span>${escapeHtml(channel)} · <time datetime="${escapeHtml(created_at)}">${escapeHtml(shown)}</time></span></header>
${code === undefined ? "" : `<output>${escapeHtml(code)}</output>\n`}<p>${escapeHtml(text)}</p>
</article>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
