/**
 * Whether a text can be a signed statement at all: base64url and dots, and no longer than anybody may send to the
 * register. What can't be one is not ours, and is not asked about: the register would refuse the question.
 */
export function looksSigned(text: string): boolean {
  return /^[\w.-]{1,4000}$/.test(text);
}
