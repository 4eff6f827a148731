const MAJOR = "16";

/**
 * The major version alone: AWS takes its preferred minor version, and brings newer ones in the maintenance
 * window, without a difference to the plan. A minor version written down is one that AWS retires some day.
 */
export const ENGINE = {
  name: "aurora-postgresql",
  version: MAJOR,
  family: `aurora-postgresql${MAJOR}`,
} as const;
