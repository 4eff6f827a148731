import type { ProblemCode } from "@caption-generator/schema";

/** How to do better next time, for programs: RFC 6750, 3. A browser asks nobody for a password by it. */
const CHALLENGES: Partial<Readonly<Record<ProblemCode, string>>> = {
  sign_in_required: 'Bearer realm="captions"',
  access_token_wrong: 'Bearer realm="captions", error="invalid_token"',
  api_key_wrong: 'Bearer realm="captions", error="invalid_token"',
  scope_missing: 'Bearer realm="captions", error="insufficient_scope"',
};

/** What WWW-Authenticate says beside a problem, if anything. */
export const challengeOf = (code: ProblemCode): string | undefined => CHALLENGES[code];
