import type { Problem } from "@caption-generator/schema";
import { problemSchema } from "@caption-generator/schema";
import { readRetryAfter } from "./retry-after.ts";
import { signIn } from "./sign-in-state.ts";

/** What a person is told when something did not work. */
export type ShownProblem = Pick<Problem, "title" | "detail" | "retryable"> &
  Partial<Pick<Problem, "code" | "requestId" | "errors">> & {
    /** From when on the same may be asked again, in milliseconds since 1970, where the answer said so. */
    readonly retryAt?: number;
  };

/** What an answer said beside its body. */
export interface AnswerFacts {
  readonly status: number;
  /** How long to wait before asking again, in milliseconds, where the answer said so. */
  readonly retryAfterMs: number | undefined;
}

/** An answer that says what went wrong. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly shown: ShownProblem;
  /** None where nobody answered. */
  readonly answer: AnswerFacts | undefined;

  constructor(shown: ShownProblem, answer?: AnswerFacts) {
    super(shown.detail);
    this.shown = shown;
    this.answer = answer;
  }
}

const OFFLINE: ShownProblem = {
  title: "No connection",
  detail: "The caption service could not be reached. Nothing is lost: try again in a moment.",
  retryable: true,
};

/** The body of a good answer. @throws ApiProblem for any other */
export async function readAnswer<T>(
  response: Pick<Response, "ok" | "status" | "headers"> & { json(): Promise<unknown> },
): Promise<T> {
  const body = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const retryAfterMs = readRetryAfter(response.headers.get("retry-after"));
  throw problemOf(body, { status: response.status, retryAfterMs });
}

/** What a bad answer's body says; its like of our own where it says nothing we know. */
export function problemOf(body: unknown, answer: AnswerFacts): ApiProblem {
  const problem = problemSchema.safeParse(body);
  if (problem.data?.code === "sign_in_required") signIn.ask();
  if (!problem.success) return new ApiProblem(OFFLINE, answer);
  const { retryAfterMs } = answer;
  const when = retryAfterMs === undefined ? {} : { retryAt: Date.now() + retryAfterMs };
  return new ApiProblem({ ...problem.data, ...when }, answer);
}

/** What to show for an error of any kind: what is no answer at all is a lost connection. */
export function toShown(error: unknown): ShownProblem {
  return error instanceof ApiProblem ? error.shown : OFFLINE;
}

/** True where nobody answered: the connection is lost, or the service is not there right now. */
export function isUnreachable({ code }: ShownProblem): boolean {
  return code === undefined || code === "shutting_down";
}
