import { randomBytes } from "node:crypto";
import type { OptionalSecret } from "../../../packages/infra/src/config/optional-secrets.ts";
import {
  OPTIONAL_SECRET_NAMES,
  OPTIONAL_SECRETS,
} from "../../../packages/infra/src/config/optional-secrets.ts";

/** A secret that the tasks of an environment need, kept as a parameter of Systems Manager. */
export interface WantedSecret {
  /** The last part of the parameter's name. */
  readonly name: string;
  /** What it is, for the prompt and for those who read the list of parameters. */
  readonly what: string;
  /** Makes one, where it need not come from anybody. */
  readonly generate?: () => string;
  /** Characters below which the API refuses it. */
  readonly shortest?: number;
}

const SESSION_SECRET_BYTES = 32;

/** What every environment needs. */
const ALWAYS: readonly WantedSecret[] = [
  { name: "google-api-key", what: "Google API key for Gemini" },
  { name: "openai-api-key", what: "OpenAI API key" },
  {
    name: "session-secret",
    what: "Secret that sessions are signed with",
    generate: () => randomBytes(SESSION_SECRET_BYTES).toString("base64url"),
  },
];

const optional = (name: OptionalSecret): WantedSecret => ({
  name,
  what: OPTIONAL_SECRETS[name].what,
  shortest: OPTIONAL_SECRETS[name].shortest,
});

/** All that some environment may need. */
export const KNOWN: readonly WantedSecret[] = [...ALWAYS, ...OPTIONAL_SECRET_NAMES.map(optional)];

/** What the tasks of an environment need: none starts before all of these are there. */
export const neededWith = (names: readonly string[]): readonly WantedSecret[] =>
  KNOWN.filter((secret) => ALWAYS.includes(secret) || names.includes(secret.name));
