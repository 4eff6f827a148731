/** A quantity that no configuration tells, and why it is taken to be so. */
interface Assumption {
  readonly value: number;
  readonly unit: string;
  readonly why: string;
}

const article = "The article's table.";

/** A month of low to medium traffic. All can be set otherwise: `pnpm cost prod --assume uploads=200000`. */
export const ASSUMPTIONS = {
  cloudFrontGb: { value: 1000, unit: "GB", why: article },
  cloudFrontRequests: {
    value: 10e6,
    unit: "requests",
    why: "1 TB at 100 kB a response.",
  },
  s3StoredGb: { value: 100, unit: "GB", why: article },
  s3Writes: {
    value: 500e3,
    unit: "requests",
    why: 'The article says "+ requests": with the reads, as many as make up its sum.',
  },
  s3Reads: { value: 500e3, unit: "requests", why: "One a write." },
  otherBucketGb: { value: 5, unit: "GB a bucket", why: "Access logs, which expire." },
  uploads: { value: 50e3, unit: "uploads", why: "One every 50 seconds, day and night." },
  uploadMb: { value: 3, unit: "MB an upload", why: "A photo as a telephone takes it." },
  natGb: {
    value: 30,
    unit: "GB",
    why: "What tasks send to Gemini and OpenAI: 0.3 MB an upload, after resizing, and the answers.",
  },
  betweenZonesGb: {
    value: 50,
    unit: "GB",
    why: "Load balancer, tasks, database and cache in different zones.",
  },
  albLcu: {
    value: 0.25,
    unit: "LCU on average",
    why: "A quarter of 25 new connections a second, 3,000 open ones or 1 GB an hour.",
  },
  auroraGb: { value: 10, unit: "GB", why: "Captions and jobs; uploads are not in it." },
  auroraIo: { value: 10e6, unit: "requests", why: "200 an upload." },
  logsGb: { value: 5, unit: "GB a service", why: "5 kB a request, for a million requests." },
  otherLogsGb: { value: 0.5, unit: "GB a log group", why: "Errors, slow queries and findings." },
  logsKeptMonths: { value: 1, unit: "months' logs kept", why: "Retention of 30 days." },
  flowLogsGb: { value: 10, unit: "GB", why: "100 bytes a flow." },
  containerMetrics: {
    value: 40,
    unit: "metrics",
    why: "What Container Insights reports of a cluster with two services.",
  },
  customMetrics: { value: 4, unit: "metrics", why: "Those the API reports in CaptionGenerator." },
  endpointGb: { value: 20, unit: "GB an endpoint", why: "Images, logs and secrets." },
  imageGb: { value: 5, unit: "GB a repository", why: "Ten images of half a gigabyte." },
  kmsRequests: { value: 100e3, unit: "requests a key", why: "Two an upload." },
  emails: { value: 1000, unit: "e-mails", why: "Thirty a day would be ignored anyway." },
  lockWrites: {
    value: 10e3,
    unit: "requests",
    why: "Two a deployment, and what the pipeline plans.",
  },
  dnsQueries: { value: 1e6, unit: "queries", why: "One a visit, without resolvers' caches." },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof ASSUMPTIONS;

/** The assumed quantities in use. */
export type Usage = Readonly<Record<AssumptionName, number>>;

export const ASSUMED = Object.fromEntries(
  Object.entries(ASSUMPTIONS).map(([name, { value }]) => [name, value]),
) as Usage;
