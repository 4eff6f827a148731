const SOURCES = "^(apps|packages)/[^/]+/src/";
const TEST_CODE = "\\.test\\.tsx?$|^(apps/api|packages/infra)/src/testing/|^apps/[^/]+/(test|e2e)/";
/** The HTTP side of a feature: `caption.routes.ts`, `caption.openapi.ts`, `send-events.http.ts`. */
const ROUTES = "^apps/api/src/.*\\.(routes|openapi|http)\\.ts$";
const COMPOSITION = "^apps/api/src/composition(\\.ts$|/)";
/** What puts the API together. */
const TOP = "^apps/api/src/((main|app|app-type|composition|env)\\.ts$|composition/)";

/** @param {string} name a package, or a scope, as a regular expression: installed or not */
const npm = (name) => [`^(node_modules/)?${name}(/|$)`, `/node_modules/${name}(/|$)`];

/**
 * Who may import whom. tools/rules/ plants a violation of every rule here and sees it caught.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment:
        "A cycle has no first part to read, test or replace. Import what both need from a third file.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "Nothing imports this file and it imports nothing: delete it, or use it.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: ["\\.d\\.ts$", "\\.(config|test)\\.m?[jt]s$", "(^|/)\\.[^/]+$"],
      },
      to: {},
    },
    {
      name: "not-to-unresolvable",
      comment: "The import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-dependency-at-run-time",
      comment:
        "`npm start` installs dependencies only. Move the package there, or the import into a test.",
      severity: "error",
      from: { path: SOURCES, pathNot: TEST_CODE },
      to: {
        dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "schema-imports-only-zod",
      comment: "Everybody imports the schema, the browser too: it stays small.",
      severity: "error",
      from: { path: "^packages/schema/src/", pathNot: TEST_CODE },
      to: { pathNot: ["^packages/schema/src/", ...npm("zod")] },
    },
    {
      name: "packages-import-no-app",
      comment: "Packages are below the apps; infra knows them by name only.",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "api-imports-no-web",
      comment: "The page is a client of the API, not a part of it.",
      severity: "error",
      from: { path: "^apps/api/" },
      to: { path: "^apps/web/" },
    },
    {
      name: "web-takes-only-types-from-api",
      comment: "The browser gets the API's types. Code that both need belongs in packages/schema.",
      severity: "error",
      from: { path: "^apps/web/" },
      to: { path: "^apps/api/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-the-api-client-imports-hono",
      comment: "One typed client: call it through lib/api-client.ts.",
      severity: "error",
      from: { path: "^apps/web/", pathNot: "^apps/web/src/lib/api-client\\.ts$" },
      to: { path: npm("hono") },
    },
    {
      name: "only-composition-imports-adapters",
      comment: "Take the port as a dependency; composition.ts decides what stands behind it.",
      severity: "error",
      from: {
        path: "^apps/api/src/",
        pathNot: [COMPOSITION, "^apps/api/src/adapters/", TEST_CODE],
      },
      to: { path: "^apps/api/src/adapters/" },
    },
    {
      name: "only-adapters-import-the-database",
      comment: "Tables and SQL stay behind the repositories' ports.",
      severity: "error",
      from: {
        path: "^apps/api/src/",
        pathNot: [COMPOSITION, "^apps/api/src/(adapters|db)/", TEST_CODE],
      },
      to: { path: ["^apps/api/src/db/", ...npm("(drizzle-orm|@electric-sql|pg-boss)")] },
    },
    {
      name: "adapters-know-only-ports",
      comment: "An adapter serves a port. What the product does with it is decided above.",
      severity: "error",
      from: { path: "^apps/api/src/adapters/", pathNot: TEST_CODE },
      to: {
        path: [
          "^apps/api/src/(uploads|captions|keys|sessions|limits|pipeline|sweeping|http|middleware)/",
          TOP,
        ],
      },
    },
    {
      name: "ports-are-free-of-implementations",
      comment: "A port names what the product needs, in the product's own words.",
      severity: "error",
      from: { path: "^apps/api/src/ports/", pathNot: TEST_CODE },
      to: {
        pathNot: ["^apps/api/src/(ports|errors)/", "^packages/schema/src/"],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "use-cases-import-no-http",
      comment: "A use-case is (deps, input) => result: routes parse and map, ports do the work.",
      severity: "error",
      from: {
        path: "^apps/api/src/(uploads|captions|keys|sessions|access|limits|pipeline|sweeping)/",
        pathNot: [ROUTES, TEST_CODE],
      },
      to: { path: ["^apps/api/src/(http|middleware)/", ROUTES, TOP] },
    },
    {
      name: "use-cases-import-no-sdk",
      comment: "Libraries that reach out of the process stand behind ports.",
      severity: "error",
      from: {
        path: "^apps/api/src/(uploads|captions|keys|sessions|access|limits|pipeline|sweeping|ports)/",
        pathNot: [ROUTES, TEST_CODE],
      },
      to: {
        path: npm(
          "(hono|@hono|@google|@aws-sdk|sharp|@tensorflow|@vladmandic|busboy|pino|libheif-js|openai)",
        ),
      },
    },
    {
      name: "nobody-imports-sweeping",
      comment: "Sweeping looks after uploads and captions; only the worker starts it.",
      severity: "error",
      from: {
        path: "^apps/api/src/",
        pathNot: ["^apps/api/src/(sweeping|pipeline)/", COMPOSITION, TEST_CODE],
      },
      to: { path: "^apps/api/src/sweeping/" },
    },
    {
      name: "uploads-import-no-captions",
      comment: "Captions are made of uploads; an upload knows no more than that one has taken it.",
      severity: "error",
      from: { path: "^apps/api/src/uploads/", pathNot: TEST_CODE },
      to: { path: "^apps/api/src/captions/" },
    },
    {
      name: "only-its-adapter-imports-the-gemini-library",
      comment:
        "Its maker has archived it: leaving it must mean another adapters/gemini, and no more.",
      severity: "error",
      from: { path: "^apps/api/", pathNot: "^apps/api/src/adapters/gemini/" },
      to: { path: npm("@google/generative-ai") },
    },
    {
      name: "routes-go-through-use-cases",
      comment: "A route parses, calls one use-case and maps its result.",
      severity: "error",
      from: { path: [ROUTES, "^apps/api/src/(http|middleware)/"], pathNot: TEST_CODE },
      to: {
        path: [
          "^apps/api/src/(pipeline|db|adapters)/",
          COMPOSITION,
          "^apps/api/src/(main|env)\\.ts$",
        ],
      },
    },
    {
      name: "product-imports-no-test-code",
      comment: "Fakes and factories must not reach what ships.",
      severity: "error",
      from: { path: SOURCES, pathNot: TEST_CODE },
      to: { path: TEST_CODE },
    },
    {
      name: "only-src-terraform-imports-cdktf-internals",
      comment: "What CDKTF does not promise to keep stands behind src/terraform.",
      severity: "error",
      from: { path: "^packages/infra/src/", pathNot: "^packages/infra/src/terraform/" },
      to: { path: "(^|/)node_modules/cdktf/lib/(?!index\\.)" },
    },
    {
      name: "no-barrel-of-a-provider",
      comment:
        "@cdktf/provider-aws has 1,500 resources and takes 8 s to load whole: import lib/<resource>/index.js.",
      severity: "error",
      from: { path: "^packages/infra/" },
      to: { path: "(^|/)@cdktf/provider-[^/]+(/(lib/)?(lazy-)?index\\.(d\\.ts|js)|)$" },
    },
    {
      name: "nobody-imports-tools",
      comment: "tools/ runs the product; the product does not know it.",
      severity: "error",
      from: { path: "^(apps|packages)/" },
      to: { path: "^tools/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|\\.turbo|test-results|playwright-report)/" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    // Without these two, imports of workspace packages are missed without a word.
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
