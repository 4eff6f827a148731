import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVisitor } from "../../apps/api/src/testing/api-client.ts";
import { startApiProcess } from "../../apps/api/src/testing/api-process.ts";
import { has } from "../../apps/api/src/testing/capabilities.ts";
import { startFakeGemini } from "../../apps/api/src/testing/fake-gemini/start-fake-gemini.ts";
import { startPostgres } from "../../apps/api/src/testing/postgres.ts";
import { UNLIMITED } from "../../apps/api/src/testing/unlimited.ts";
import type { Round } from "./crowd.ts";
import { measureCrowd } from "./crowd.ts";
import { measureDecodeFloor } from "./decode-floor.ts";
import type { Figure } from "./figure.ts";
import { median, milliseconds } from "./figure.ts";
import { createNumberedPhotos } from "./numbered-photo.ts";
import { startPeer } from "./peer.ts";
import { pin } from "./pinned.ts";

const MODEL_MS = 1_000;
const AT_ONCE = 64;
const SECONDS = 15;
const ROUNDS = 3;
/** What is measured has one processor, and those who ask and answer it the other. */
const [MEASURED, OTHERS] = ["0", "1"];

/** What was measured, and of what it is made; no rounds where Flask is not there. */
interface Versus {
  readonly figures: readonly Figure[];
  readonly rounds: readonly Round[];
}

/** Captions a second, side by side with the article's own stack: Flask under gunicorn, on one processor each. */
export async function measureVersus(): Promise<Versus> {
  const gemini = await startFakeGemini({ latencyMs: MODEL_MS });
  const dataDir = await mkdtemp(join(tmpdir(), "bench-"));
  const postgres = has("postgres") ? await startPostgres() : undefined;
  await postgres?.makeDatabase("captions");
  const settings = {
    // As in production, where the database is another machine: Flask has none at all.
    ...(postgres === undefined ? {} : { DATABASE_URL: postgres.url("captions") }),
    DATA_DIR: dataDir,
    GEMINI_API_KEY: gemini.apiKey,
    GEMINI_BASE_URL: gemini.url,
  };
  const api = await startApiProcess({ ...settings, LOG_LEVEL: "info", ...UNLIMITED });
  const peer = await startPeer(gemini, MEASURED);
  try {
    if (peer === undefined) return NOT_MEASURED;
    await pin(api.child.pid ?? 0, MEASURED);
    await pin(process.pid, OTHERS);
    const photo = await createNumberedPhotos();
    const visitor = createVisitor(api.url);
    await visitor.get("/captions");
    const ours = (number: number) =>
      answered(
        visitor.send("/captions", {
          method: "POST",
          body: photo(number),
          headers: { prefer: "wait=60" },
        }),
      );
    const theirs = (number: number) =>
      answered(fetch(`${peer.url}/captions`, { method: "POST", body: photo(number) }));
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const crowd = { atOnce: AT_ONCE, seconds: SECONDS };
      const base = round * 1_000_000;
      rounds.push({
        ours: await measureCrowd(crowd, (number) => ours(base + number)),
        theirs: await measureCrowd(crowd, (number) => theirs(base + number)),
      });
    }
    const file = photo(0).get("file") as File;
    const floor = await measureDecodeFloor(await file.bytes());
    return { figures: [...judge(rounds), floor], rounds };
  } finally {
    await peer?.stop();
    await api.end("SIGTERM");
    await gemini.close();
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const NOT_MEASURED: Versus = {
  figures: [
    {
      what: "side by side with Flask",
      goal: "",
      seen: "not measured: apt-get install python3-flask gunicorn python3-pil",
    },
  ],
  rounds: [],
};

async function answered(answer: Promise<Response>): Promise<void> {
  const response = await answer;
  const text = await response.text();
  if (response.status !== 201)
    throw new Error(`A caption was not made: ${response.status} ${text}`);
}

function judge(rounds: readonly Round[]): Figure[] {
  const of = (pick: (round: Round) => number) => median(rounds.map(pick));
  const ours = of((round) => round.ours.perSecond);
  const theirs = of((round) => round.theirs.perSecond);
  const p99 = of((round) => round.ours.p99);
  return [
    {
      what: `captions of 2 MB photos a second on one processor, ${AT_ONCE} under way, against Flask with 8 threads, median of ${ROUNDS}`,
      goal: ">= 10 times",
      seen: `${ours.toFixed(1)} against ${theirs.toFixed(1)}: ${(ours / theirs).toFixed(1)} times`,
    },
    {
      what: `p99 above the model's own second, ${AT_ONCE} under way (Flask: ${milliseconds(of((round) => round.theirs.p99) - MODEL_MS)})`,
      goal: "<= 150 ms",
      seen: milliseconds(p99 - MODEL_MS),
    },
  ];
}
