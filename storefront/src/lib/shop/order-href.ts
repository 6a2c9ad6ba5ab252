/** An order page for whoever holds its key, without the locale's prefix. */
export const orderHref = (id: string, key: string) => `/don-hang/${encodeURIComponent(id)}?k=${encodeURIComponent(key)}`;

/** Where closed orders of a checkout go back into the basket: all of them, or one. */
export const againHref = (id: string, key: string, orderId = "") =>
  `/don-hang/${encodeURIComponent(id)}/dat-lai?k=${encodeURIComponent(key)}${orderId ? `&don=${encodeURIComponent(orderId)}` : ""}`;
