import { fileURLToPath } from "node:url";

/** The committed migrations, which drizzle's migrators read. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../drizzle", import.meta.url));
