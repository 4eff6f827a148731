import type { Problem } from "@caption-generator/schema";
import { problemSchema } from "@caption-generator/schema";

/** What a person is told when something did not work. */
export type ShownProblem = Pick<Problem, "title" | "detail" | "retryable"> &
  Partial<Pick<Problem, "code" | "requestId">>;

/** An answer that says what went wrong. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly shown: ShownProblem;

  constructor(shown: ShownProblem) {
    super(shown.detail);
    this.shown = shown;
  }
}

const OFFLINE: ShownProblem = {
  title: "No connection",
  detail: "The caption service could not be reached. Nothing is lost: try again in a moment.",
  retryable: true,
};

/** The body of a good answer. @throws ApiProblem for any other */
export async function readAnswer<T>(response: {
  readonly ok: boolean;
  json(): Promise<unknown>;
}): Promise<T> {
  const body = await response.json().catch(() => undefined);
  if (response.ok) return body as T;
  const problem = problemSchema.safeParse(body);
  throw new ApiProblem(problem.success ? problem.data : OFFLINE);
}

/** What to show for an error of any kind: what is no answer at all is a lost connection. */
export function toShown(error: unknown): ShownProblem {
  return error instanceof ApiProblem ? error.shown : OFFLINE;
}

/** True where nobody answered: the connection is lost, or the service is not there right now. */
export function isUnreachable({ code }: ShownProblem): boolean {
  return code === undefined || code === "shutting_down";
}
