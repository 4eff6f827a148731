import { asCaption, createVisitor } from "../../apps/api/src/testing/api-client.ts";
import { makePhoto } from "../../apps/api/src/testing/make-photo.ts";
import { parseEvents } from "../../apps/api/src/testing/sse.ts";
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import { startFleet } from "./fleet.ts";

/** A page follows a caption on one API, which is killed, and goes on at the other. */
export async function followAcross(): Promise<Finding[]> {
  const fleet = await startFleet({ apis: 2, workers: 1, modelMs: 3_000 });
  const [one, other] = fleet.apis;
  if (one === undefined || other === undefined) throw new Error("There are not two APIs.");
  try {
    const visitor = createVisitor(one.url());
    const { id } = await asCaption(await visitor.caption(await makePhoto(), {}, {}));
    const before = await visitor.get(`/captions/${id}/events`);
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { seq } of parseEvents(before)) {
        seen.push(seq);
        if (seen.length === 3) await one.kill();
      }
    })();
    await reading.catch(() => {});
    const headers = { "last-event-id": String(seen.at(-1) ?? 0) };
    const after = await visitor.at(other.url()).send(`/captions/${id}/events`, { headers });
    for await (const { seq } of parseEvents(after)) seen.push(seq);
    const gapless = seen.every((seq, index) => seq === index + 1);
    const finished = (await asCaption(await visitor.at(other.url()).get(`/captions/${id}`))).state;
    return [
      finding(
        "events that a page saw whose API was killed and that went on at another",
        "1, 2, 3 and so on, to the end",
        `${seen.join(", ")}; ${finished}`,
        gapless && seen.length > 3 && finished === "done",
      ),
    ];
  } finally {
    await fleet.stop();
  }
}
