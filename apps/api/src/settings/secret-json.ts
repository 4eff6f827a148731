import { z } from "zod";

const credentials = z.object({ username: z.string().min(1), password: z.string().min(1) });

export type Credentials = z.infer<typeof credentials>;

/** The JSON that AWS makes of a user's name and password; undefined where it is something else. */
export function parseCredentials(text: string): Credentials | undefined {
  const parsed = credentials.safeParse(fromJson(text));
  return parsed.success ? parsed.data : undefined;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
