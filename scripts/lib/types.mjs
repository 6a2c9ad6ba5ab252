import { join } from "node:path";
import { cacheDir, root, tscCli } from "./paths.mjs";
import { runTool } from "./tools.mjs";

// The builds of plugins, seed and storefront fail on type errors by themselves. What they leave out is
// checked here: the tests, and the backend against the plugins of today.
const projects = { "types: tests of plugins and backend": "scripts/types/plugins.json", "types: storefront and journeys": "scripts/types/storefront.json", "types: backend": "backend/tsconfig.json" };

export const typeSteps = Object.fromEntries(Object.entries(projects).map(([name, project]) => [name, () => runTool(`tsc of ${project}`, process.execPath, [tscCli, "--noEmit", "-p", join(root, project)], {
  cwd: root, logFile: join(cacheDir, "logs", `${name.replace(/\W+/g, "-")}.log`), showOnFailure: true,
})]));
