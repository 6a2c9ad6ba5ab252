import { runCommand } from "../command.mjs";
import { installAndBuild } from "../prepare.mjs";
import { Problem } from "../problem.mjs";
import { say } from "../progress.mjs";

/** npm run build [-- backend | storefront]: one half, for its image, or everything. */
const halves = {
  backend: ({ kind }) => kind !== "storefront",
  storefront: ({ kind }) => kind === "storefront",
};

export const run = ([half]) => runCommand("The build", async () => {
  if (half !== undefined && !halves[half]) throw new Problem(`npm run build [-- ${Object.keys(halves).join(" | ")}], not "${half}".`);
  const built = await installAndBuild({ only: halves[half] });
  say(built === 0 ? "Everything is built already." : `Built ${built} workspaces.`);
});
