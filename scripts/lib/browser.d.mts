/** Options for playwright's chromium.launch; throws an Error that says how to get a browser. */
export function browser(): Promise<{ executablePath: string; args: string[]; env: Record<string, string> }>
export const launchArgs: string[]
