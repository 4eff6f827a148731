import { z } from "zod";

/** Aurora scales in steps of half a unit of capacity (an ACU: about 2 GiB of memory and its share of CPU). */
const STEP = 0.5;
const MOST_ACU = 128;

const acu = (least: number) =>
  z
    .number()
    .min(least, {
      error: ({ input }) =>
        `${input} ACU is too little: Aurora Serverless v2 takes ${least} or more here.`,
    })
    .max(MOST_ACU)
    .multipleOf(STEP, {
      error: ({ input }) => `${input} ACU is between two steps: use a multiple of ${STEP}.`,
    });

const range = (unit: string, least: number, most: number) => {
  const error = ({ input }: { input?: unknown }) =>
    `${input} ${unit} are too few: use ${least} to ${most}.`;
  return z.int().min(least, { error }).max(most);
};

/** How the database is sized and kept. */
export const databaseSchema = z
  .strictObject({
    /**
     * The capacity it never goes below, in ACU: 0.5 to 128 in steps of 0.5, or 0 to pause when nothing is
     * connected, which costs some 15 seconds at the next connection.
     *
     * @default 0.5 (the article)
     */
    minAcu: acu(0),
    /** The capacity it never goes above, in ACU: 1 to 128 in steps of 0.5. @default 4 (the article) */
    maxAcu: acu(1),
    /** After how many idle seconds it pauses, where minAcu is 0. @default 300 */
    pauseAfterSeconds: range("seconds until the database pauses", 300, 86_400),
    /** How many readers stand by in other zones; the first takes over from a writer that fails. @default 0; prod 1 */
    readers: range("readers", 0, 15),
    /** For how many days it can be set back to any second. @default 1; prod 14 */
    backupDays: range("days of backups", 1, 35),
    /** Whether it refuses to be deleted, and leaves a snapshot when it is after all. @default false; prod true */
    protected: z.boolean(),
    /** Whether queries' load is recorded, for 7 days, which is free of charge. @default false; hardened true */
    insights: z.boolean(),
  })
  .superRefine(({ minAcu, maxAcu }, context) => {
    if (maxAcu >= minAcu) return;
    const message = `${maxAcu} ACU at most is less than ${minAcu} ACU at least. Raise maxAcu, or lower minAcu.`;
    context.addIssue({ code: "custom", path: ["maxAcu"], message });
  });

export type DatabaseConfig = z.infer<typeof databaseSchema>;

/** The article's sizes, and otherwise what costs least. */
export const DATABASE_DEFAULTS: DatabaseConfig = {
  minAcu: 0.5,
  maxAcu: 4,
  pauseAfterSeconds: 300,
  readers: 0,
  backupDays: 1,
  protected: false,
  insights: false,
};
