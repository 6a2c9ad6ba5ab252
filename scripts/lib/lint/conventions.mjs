import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../paths.mjs";
import { sourceFiles } from "../content-hash.mjs";

const code = /\.(?:ts|tsx|mts|mjs|cjs|js|css)$/;
const limits = [
  { what: "route", path: /\/api\/(?:.*\/)?route\.ts$|^storefront\/src\/app\/.*\/route\.ts$/, lines: 60 },
  { what: "step", path: /\/workflows\/steps\/[^/]+\.ts$/, lines: 80 },
  { what: "component", path: /\.tsx$/, lines: 200 },
  { what: "file", path: code, lines: 400 },
];
const maxDepth = 7;
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Names that Next, npm and Medusa give. */
const givenName = /^(?:\[.*\]|\(.*\)|@[a-z]+|_[a-z-]+|\.[a-z].*|Migration\d+.*|Dockerfile.*|Caddyfile|README.*|LICENSE|SECURITY|CONTRIBUTING|CHANGELOG)$/;
/** Words that are written in two ways in Vietnamese, and the one way they are written here. Names of places and quoted law stay as they are. */
const oneSpelling = { hủy: "huỷ", xóa: "xoá", khóa: "khoá" };
const otherSpelling = new RegExp(`(?<!\\p{L})(?:${Object.keys(oneSpelling).join("|")})(?!\\p{L})`, "giu");
const silencer = new RegExp(["eslint", "oxlint"].map((tool) => `${tool}-disable`).concat(["@ts-", "ignore"].join(""), ["@ts-", "nocheck"].join("")).join("|"));

function tracked() {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  return listed.split("\n").filter(Boolean);
}

/** All files of the repository; without git (a downloaded archive) those that are no build output. */
export function repositoryFiles() {
  try {
    return tracked().filter((path) => existsSync(join(root, path)));
  } catch {
    return sourceFiles(root).map((path) => path.slice(root.length + 1));
  }
}

function stem(name) {
  return name.split(".")[0];
}

/** Problems of one file, as sentences. `content` is read only where it is needed. */
export function conventionProblems(path, read) {
  const problems = [];
  const parts = path.split("/");
  const isWorkspaceCode = /^(?:plugins|backend|storefront|seed|scripts)\//.test(path);
  for (const [index, part] of (isWorkspaceCode ? parts : []).entries()) {
    if (part.endsWith(".csv")) continue; // Named after its table.
    if (parts[3] === "api" && index < parts.length - 1) continue; // An address, which may be Stripe's.
    if (!givenName.test(part) && !kebab.test(stem(part))) problems.push(`${path}: "${part}" is not in kebab-case`);
  }
  const below = parts.length - 1 - (parts[0] === "plugins" ? 2 : 1);
  // A route is an address, whose depth the API decides.
  if (isWorkspaceCode && below > maxDepth && !/\/(?:api|app)\//.test(path)) problems.push(`${path}: ${below} directories below its workspace, at most ${maxDepth}`);
  const isText = /\.(?:json|md|html)$/.test(path) && !path.startsWith("seed/data/");
  if ((!code.test(path) && !isText) || /\/migrations\//.test(path)) return problems;
  const content = read();
  if (!path.startsWith("scripts/lib/lint/")) for (const [word] of content.matchAll(otherSpelling)) problems.push(`${path}: "${word}" is written "${oneSpelling[word.toLowerCase()]}" here`);
  if (isText) return problems;
  const lines = content.split("\n").length - (content.endsWith("\n") ? 1 : 0);
  const limit = limits.find((one) => one.path.test(path));
  if (limit && lines > limit.lines) problems.push(`${path}: ${lines} lines, a ${limit.what} has at most ${limit.lines}`);
  if (silencer.test(content)) problems.push(`${path}: switches a check off; mend what it found`);
  const isBarrel = /(?:^|\/)index\.[mc]?tsx?$/.test(path) && !/^plugins\/[^/]+\/src\/index\.ts$|^seed\/src\/index\.ts$/.test(path) && content.trim() !== "" && content.split("\n").every((line) => /^\s*(?:\/\/.*|export \* from .*|export \{.*\} from .*)?$/.test(line));
  if (isBarrel) problems.push(`${path}: a barrel; import from the files themselves`);
  return problems;
}

export function checkConventions() {
  return repositoryFiles().flatMap((path) => conventionProblems(path, () => readFileSync(join(root, path), "utf8")));
}

