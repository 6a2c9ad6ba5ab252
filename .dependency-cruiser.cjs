// Who may know whom (docs/architecture.md): imports run downwards, and a plugin is entered by its
// package name alone, which is its src/index.ts.
const below = {
  "administrative-units": [],
  media: ["administrative-units"],
  ocop: ["administrative-units"],
  "geographical-indications": ["administrative-units"],
  "cashless-payment": ["administrative-units"],
  marketplace: ["cashless-payment", "ocop", "geographical-indications", "media", "administrative-units"],
  search: ["marketplace", "cashless-payment", "ocop", "geographical-indications", "media", "administrative-units"],
  oversight: ["search", "marketplace", "cashless-payment", "ocop", "geographical-indications", "media", "administrative-units"],
};
const names = Object.keys(below);
const anyOf = (list) => `(?:${list.join("|")})`;
/** A plugin however it is named: by package, by link in node_modules, by path. */
const pluginIn = (list) => `(?:^|/)(?:@cho-phien|plugins)/${anyOf(list)}(?:/|$)`;

const oneWay = names.map((name) => ({
  name: `${name}-imports-downwards`,
  comment: `${name} may use ${below[name].join(", ") || "no other plugin"}.`,
  severity: "error",
  from: { path: `^plugins/${name}/src/` },
  to: { path: pluginIn(names.filter((other) => other !== name && !below[name].includes(other))) },
}));

/** The build of a plugin waits for those that its package.json names, and for no others. */
function declaredBy(name) {
  const { dependencies, devDependencies, peerDependencies } = require(`./plugins/${name}/package.json`);
  return Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }).map((dependency) => dependency.replace("@cho-phien/", ""));
}

const declared = names.map((name) => ({
  name: `${name}-declares-what-it-imports`,
  comment: "A plugin that is imported stands in package.json: on a fresh machine it would not be built yet.",
  severity: "error",
  from: { path: `^plugins/${name}/src/` },
  to: { path: pluginIn(names.filter((other) => other !== name && !declaredBy(name).includes(other))) },
}));

const onlyByName = names.map((name) => ({
  name: `${name}-enters-others-by-their-name`,
  comment: "Another plugin is imported as @cho-phien/<name>, never by a path into it.",
  severity: "error",
  from: { path: `^plugins/${name}/src/` },
  to: { path: `plugins/(?!${name}/)[^/]+/(?!\\.medusa/server/src/(?:index|testing/[^/]+)\\.)` },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    ...declared,
    ...onlyByName,
    {
      name: "testing-is-for-specs",
      comment: "What starts a module for a spec has no place in the running house.",
      severity: "error",
      from: { path: "^(?:plugins|backend|seed)/", pathNot: "\\.(?:spec|test)\\.ts$" },
      to: { path: "/src/testing/" },
    },
    {
      name: "storefront-speaks-http",
      comment: "The storefront knows the backend by HTTP only.",
      severity: "error",
      from: { path: "^storefront/(?:src|e2e)/" },
      to: { path: "^(?:plugins|backend|seed)/|(?:^|/)@cho-phien/|(?:^|/)@medusajs/(?:medusa|framework)(?:/|$)" },
    },
    {
      name: "plugins-know-no-application",
      comment: "Plugins are composed by the backend and know neither it, nor the storefront, the seed or the scripts.",
      severity: "error",
      from: { path: "^plugins/" },
      to: { path: "^(?:backend|storefront|seed|scripts)/|@cho-phien/(?:backend|storefront|seed)" },
    },
    {
      name: "backend-enters-plugins-by-their-name",
      severity: "error",
      from: { path: "^(?:backend|seed)/src/" },
      to: { path: "plugins/[^/]+/(?!\\.medusa/server/src/(?:index|providers/[^/]+/index)\\.)" },
    },
    {
      name: "modules-do-not-know-each-other",
      comment: "Modules are joined by links and workflows.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/src/modules/([^/]+)/" },
      to: { path: "^plugins/$1/src/modules/(?!$2/)" },
    },
    {
      name: "rules-are-pure",
      comment: "Rules take values and return values: no database, no files, no network.",
      severity: "error",
      from: { path: "^plugins/[^/]+/src/modules/[^/]+/rules/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(?:node:)?(?:fs|http|https|child_process|dns|worker_threads)(?:/|$)|node_modules/(?:pg|knex|@mikro-orm|@medusajs)/|/(?:service|models/[^/]+)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    // Models of one module name each other: Medusa's relations are declared from both sides.
    { name: "no-circles", severity: "error", from: { pathNot: "/models/" }, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^server-only$|\\.css$" } },
    { name: "no-test-code-in-the-product", severity: "error", from: { pathNot: "\\.(?:test|spec)\\.|^scripts/|/e2e/|/integration-tests/|/test-support/" }, to: { path: "\\.(?:test|spec)\\.|/test-support/|(?:^|/)(?:vitest|fast-check|playwright-core)(?:/|$)" } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "\\.medusa", "\\.next"] },
    exclude: { path: "(?:^|/)(?:\\.medusa/(?:types|admin)|\\.next|dist)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], mainFields: ["main", "types"], extensions: [".ts", ".tsx", ".mts", ".mjs", ".js", ".cjs", ".json"] },
  },
};
