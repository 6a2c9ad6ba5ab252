export type SourcePage = { href: string; host: string };

/** The addresses in a remark about sources, each once, with whose they are: whole ones, and bare ones such as `chetrathainguyen.com`. */
export function sourcePages(text: string): SourcePage[] {
  const found = text.match(/https?:\/\/[^\s;)"]+|(?<![\w/.@-])(?:[a-z0-9-]+\.)+(?:vn|com|org|net)(?![\w/.])/g) ?? [];
  const pages = new Map<string, SourcePage>();
  for (const address of found) {
    const href = address.startsWith("http") ? address : `https://${address}`;
    try {
      pages.set(href, { href, host: new URL(href).hostname.replace(/^www\./, "") });
    } catch {
      // A remark may break an address off in the middle.
    }
  }
  return [...pages.values()];
}
