import { z } from "zod";

const MOST_NODES = 6;
const MOST_SNAPSHOTS = 35;

/** How the cache is sized and kept. */
export const cacheSchema = z.strictObject({
  /** The type of each node. @default "cache.t3.micro" (the article) */
  nodeType: z.string().regex(/^cache\.[a-z0-9]+\.[a-z0-9]+$/u, {
    error: ({ input }) =>
      `"${input}" is not a type of a cache node: write one such as "cache.t3.micro".`,
  }),
  /** How many nodes hold the same data; from two on, another zone's takes over from one that fails. @default 1; prod 2 */
  nodes: z
    .int()
    .min(1, { error: ({ input }) => `${input} nodes are no cache: use 1 to ${MOST_NODES}.` })
    .max(MOST_NODES),
  /** For how many days a daily snapshot is kept; 0 for none. What is in a cache can be made again. @default 0; prod 1 */
  snapshotDays: z.int().min(0).max(MOST_SNAPSHOTS),
});

export type CacheConfig = z.infer<typeof cacheSchema>;

/** The article's size. */
export const CACHE_DEFAULTS: CacheConfig = {
  nodeType: "cache.t3.micro",
  nodes: 1,
  snapshotDays: 0,
};

/** ElastiCache's limit on the names of what it holds, in characters. */
const LONGEST_NAME = 40;

/** The longest name there will be, that of a user. */
const longestCacheName = (projectName: string, environment: string): string =>
  `${projectName}-${environment}-default`;

/** Why ElastiCache would refuse the names that begin so, with the fix; undefined for good ones. */
export function cacheNameFault(projectName: string, environment: string): string | undefined {
  const name = longestCacheName(projectName, environment);
  if (name.includes("--")) return `has two hyphens in a row, which ElastiCache refuses; use one`;
  if (name.length <= LONGEST_NAME) return undefined;
  const most = LONGEST_NAME - (name.length - projectName.length);
  return `is too long for ElastiCache, whose names have ${LONGEST_NAME} characters; use ${most} or fewer`;
}
