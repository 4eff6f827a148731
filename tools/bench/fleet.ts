import { asCaption, createVisitor } from "../../apps/api/src/testing/api-client.ts";
import { has } from "../../apps/api/src/testing/capabilities.ts";
import { makePhoto } from "../../apps/api/src/testing/make-photo.ts";
import type { Fleet } from "../chaos/fleet.ts";
import { startFleet } from "../chaos/fleet.ts";
import { firstLacking } from "../terraform/capabilities.ts";
import { measureCrowd } from "./crowd.ts";
import type { Figure } from "./figure.ts";
import { milliseconds, quantile } from "./figure.ts";

const CAPTIONS = 50;
const ROWS = 10_000;
const AT_ONCE = 64;
const SECONDS = 5;
const WARM_UP_SECONDS = 2;

/** One API and one worker on Postgres, Redis and S3: how soon jobs begin, and how quick answers are. */
export async function measureFleet(): Promise<Figure[]> {
  const lacking = await firstLacking(["moto"]);
  if (!has("postgres") || !has("redis") || lacking !== undefined) {
    return [{ what: "several machines", goal: "", seen: "not measured: a server is missing" }];
  }
  const fleet = await startFleet({ apis: 1, workers: 1, modelMs: 0 });
  try {
    const visitor = createVisitor(fleet.apis[0]?.url() ?? "");
    await visitor.get("/captions");
    let id = "";
    for (let count = 0; count < CAPTIONS; count += 1) {
      ({ id } = await asCaption(
        await visitor.caption(await makePhoto(), {}, { prefer: "wait=30" }),
      ));
    }
    const waits = await dispatches(fleet);
    const read = async () => {
      await (await visitor.get(`/captions/${id}`)).text();
    };
    // The first ones pay for what is compiled once.
    await measureCrowd({ atOnce: AT_ONCE, seconds: WARM_UP_SECONDS }, read);
    const answers = await measureCrowd({ atOnce: AT_ONCE, seconds: SECONDS }, read);
    await fillHistory(fleet, id);
    const pages = await measureCrowd({ atOnce: 1, seconds: SECONDS }, async (number) => {
      const search = number % 2 === 0 ? "" : "&q=photo";
      await (await visitor.get(`/captions?limit=20${search}`)).text();
    });
    return [
      {
        what: `a queued job is begun by another process, p95 of ${CAPTIONS}`,
        goal: "<= 50 ms",
        seen: milliseconds(quantile(waits, 0.95)),
      },
      {
        what: `answers with a finished caption a second, ${AT_ONCE} under way`,
        goal: ">= 1,500",
        seen: answers.perSecond.toFixed(0),
      },
      {
        what: `a page of a history with ${ROWS} captions, every other one searched, median`,
        goal: "<= 10 ms",
        seen: milliseconds(pages.median),
      },
    ];
  } finally {
    await fleet.stop();
  }
}

/** From the commit of a caption's job to its first stage, in milliseconds. */
async function dispatches({ sql }: Fleet): Promise<number[]> {
  const { rows } = await sql.query<{ ms: number }>(`
    SELECT extract(epoch FROM begun.created_at - queued.created_at)::float8 * 1000 AS ms
    FROM caption_events queued JOIN caption_events begun USING (caption_id)
    WHERE queued.seq = 1 AND begun.seq = 2 OFFSET 1`);
  return rows.map(({ ms }) => ms);
}

/** Gives the caption's session a long history, of captions like it. */
async function fillHistory({ sql }: Fleet, id: string): Promise<void> {
  const columns = await sql.query<{ name: string }>(
    "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'captions' AND column_name NOT IN ('id', 'created_at')",
  );
  const names = columns.rows.map(({ name }) => `"${name}"`).join(", ");
  await sql.query(
    `INSERT INTO captions (id, created_at, ${names})
     SELECT 'cap_' || lpad(n::text, 20, '0'), now() - n * interval '1 second', ${names}
     FROM captions, generate_series(1, ${ROWS}) AS n WHERE id = $1`,
    [id],
  );
  await sql.query("ANALYZE captions");
}
