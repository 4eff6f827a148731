import type { Behaviour } from "./behaviour.ts";
import type { Ear } from "./ear.ts";
import type { Form } from "./parse-form.ts";

export interface ArrivedRequest {
  /** What came as a bearer token. */
  readonly key: string | undefined;
  /** The whole body's. */
  readonly bodyBytes: number;
  /** Undefined for a body that is no form. */
  readonly form: Form | undefined;
}

/** A request that got as far as the model. The audio itself is not kept. */
export interface ServedRequest {
  readonly model: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  /** How long its audio is. */
  readonly seconds: number;
}

export interface ServeContext {
  readonly apiKey: string;
  readonly ear: Ear;
  readonly nextBehaviour: () => Behaviour;
  readonly onServed: (request: ServedRequest) => void;
}
