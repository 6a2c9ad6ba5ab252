import { join } from "node:path";
import { cacheDir } from "./paths.mjs";
import { buildWhatChanged } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";
import { waitForLock } from "./lock.mjs";
import { say } from "./progress.mjs";

/** Installs and builds what is not up to date. Two starts of one clone take turns. */
export async function installAndBuild(options) {
  const lock = await waitForLock(join(cacheDir, "build.lock"), {
    whenWaiting: ({ pid }) => say(`Waiting for the build of another run (pid ${pid}) / Đang chờ một lần dựng khác`),
  });
  try {
    await installIfNeeded();
    return await buildWhatChanged(options);
  } finally {
    lock.release();
  }
}
