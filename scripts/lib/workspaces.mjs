import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { medusaCli, nextCli, root, tscCli } from "./paths.mjs";
import { contentHash } from "./content-hash.mjs";

const toolchain = () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const version = (name) => lock[`node_modules/${name}`]?.version;
  return ["@medusajs/framework", "@medusajs/medusa", "@medusajs/admin-bundler", "next", "typescript"].map((name) => `${name}@${version(name)}`).concat(`node ${process.versions.node.split(".")[0]}`);
};

const recipes = {
  plugin: { command: [medusaCli, "plugin:build"], output: ".medusa/server", stamp: ".medusa/.build-hash" },
  backend: { command: [medusaCli, "build"], output: ".medusa/server", stamp: ".medusa/.build-hash" },
  storefront: { command: [nextCli, "build"], output: ".next", stamp: ".next/.build-hash" },
  package: { command: [tscCli, "-p", "tsconfig.json"], output: "dist", stamp: "dist/.build-hash" },
};

function kindOf(name, manifest) {
  if (name === "backend" || name === "storefront") return name;
  if (manifest.keywords?.includes("medusa-plugin")) return "plugin";
  return "package";
}

function readWorkspace(path) {
  const directory = join(root, path);
  const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const kind = kindOf(path, manifest);
  return { name: path, packageName: manifest.name, directory, manifest, kind, ...recipes[kind] };
}

/**
 * The workspaces with their dependencies on each other, and the hash of everything their build reads.
 * The backend bundles only the admin pages of the plugins and loads the rest at run time, so a change
 * in a plugin's server code does not rebuild it.
 */
export function readWorkspaces() {
  const plugins = readdirSync(join(root, "plugins")).map((name) => `plugins/${name}`);
  const paths = [...plugins, "seed", "backend", "storefront"].filter((path) => existsSync(join(root, path, "package.json")));
  const all = paths.map(readWorkspace);
  const byPackage = new Map(all.map((workspace) => [workspace.packageName, workspace]));
  const shared = [...toolchain(), contentHash(root, [join(root, "tsconfig.plugin.json")])];
  for (const workspace of all) {
    const { dependencies, devDependencies, peerDependencies } = workspace.manifest;
    const names = new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }));
    workspace.needs = [...names].filter((name) => byPackage.has(name)).map((name) => byPackage.get(name));
  }
  for (const workspace of all) workspace.hash = hashOf(workspace, shared);
  return all;
}

function hashOf(workspace, shared) {
  if (workspace.hash) return workspace.hash;
  const below = workspace.needs.map((needed) => (workspace.kind === "backend" && needed.kind === "plugin"
    ? contentHash(root, [join(needed.directory, "src", "admin"), join(needed.directory, "package.json")])
    : hashOf(needed, shared)));
  workspace.hash = contentHash(workspace.directory, [workspace.directory], [workspace.kind, workspace.command.slice(1).join(" "), ...shared, ...below]);
  return workspace.hash;
}
