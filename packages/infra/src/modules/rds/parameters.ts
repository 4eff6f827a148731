/** From how many milliseconds on a statement is logged as slow. */
const SLOW_MS = 1000;

/** What differs from Aurora's defaults, in every instance. */
export const PARAMETERS = [
  { name: "rds.force_ssl", value: "1" },
  { name: "ssl_min_protocol_version", value: "TLSv1.2" },
  // Changes of the tables, which migrations make. All statements would put what people wrote into the log.
  { name: "log_statement", value: "ddl" },
  { name: "log_min_duration_statement", value: String(SLOW_MS) },
] as const;
