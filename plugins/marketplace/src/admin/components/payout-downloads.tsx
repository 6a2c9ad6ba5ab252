import { Text } from "@medusajs/ui"

export type Download = { email: string | null; file: string; at: string }

const when = (iso: string) => new Date(iso).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", dateStyle: "short", timeStyle: "short" })

/** Who took the bank's file of a batch home: before lines are taken out somebody has to ask them whether the bank has it. */
export function PayoutDownloads({ downloads }: { downloads: Download[] }) {
  const last = downloads.at(-1)
  if (!last) return null
  const before = downloads.slice(0, -1)
  const words = ({ email, file, at }: Download) => `${email ?? "khoá API"} tải ${file} lúc ${when(at)}`
  return (
    <>
      <Text size="small" className="break-words text-ui-fg-subtle" data-testid="payout-download">{`Tệp đã tải về: ${words(last)}`}</Text>
      {before.length > 0 && (
        <details className="text-ui-fg-subtle">
          <summary className="txt-small cursor-pointer">{`${before.length} lần tải trước`}</summary>
          {before.reverse().map((download, at) => <Text key={at} size="small" className="break-words">{words(download)}</Text>)}
        </details>
      )}
    </>
  )
}
