import { rm } from "node:fs/promises";
import { Validator } from "@seriousme/openapi-schema-validator";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { compose } from "../src/composition.ts";
import { parseEnv } from "../src/env.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";

let dataDir: string;
let service: Awaited<ReturnType<typeof compose>>;

beforeAll(async () => {
  dataDir = await freshDataFolder();
  service = await compose(
    parseEnv({ DATA_DIR: dataDir, GEMINI_API_KEY: "unused" }),
    pino({ level: "silent" }),
    () => {},
  );
});

afterAll(async () => {
  await service.close();
  await rm(dataDir, { recursive: true, force: true });
});

const operationSchema = z.object({
  summary: z.string(),
  tags: z.array(z.string()),
  parameters: z.array(z.object({ in: z.string(), name: z.string() })).default([]),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.unknown()).default({}) }),
  ),
});
const documentSchema = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

const get = (path: string) => service.app.request(path);

async function operations() {
  const { paths } = documentSchema.parse(await (await get("/api/openapi.json")).json());
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      ...operation,
    })),
  );
}

/** The document and its page are what describes, not what is described. */
const isDocumentation = (path: string) => /^\/api\/(openapi\.json|docs(\/.*)?)$/u.test(path);

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1, with no reference that leads nowhere", async () => {
    const document = (await (await get("/api/openapi.json")).json()) as Record<string, unknown>;
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
    expect(() => validator.resolveRefs()).not.toThrow();
  });

  it("describes every route there is, and no other", async () => {
    const routes = service.app.routes
      .filter(({ method, path }) => method !== "ALL" && !isDocumentation(path))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/gu, "{$1}")}`);
    const described = (await operations()).map(({ name }) => name);
    expect([...new Set(described)].sort()).toEqual([...new Set(routes)].sort());
  });

  it("says of every operation what it does and which problems it may answer with", async () => {
    for (const { name, summary, tags, responses } of await operations()) {
      expect(summary, name).not.toBe("");
      expect(tags, name).toHaveLength(1);
      expect(
        Object.keys(responses).some((status) => /^2/u.test(status)),
        name,
      ).toBe(true);
      expect(responses["default"]?.content, name).toHaveProperty(["application/problem+json"]);
    }
  });

  it("names every parameter of every path", async () => {
    for (const { name, path, parameters } of await operations()) {
      const inPath = parameters.filter((parameter) => parameter.in === "path");
      const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, parameter]) => parameter);
      expect(inPath.map((parameter) => parameter.name).sort(), name).toEqual(names.sort());
    }
  });
});

describe("the reference page", () => {
  it("comes with all it needs from here, and lets the browser ask nobody else", async () => {
    const page = await get("/api/docs");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toMatch(/^default-src 'self';/u);
    const html = await page.text();
    const assets = [...html.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address]) => address);
    expect(assets).toHaveLength(3);
    for (const address of assets) {
      expect(address).toMatch(/^\/api\/docs\/[\w.-]+$/u);
      const asset = await get(address ?? "");
      expect(asset.status, address).toBe(200);
      expect(asset.headers.get("content-type"), address).toMatch(/^text\/(css|javascript)/u);
      expect((await asset.text()).length, address).toBeGreaterThan(50);
    }
    expect(html).not.toMatch(/\/\/[\w-]+\./u);
  });

  it("reads our document and has it checked by no one on the web", async () => {
    const start = await (await get("/api/docs/start.js")).text();
    expect(start).toContain('url: "/api/openapi.json"');
    expect(start).toContain("validatorUrl: null");
    expect(start).not.toContain("//");
  });

  it.each(["/api/docs/index.html", "/api/docs/..%2fpackage.json", "/api/docs/package.json"])(
    "serves nothing else of the package: %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
