/**
 * Where to go after login. Only a path inside the door the person is entering is let through:
 * `?next=` comes from the address bar, so a stranger's link must not lead out of the house.
 */
export function safeReturnPath(value: unknown, door: `/${string}`): string {
  if (typeof value !== "string" || value.length > 300) return door;
  const [path = "", query, ...rest] = value.split("?");
  const inside = path === door || path.startsWith(`${door}/`);
  const plainPath = /^(\/[A-Za-z0-9_-]+)+$/.test(path);
  const plainQuery = rest.length === 0 && (query === undefined || /^[A-Za-z0-9_=&.,%-]*$/.test(query));
  if (!inside || !plainPath || !plainQuery) return door;
  if (path === `${door}/dang-nhap`) return door;
  return query ? `${path}?${query}` : path;
}
