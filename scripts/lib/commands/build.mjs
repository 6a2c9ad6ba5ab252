import { runCommand } from "../command.mjs";
import { installAndBuild } from "../prepare.mjs";
import { say } from "../progress.mjs";

export const run = () => runCommand("The build", async () => {
  const built = await installAndBuild();
  say(built === 0 ? "Everything is built already." : `Built ${built} workspaces.`);
});
