// Chromium for tests: from npm on Linux x64, unpacked once per version and user; elsewhere CHROMIUM_PATH or
// an installed Chrome. Never in a shared /tmp/chromium, which may hold another project's version.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { cacheDir } from "./paths.mjs";
import { Problem } from "./problem.mjs";

export const launchArgs = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"];

const installed = {
  darwin: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
  linux: ["/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/snap/bin/chromium"],
  win32: ["C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"],
};

function packageVersion() {
  // The exports map hides package.json, so step up from build/cjs.
  const packageRoot = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  return { packageRoot, version: JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")).version };
}

/** Options for playwright's chromium.launch. @throws Problem that says how to get a browser */
export async function browser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Problem(`CHROMIUM_PATH (${chosen}) does not exist: set it to a Chrome or Chromium 120+.`);
    return { executablePath: chosen, args: launchArgs, env: { ...process.env } };
  }
  const found = (installed[process.platform] ?? []).find(existsSync);
  if (process.platform !== "linux" || process.arch !== "x64") {
    if (found) return { executablePath: found, args: launchArgs, env: { ...process.env } };
    throw new Problem("No browser was found for the browser tests: install Google Chrome, or set CHROMIUM_PATH to a Chrome or Chromium.");
  }
  const { packageRoot, version } = packageVersion();
  const home = join(process.env.BROWSER_CACHE ?? cacheDir, `chromium-${version}-${process.getuid()}`);
  if (!existsSync(home)) await unpack(home);
  return forThisMachine(home, packageRoot, found);
}

/** A bare machine lacks NSS; the package brings a copy of it for exactly that case. */
function forThisMachine(home, packageRoot, found) {
  const executablePath = join(home, "chromium");
  const env = { ...process.env, FONTCONFIG_FILE: join(home, "fonts.conf") };
  const starts = (environment) => spawnSync(executablePath, ["--version"], { env: environment, timeout: 30_000, encoding: "utf8" });
  if (starts(env).status === 0) return { executablePath, args: launchArgs, env };
  const libraries = unpackLibraries(home, packageRoot);
  const withLibraries = { ...env, LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(":") };
  const second = starts(withLibraries);
  if (second.status === 0) return { executablePath, args: launchArgs, env: withLibraries };
  if (found) return { executablePath: found, args: launchArgs, env };
  const reason = second.stderr?.split("\n")[0] || second.error?.message || "no reason given";
  throw new Problem(`The Chromium from npm does not start here (${reason}): install its libraries (apt-get install libnss3), or set CHROMIUM_PATH to an installed Chrome.`);
}

function unpackLibraries(home, packageRoot) {
  const libraries = join(home, "al2023", "lib");
  if (existsSync(libraries)) return libraries;
  mkdirSync(join(home, "al2023"), { recursive: true });
  const archive = brotliDecompressSync(readFileSync(join(packageRoot, "bin", "al2023.tar.br")));
  spawnSync("tar", ["-x", "-C", join(home, "al2023")], { input: archive });
  return libraries;
}

async function unpack(home) {
  const cache = dirname(home);
  mkdirSync(cache, { recursive: true });
  const staging = mkdtempSync(join(cache, "unpack-"));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = staging; // the package unpacks into os.tmpdir() and trusts whatever is there
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  if (!readdirSync(staging).includes("chromium")) throw new Problem("The Chromium from npm could not be unpacked: run npm ci again, or set CHROMIUM_PATH to an installed Chrome.");
  writeFileSync(join(staging, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(home, "fonts")}</dir><cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>
`);
  try {
    renameSync(staging, home); // another process may have won
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
}
