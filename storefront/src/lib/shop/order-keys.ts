/** The cookie holds the last orders of a browser as `id.key~id.key`, newest first. */
const limit = 12;

export function findOrderKey(cookie: string, orderGroupId: string): string | null {
  const entry = cookie.split("~").find((one) => one.startsWith(`${orderGroupId}.`));
  return entry ? entry.slice(orderGroupId.length + 1) : null;
}

/** All orders the cookie opens. */
export function allOrderKeys(cookie: string): { id: string; key: string }[] {
  return cookie.split("~").flatMap((entry) => {
    const [id, key] = entry.split(".", 2);
    return id && key ? [{ id, key: entry.slice(id.length + 1) }] : [];
  });
}

export function addOrderKey(cookie: string, orderGroupId: string, key: string): string {
  const others = cookie.split("~").filter((one) => one !== "" && !one.startsWith(`${orderGroupId}.`));
  return [`${orderGroupId}.${key}`, ...others].slice(0, limit).join("~");
}
