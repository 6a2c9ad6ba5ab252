export type Messages = { [key: string]: string | Messages };

/** Keeps only the named dotted paths of a message tree; a path that does not exist is an error. */
export function pickMessages(messages: object, namespaces: string[]): Messages {
  const picked: Messages = {};
  for (const namespace of namespaces) {
    const keys = namespace.split(".");
    let source: unknown = messages;
    let target = picked;
    keys.forEach((key, depth) => {
      source = (source as Messages)[key];
      if (source === undefined) throw new Error(`no messages at ${namespace}`);
      if (depth === keys.length - 1) target[key] = source as Messages;
      else target = (target[key] ??= {}) as Messages;
    });
  }
  return picked;
}
