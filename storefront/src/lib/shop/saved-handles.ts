/** A cookie has room for few: the latest dozen. */
const limit = 12;
const handlePattern = /^[a-z0-9-]{1,120}$/;

/** The cookie holds handles as `one~two`, newest first; what is no handle is left out. */
export function readSaved(cookie: string): string[] {
  return [...new Set(cookie.split("~"))].filter((handle) => handlePattern.test(handle)).slice(0, limit);
}

export function addSaved(saved: string[], handles: string[]): string[] {
  return readSaved([...handles, ...saved].join("~"));
}

export function withoutSaved(saved: string[], handle: string): string[] {
  return saved.filter((other) => other !== handle);
}
