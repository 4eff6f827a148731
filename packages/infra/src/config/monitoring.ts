import { z } from "zod";
import { faultless } from "./faultless.ts";

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/u;

/** Why alarms could not be sent there, with the fix; undefined for an address that looks like one. */
const emailFault = (address: string): string | undefined =>
  EMAIL.test(address) && address.length <= 254
    ? undefined
    : 'is not an e-mail address: write one such as "ops@example.com"';

const percent = (least: number) =>
  z.number().refine((value) => value >= least && value <= 100, {
    error: ({ input }) =>
      `${input} % would ${Number(input) > 100 ? "never" : "always"} be reached: use ${least} to 100.`,
  });

const positive = (what: string) =>
  z.number().positive({
    error: ({ input }) => `${input} ${what} would always be passed: use more than 0.`,
  });

/** Who is told of what, and from when on. */
export const monitoringShape = z.strictObject({
  /** Where alarms are sent; each address has to confirm. @default [] (alarms are seen in the console alone) */
  emails: z
    .array(z.string().superRefine(faultless(emailFault)))
    .refine((all) => new Set(all).size === all.length, {
      error: ({ input }) =>
        `${JSON.stringify(input)} names an address twice, and it would get every alarm twice: name it once.`,
    }),
  /** What a month may cost, in US dollars. @default 850 (the article's sum at its most, 813, and a little) */
  monthlyBudgetUsd: positive("USD a month"),
  /** Of a hundred requests, how many may fail by our fault in five minutes. @default 1 */
  serverErrorPercent: percent(0.01),
  /** In how many seconds 95 of 100 requests to the API are answered. @default 3 */
  p95LatencySeconds: positive("seconds"),
  /** For how many seconds a caption may wait for a worker. @default 120 */
  jobAgeSeconds: positive("seconds"),
  /** How many calls of a model may fail in five minutes. @default 10 */
  aiErrors: positive("errors"),
  /** What models may cost a day, in US dollars. @default 20 */
  aiSpendUsdPerDay: positive("USD a day"),
  /** How full the cache's memory may be. @default 80 */
  cacheMemoryPercent: percent(1),
});

export type MonitoringConfig = z.infer<typeof monitoringShape>;

export const MONITORING_DEFAULTS: MonitoringConfig = {
  emails: [],
  monthlyBudgetUsd: 850,
  serverErrorPercent: 1,
  p95LatencySeconds: 3,
  jobAgeSeconds: 120,
  aiErrors: 10,
  aiSpendUsdPerDay: 20,
  cacheMemoryPercent: 80,
};
