import { execFileSync, spawnSync } from "node:child_process";
import { chownSync } from "node:fs";
import { Problem } from "./problem.mjs";

// PostgreSQL refuses to run as root. Started by root, it runs as the user "postgres". When that user
// may not enter a directory on the way (a repository or DATA_DIR below a private home), it is given
// the one capability to pass through, and nothing else of root (no_setuid_fixup: access(2), with which
// initdb looks for its sister programs, would forget the capability otherwise).
const passThrough = "+dac_override";

function accountOf(name) {
  try {
    const read = (flag) => Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: read("-u"), gid: read("-g") };
  } catch {
    return undefined;
  }
}

function createAccount() {
  for (const [command, args] of [["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]], ["adduser", ["-S", "-H", "-D", "postgres"]]]) {
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) return accountOf("postgres");
  }
  return undefined;
}

function mayReach(wrap, uid, gid, binary, directory) {
  const [command, args] = wrap("/bin/sh", ["-c", 'test -x "$0" && test -w "$1" && test -x "$1"', binary, directory]);
  const ids = command === "setpriv" ? {} : { uid, gid };
  return spawnSync(command, args, { ...ids, cwd: "/", stdio: "ignore" }).status === 0;
}

/**
 * How to run PostgreSQL's programs: `command(program, args)` → [program, args], the options for spawn,
 * and `own(path)` which gives a path to the account. For anybody but root this is: as oneself.
 */
export function postgresAccount(binary, directory) {
  const direct = (program, args) => [program, args];
  if (process.getuid?.() !== 0) return { command: direct, options: {}, own: () => {} };
  const account = accountOf("postgres") ?? createAccount();
  if (!account) throw new Problem('PostgreSQL does not run as root, and the user "postgres" it should run as could not be created: create it (useradd --system postgres), or start as an ordinary user.');
  const { uid, gid } = account;
  const own = (path) => chownSync(path, uid, gid);
  own(directory);
  if (mayReach(direct, uid, gid, binary, directory)) return { command: direct, options: { uid, gid }, own };
  const privileged = (program, args) => ["setpriv", [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", `--inh-caps=${passThrough}`, `--ambient-caps=${passThrough}`, "--securebits=+no_setuid_fixup", program, ...args]];
  if (mayReach(privileged, uid, gid, binary, directory)) return { command: privileged, options: {}, own };
  throw new Problem(`PostgreSQL runs as the user "postgres" when root starts it, and that user can't reach ${directory} or ${binary}: move the repository and DATA_DIR below a directory that everybody may enter, or start as an ordinary user.`);
}
