import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { expect, it } from "vitest";
import { createVisitor } from "../src/testing/api-client.ts";
import { startApiProcess } from "../src/testing/api-process.ts";
import { startFakeGemini } from "../src/testing/fake-gemini/start-fake-gemini.ts";
import { freshDataFolder } from "../src/testing/fresh-data-folder.ts";
import { makePhoto } from "../src/testing/make-photo.ts";

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
}

interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: object }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A collector that keeps what it is sent. */
async function startCollector() {
  const exports: Export[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === "/v1/traces") exports.push((await json(request)) as Export);
    response.setHeader("content-type", "application/json").end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    resources: () => exports.flatMap((each) => each.resourceSpans),
    close: () => server.close(),
  };
}

it("sends requests and jobs as traces, and nothing that a person wrote", async () => {
  const [collector, gemini, dataDir] = await Promise.all([
    startCollector(),
    startFakeGemini(),
    freshDataFolder(),
  ]);
  const api = await startApiProcess({
    ...{ DATA_DIR: dataDir, GEMINI_API_KEY: gemini.apiKey, GEMINI_BASE_URL: gemini.url },
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ENVIRONMENT: "test",
  });
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const headers = { prefer: "wait=30", traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  const photo = { ...(await makePhoto()), name: "my secret holiday.jpg" };
  const answer = await createVisitor(api.url).caption(photo, {}, headers);
  expect(answer.status).toBe(201);
  // What was not sent yet goes out at the end.
  await api.end("SIGTERM");

  const [first] = collector.resources();
  expect(first?.resource.attributes).toContainEqual({
    key: "deployment.environment.name",
    value: { stringValue: "test" },
  });
  const spans = collector.resources().flatMap((each) => each.scopeSpans.flatMap((s) => s.spans));
  expect(spans).toContainEqual(expect.objectContaining({ name: "POST /api/captions", traceId }));
  const job = spans.find(({ name }) => name === "caption job");
  const within = spans.filter(({ parentSpanId }) => parentSpanId === job?.spanId);
  expect(within.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["read upload", "write captions", "delete upload"]),
  );
  expect(JSON.stringify(collector.resources())).not.toContain("secret holiday");
  collector.close();
  await gemini.close();
  await rm(dataDir, { recursive: true, force: true });
});
