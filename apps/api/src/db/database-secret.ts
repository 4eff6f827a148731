import { z } from "zod";
import { StartupError } from "../errors/startup-error.ts";

/** What RDS keeps in AWS Secrets Manager for the master user of a cluster. */
const secretSchema = z.object({ username: z.string().min(1), password: z.string().min(1) });

export type Credentials = z.infer<typeof secretSchema>;

/**
 * Reads the JSON that RDS makes, and renews by itself.
 *
 * @throws StartupError that never shows it
 */
export function readDatabaseSecret(text: string): Credentials {
  const parsed = secretSchema.safeParse(fromJson(text));
  if (parsed.success) return parsed.data;
  throw new StartupError(
    'DATABASE_SECRET is not the JSON that RDS makes, {"username": "...", "password": "..."}. Give the task the secret itself, without naming one of its keys.',
  );
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
