// The one file that must parse on any Node, however old: no syntax newer than modules.
export var supported = "20.19 (or 22.12 and later)";

export function isSupported(version) {
  var parts = version.replace(/^v/, "").split(".").map(Number);
  var major = parts[0];
  var minor = parts[1];
  if (major === 20) return minor >= 19;
  if (major === 22) return minor >= 12;
  return major > 22;
}

export function requireNode(version) {
  if (isSupported(version)) return;
  console.error("✖ Chợ Phiên needs Node " + supported + "; this is Node " + version.replace(/^v/, "") + ".");
  process.exit(1);
}
