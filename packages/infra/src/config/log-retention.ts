import { z } from "zod";

/** The numbers of days for which CloudWatch can keep logs. */
const POSSIBLE_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
] as const;

/** For how many days logs are kept, in all log groups of an environment. */
export const logRetentionDays = z.literal(POSSIBLE_DAYS);
