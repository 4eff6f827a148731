import { sessionSchema, signInSchema, signOutSchema } from "@caption-generator/schema";
import { createRoute } from "@hono/zod-openapi";
import type { AccessToken } from "../access/access-token.ts";
import { checkGuess } from "../access/check-guess.ts";
import type { GuessLimit } from "../access/guess-limit.ts";
import type { Deps } from "../deps.ts";
import { jsonAnswer, jsonBody } from "../http/json-body.ts";
import { problemResponses } from "../http/problem-responses.ts";
import { createRouter } from "../http/router.ts";
import type { SessionCookies } from "../http/session-cookie.ts";
import { newSessionId } from "../ids/ids.ts";
import { requireContentType } from "../middleware/content-type.ts";
import { limitJson } from "../middleware/json-size.ts";
import { deleteSession } from "./delete-session.ts";

const tags = ["Session"];

const getRoute = createRoute({
  method: "get",
  path: "/session",
  tags,
  summary: "Whether an access token is needed here, and whether this browser is signed in",
  responses: { 200: jsonAnswer("How it stands", sessionSchema), ...problemResponses },
});

const signInRoute = createRoute({
  method: "post",
  path: "/session",
  tags,
  summary: "Sign in with the installation's access token",
  middleware: [requireContentType("application/json"), limitJson] as const,
  request: { body: jsonBody(signInSchema) },
  responses: { 200: jsonAnswer("The cookie is signed in", sessionSchema), ...problemResponses },
});

const signOutRoute = createRoute({
  method: "post",
  path: "/session/sign-out",
  tags,
  summary: "Sign this browser out, and delete nothing",
  middleware: [requireContentType("application/json"), limitJson] as const,
  request: { body: jsonBody(signOutSchema) },
  responses: { 204: { description: "The cookie is signed out, or gone" }, ...problemResponses },
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/session",
  tags,
  summary: "Delete everything of this session, keys and uploads too, and sign out",
  responses: { 204: { description: "All of it is gone" }, ...problemResponses },
});

export interface SessionConfig {
  readonly cookies: SessionCookies;
  readonly accessToken: AccessToken | undefined;
  readonly guesses: GuessLimit;
}

export function sessionRoutes(deps: Deps, { cookies, accessToken, guesses }: SessionConfig) {
  return createRouter()
    .openapi(getRoute, async (c) => {
      if (accessToken === undefined) return c.json(OPEN, 200);
      const cookie = cookies.read(c);
      const signedIn = cookie?.mark === accessToken.mark;
      return c.json({ accessTokenNeeded: true, signedIn }, 200);
    })
    .openapi(signInRoute, async (c) => {
      if (accessToken === undefined) return c.json(OPEN, 200);
      const given = c.req.valid("json").accessToken;
      await checkGuess({ accessToken, guesses }, { given, address: c.get("address") });
      // The session stays: its history comes back, and no cookie of another's says that it is signed in.
      const id = cookies.read(c)?.id ?? newSessionId();
      cookies.write(c, { id, mark: accessToken.mark });
      return c.json({ accessTokenNeeded: true, signedIn: true }, 200);
    })
    .openapi(signOutRoute, async (c) => {
      const { forget } = c.req.valid("json");
      const cookie = cookies.read(c);
      // Where no token is needed, a cookie that is kept is as good as signed in.
      if (cookie === undefined || forget || accessToken === undefined) cookies.clear(c);
      else cookies.write(c, { id: cookie.id, mark: undefined });
      return c.body(null, 204);
    })
    .openapi(deleteRoute, async (c) => {
      await deleteSession(deps, c.get("sessionId"));
      cookies.clear(c);
      return c.body(null, 204);
    });
}

const OPEN = { accessTokenNeeded: false, signedIn: true } as const;
