import { randomBytes } from "node:crypto";

/** A secret that the tasks of an environment need, kept as a parameter of Systems Manager. */
export interface WantedSecret {
  /** The last part of the parameter's name. */
  readonly name: string;
  /** What it is, for the prompt and for those who read the list of parameters. */
  readonly what: string;
  /** Makes one, where it need not come from anybody. */
  readonly generate?: () => string;
}

const SESSION_SECRET_BYTES = 32;

/** No task starts before all of these are there. */
export const WANTED: readonly WantedSecret[] = [
  { name: "google-api-key", what: "Google API key for Gemini" },
  { name: "openai-api-key", what: "OpenAI API key" },
  {
    name: "session-secret",
    what: "Secret that sessions are signed with",
    generate: () => randomBytes(SESSION_SECRET_BYTES).toString("base64url"),
  },
];
