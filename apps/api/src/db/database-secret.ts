import { StartupError } from "../errors/startup-error.ts";
import type { Credentials } from "../settings/secret-json.ts";
import { parseCredentials } from "../settings/secret-json.ts";

/**
 * Reads the JSON that RDS makes, and renews by itself.
 *
 * @throws StartupError that never shows it
 */
export function readDatabaseSecret(text: string): Credentials {
  const credentials = parseCredentials(text);
  if (credentials !== undefined) return credentials;
  throw new StartupError(
    'DATABASE_SECRET is not the JSON that RDS makes, {"username": "...", "password": "..."}. Give the task the secret itself, without naming one of its keys.',
  );
}
