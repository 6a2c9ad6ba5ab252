import { Server } from "node:http";
import { createRequire } from "node:module";
import { readablePath } from "./readable-path.mjs";

// `next start` with one thing before it: no setting of Next's sees an address that it can't decode (readable-path.mjs).
const emit = Server.prototype.emit;
Server.prototype.emit = function (event, ...args) {
  if (event === "request") args[0].url = readablePath(args[0].url ?? "/");
  return emit.call(this, event, ...args);
};

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
process.argv.splice(1, 1, next, "start");
await import(next);
