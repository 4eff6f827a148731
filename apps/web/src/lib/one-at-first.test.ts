import { expect, it } from "vitest";
import { createPageLock, oneAtFirst } from "./one-at-first.ts";

interface Asked {
  readonly path: string;
  /** Whether the browser had a session's cookie by then. */
  readonly known: boolean;
  answer(status?: number): Promise<void>;
  fail(): Promise<void>;
}

/** Long enough for every promise that can go on to have gone on. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/** A service whose answers are given by hand, and a browser that keeps its cookie. */
function service() {
  const asked: Asked[] = [];
  let cookie = false;
  const fetch = (input: RequestInfo | URL) =>
    new Promise<Response>((resolve, reject) => {
      asked.push({
        path: `${input}`,
        known: cookie,
        answer: (status = 200) => {
          if (status < 400) cookie = true;
          resolve(new Response(null, { status }));
          return settle();
        },
        fail: () => {
          reject(new TypeError("Failed to fetch"));
          return settle();
        },
      });
    });
  return { asked, fetch };
}

const begins = (path: string) => path !== "/api/limits";

function setup({ patienceMs = 60_000 } = {}) {
  const { asked, fetch } = service();
  const lock = createPageLock();
  const page = () => oneAtFirst({ fetch, lock, begins, patienceMs });
  return { asked, page };
}

it("holds the second request back until the first has its answer", async () => {
  const { asked, page } = setup();
  const send = page();
  const both = [send("/api/captions"), send("/api/uploads")];
  await settle();
  expect(asked).toHaveLength(1);
  await asked[0]?.answer();
  expect(asked.map(({ known }) => known)).toEqual([false, true]);
  await asked[1]?.answer(201);
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 201]);
});

it("holds back those of another page, too", async () => {
  const { asked, page } = setup();
  void page()("/api/captions");
  void page()("/api/captions");
  await settle();
  expect(asked).toHaveLength(1);
  await asked[0]?.answer();
  expect(asked.map(({ known }) => known)).toEqual([false, true]);
});

it("sends all at the same time once a visitor is known", async () => {
  const { asked, page } = setup();
  const send = page();
  void send("/api/captions");
  await settle();
  await asked[0]?.answer();
  for (let n = 0; n < 3; n++) void send("/api/captions");
  await settle();
  expect(asked).toHaveLength(4);
});

it("sends all that waited at the same time", async () => {
  const { asked, page } = setup();
  const send = page();
  for (let n = 0; n < 4; n++) void send("/api/captions");
  await settle();
  expect(asked).toHaveLength(1);
  await asked[0]?.answer();
  expect(asked).toHaveLength(4);
});

it("goes on holding back after a refusal, which begins no session", async () => {
  const { asked, page } = setup();
  const send = page();
  for (let n = 0; n < 3; n++) void send("/api/captions");
  await settle();
  await asked[0]?.answer(401);
  expect(asked).toHaveLength(2);
  await asked[1]?.answer();
  expect(asked.map(({ known }) => known)).toEqual([false, false, true]);
});

it("hands on that a connection failed, and sends the next", async () => {
  const { asked, page } = setup();
  const send = page();
  const first = send("/api/captions");
  const refused = expect(first).rejects.toThrow("Failed to fetch");
  void send("/api/captions");
  await settle();
  await asked[0]?.fail();
  await refused;
  expect(asked).toHaveLength(2);
});

it("waits no longer for an answer than it has patience", async () => {
  const { asked, page } = setup({ patienceMs: 20 });
  const send = page();
  void send("/api/captions");
  void send("/api/uploads");
  await settle();
  expect(asked).toHaveLength(1);
  await expect.poll(() => asked.length).toBe(2);
});

it("never holds back what begins no session", async () => {
  const { asked, page } = setup();
  const send = page();
  for (let n = 0; n < 3; n++) void send("/api/limits");
  await settle();
  expect(asked).toHaveLength(3);
});
