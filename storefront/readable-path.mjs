const UNREADABLE = "%EF%BF%BD";

/**
 * An address as Next can read it: what is no UTF-8 under its percent signs becomes U+FFFD, as in every decoder. Next throws
 * at it before any page or proxy of ours is asked and answers a bare 500; so it names a page that there isn't, which is our 404.
 *
 * @param {string} url path and query, as in the request line
 */
export function readablePath(url) {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  if (isReadable(path)) return url;
  const readable = path.replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) => (isReadable(bytes) ? bytes : UNREADABLE)).replace(/%(?![0-9A-Fa-f]{2})/g, UNREADABLE);
  return readable + (end < 0 ? "" : url.slice(end));
}

/** @param {string} text */
function isReadable(text) {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
