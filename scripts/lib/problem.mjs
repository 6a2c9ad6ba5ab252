/** A condition a person can mend. Its message is one sentence that says what is wrong and what to do. */
export class Problem extends Error {}

/** Errors of the operating system that mean the same wherever they happen. */
export function asProblem(error, where) {
  if (error instanceof Problem) return error;
  const path = error?.path ? ` (${error.path})` : "";
  if (error?.code === "ENOSPC" || error?.code === "EDQUOT") return new Problem(`The disk is full${path}: free some space, or set DATA_DIR to a directory on another disk.`);
  if (error?.code === "EACCES" || error?.code === "EPERM" || error?.code === "EROFS") return new Problem(`No permission to write${path}: give this user access, or set DATA_DIR to a directory it may write to.`);
  if (error?.code === "EMFILE" || error?.code === "ENFILE") return new Problem("Too many files are open on this machine: raise the limit (ulimit -n) and start again.");
  const message = String(error?.message ?? error).split("\n")[0];
  return new Problem(`${where} failed: ${message}`);
}

export function printProblem(problem) {
  process.stderr.write(`✖ ${problem.message}\n`);
}
