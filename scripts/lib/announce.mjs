import { say } from "./progress.mjs";
import { withoutPassword } from "./database.mjs";

const places = [
  ["shop", "Chợ · Shop", "buyer"],
  ["seller", "Người bán · Sellers", "seller"],
  ["official", "Cán bộ · Officials", "official"],
  ["admin", "Quản trị · Operator", "operator"],
];

function accountLine(account) {
  const password = account.password && !account.how?.includes(account.password) ? ` · mật khẩu / password: ${account.password}` : "";
  return `      ${account.login}${password}${account.how ? ` — ${account.how}` : ""}`;
}

/** Where to go and how to log in, in Vietnamese and English. */
export function announce(run, { settings, readySeconds }) {
  const lines = ["", `Chợ Phiên đã mở · the fair is open (${readySeconds.toFixed(1)} s)`, ""];
  for (const [key, title, role] of places) {
    lines.push(`  ${title.padEnd(20)} ${run[key]}`);
    for (const account of run.accounts.filter((one) => one.role === role || (role === "operator" && one.role === "admin"))) lines.push(accountLine(account));
  }
  if (run.messages) lines.push(`  ${"Tin nhắn · Messages".padEnd(20)} ${run.messages}`, "      mã đăng nhập và mọi tin nhắn ra ngoài nằm ở đây · login codes and everything that would be sent are here");
  lines.push("", `  Cơ sở dữ liệu · database: ${settings.DATABASE_URL ? withoutPassword(settings.DATABASE_URL) : `PostgreSQL nhúng · embedded, ${settings.DATA_DIR}`}`);
  lines.push(`  Hàng đợi · queues: ${settings.REDIS_URL ? `Redis ${new URL(settings.REDIS_URL).host}` : "trong tiến trình · in-process"}`);
  lines.push(`  Tìm kiếm · search: ${settings.MEILISEARCH_HOST ? `Meilisearch ${settings.MEILISEARCH_HOST}` : "PostgreSQL"}`);
  if (settings.SANDBOX) lines.push("", "  ⚠ Bản chạy thử: tiền, ngân hàng và tin nhắn đều là mô phỏng · the SANDBOX is on: money, bank and messages are simulated");
  lines.push("", "  Ctrl-C để đóng · Ctrl-C to close", "");
  for (const line of lines) say(line);
}
