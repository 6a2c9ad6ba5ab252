import { scriptSafe } from "@/lib/verification/json-ld";

/** Structured data for search engines (schema.org). */
export function JsonLd({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptSafe(data) }} />;
}
