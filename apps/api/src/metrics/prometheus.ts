import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { JobQueue } from "../ports/job-queue.ts";

/** In seconds: from an answer out of memory to a long video's transcription. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

export type Prometheus = ReturnType<typeof createPrometheus>;

/**
 * All that is measured of this process, for Prometheus to fetch.
 * @param whole whether memory, event loop and the like are measured, too
 */
export function createPrometheus({ whole }: { readonly whole: boolean }) {
  const registry = new Registry();
  const registers = [registry];
  if (whole) collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "How long requests took to answer, streams until their end",
      labelNames: ["method", "route", "status"],
      buckets: BUCKETS,
      registers,
    }),
    stages: new Histogram({
      name: "caption_stage_duration_seconds",
      help: "How long captions were in each stage of their work, in this process",
      labelNames: ["stage"],
      buckets: BUCKETS,
      registers,
    }),
    jobs: new Histogram({
      name: "caption_job_duration_seconds",
      help: "How long jobs took, by whether they came through or were handed back to the queue",
      labelNames: ["outcome"],
      buckets: BUCKETS,
      registers,
    }),
    aiCalls: new Counter({
      name: "ai_calls_total",
      help: "Answers of paid models, and calls that failed",
      labelNames: ["provider", "outcome"],
      registers,
    }),
    aiTokens: new Counter({
      name: "ai_tokens_total",
      help: "Tokens that paid models were sent and answered with",
      labelNames: ["provider", "kind"],
      registers,
    }),
    aiSpend: new Counter({
      name: "ai_spend_usd_total",
      help: "What paid models' answers cost at list price, in US dollars",
      labelNames: ["provider"],
      registers,
    }),
    circuitOpenings: new Counter({
      name: "ai_circuit_openings_total",
      help: "How often this process found that a model is to be left alone for a while",
      labelNames: ["circuit"],
      registers,
    }),
    cache: new Counter({
      name: "caption_cache_requests_total",
      help: "Looks into the cache of captions, by what came of them",
      labelNames: ["result"],
      registers,
    }),
  };
}

/** Adds what the queue holds; it is asked whenever Prometheus fetches. */
export function measureQueue({ registry }: Prometheus, queue: Pick<JobQueue, "waiting">): void {
  const registers = [registry];
  const age = new Gauge({
    name: "caption_queue_oldest_seconds",
    help: "How long the job has waited that could be taken on first",
    registers,
  });
  new Gauge({
    name: "caption_queue_waiting",
    help: "Jobs that a worker could take on at this moment, of all processes",
    registers,
    async collect() {
      // A database that is away is no figure, and no reason to hide the others.
      const waiting = await queue.waiting().catch(() => undefined);
      if (waiting === undefined) {
        this.reset();
        age.reset();
        return;
      }
      this.set(waiting.count);
      age.set(waiting.oldestSeconds);
    },
  });
}
