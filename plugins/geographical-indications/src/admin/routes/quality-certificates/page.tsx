import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Container, Heading, Select, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useCallback, useEffect, useState } from "react"
import { CertificateDrawer } from "../../components/certificate-drawer"
import { askBackend, STATES, vietnameseDay, type Certificate } from "../../lib/certificates"

const PAGE_SIZE = 20

/** Papers about quality of all shops; those of a place are mostly looked at by its officials. */
export default function QualityCertificatesPage() {
  const [state, setState] = useState("unchecked")
  const [offset, setOffset] = useState(0)
  const [page, setPage] = useState<{ quality_certificates: Certificate[]; count: number } | null>(null)
  const [names, setNames] = useState<Record<string, string>>({})
  const [opened, setOpened] = useState<Certificate | null>(null)

  const load = useCallback(async () => {
    try {
      const [certificates, { kinds }] = await Promise.all([
        askBackend<{ quality_certificates: Certificate[]; count: number }>(`/admin/quality-certificates?state=${state}&sort=waiting_longest&limit=${PAGE_SIZE}&offset=${offset}`),
        askBackend<{ kinds: { kind: string; name: { vi: string } }[] }>("/admin/quality-certificates/kinds"),
      ])
      setPage(certificates)
      setNames(Object.fromEntries(kinds.map(({ kind, name }) => [kind, name.vi])))
    } catch (error) {
      toast.error(error instanceof Error ? error.message : "Chưa tải được.")
    }
  }, [state, offset])

  useEffect(() => {
    void load()
  }, [load])

  const count = page?.count ?? 0
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <div>
          <Heading level="h1">Giấy chứng nhận chất lượng</Heading>
          <Text className="text-ui-fg-subtle">{page === null ? "Đang tải…" : count === 0 ? "Không có giấy nào." : `${count} giấy`}</Text>
        </div>
        <Select
          value={state}
          onValueChange={(value) => {
            setState(value)
            setOffset(0)
          }}
        >
          <Select.Trigger className="w-48" aria-label="Tình trạng">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {Object.entries(STATES).map(([value, { label }]) => (
              <Select.Item key={value} value={value}>{label}</Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      <div className="overflow-x-auto">
        <Table className="min-w-[44rem]">
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>Giấy</Table.HeaderCell>
              <Table.HeaderCell>Cấp cho</Table.HeaderCell>
              <Table.HeaderCell>Đến</Table.HeaderCell>
              <Table.HeaderCell>Tình trạng</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {(page?.quality_certificates ?? []).map((certificate) => (
              <Table.Row key={certificate.id} className="cursor-pointer" data-testid="certificate-row" onClick={() => setOpened(certificate)}>
                <Table.Cell>{`${names[certificate.kind] ?? certificate.kind} ${certificate.number ?? ""}`}</Table.Cell>
                <Table.Cell>{certificate.holder_name}</Table.Cell>
                <Table.Cell>{vietnameseDay(certificate.expires_on)}</Table.Cell>
                <Table.Cell>
                  <StatusBadge color={STATES[certificate.state].color}>{STATES[certificate.state].label}</StatusBadge>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <Table.Pagination
        count={count}
        pageSize={PAGE_SIZE}
        pageIndex={offset / PAGE_SIZE}
        pageCount={Math.max(1, Math.ceil(count / PAGE_SIZE))}
        canPreviousPage={offset > 0}
        canNextPage={offset + PAGE_SIZE < count}
        previousPage={() => setOffset(offset - PAGE_SIZE)}
        nextPage={() => setOffset(offset + PAGE_SIZE)}
        translations={{ of: "trên", results: "giấy", pages: "trang", prev: "Trước", next: "Sau" }}
      />
      {opened ? (
        <CertificateDrawer
          certificate={opened}
          name={names[opened.kind] ?? opened.kind}
          onClose={() => setOpened(null)}
          onDecided={() => {
            setOpened(null)
            void load()
          }}
        />
      ) : null}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "Giấy chứng nhận", icon: DocumentText })
