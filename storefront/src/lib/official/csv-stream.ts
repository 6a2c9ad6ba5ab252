import { byteOrderMark, csvLine } from "./csv";

type Cells = readonly (string | number | null)[];
export type CsvPage<Row> = { rows: Row[]; count: number };

/**
 * A list as a CSV file that is written while it is read, page after page. `ask` gives the page that starts at an
 * offset, or null when it could not be read: then the download breaks off visibly, rather than end early as if whole.
 */
export function csvStream<Row>(
  first: CsvPage<Row>,
  ask: (offset: number) => Promise<CsvPage<Row> | null>,
  header: readonly string[],
  cells: (row: Row) => Cells,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: CsvPage<Row> | null = first;
  let offset = 0;
  return new ReadableStream<Uint8Array>({
    start: (file) => file.enqueue(encoder.encode(byteOrderMark + csvLine(header))),
    async pull(file) {
      const page = next ?? (await ask(offset));
      next = null;
      if (!page) return file.error(new Error("the list broke off"));
      file.enqueue(encoder.encode(page.rows.map((row) => csvLine(cells(row))).join("")));
      offset += page.rows.length;
      if (page.rows.length === 0 || offset >= page.count) file.close();
    },
  });
}
