import { watch } from "node:fs";
import { join } from "node:path";

/** Calls `changed(workspace)` once, a moment after the last of several changes below its src. */
export function watchSources(workspaces, changed) {
  const timers = new Map();
  return workspaces.map((workspace) => watch(join(workspace.directory, "src"), { recursive: true }, (_event, file) => {
    if (!file || /\.(?:test|spec)\.|\.md$/.test(String(file))) return;
    clearTimeout(timers.get(workspace));
    timers.set(workspace, setTimeout(() => changed(workspace), 300));
  }));
}
