import { runCommand } from "../command.mjs";
import { lint } from "../lint/lint.mjs";
import { installAndBuild } from "../prepare.mjs";

// The import rule resolves a plugin's name to its build, so the plugins are built first.
export const run = () => runCommand("The lint", async () => {
  await installAndBuild({ only: ({ kind }) => kind === "plugin" || kind === "package" });
  await lint();
});
