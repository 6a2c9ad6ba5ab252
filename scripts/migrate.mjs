import { requireNode } from "./lib/node-version.mjs";

requireNode(process.version);
import("./lib/commands/migrate.mjs").then(function (command) { return command.run(process.argv.slice(2)); });
