import { describe, expect, it } from "vitest";
import { accessOf } from "./access-of.ts";

describe("who may send a request", () => {
  it.each([
    ["GET", "/api/health/live", "everyone"],
    ["HEAD", "/api/health/ready", "everyone"],
    ["GET", "/api/docs/start.js", "everyone"],
    ["POST", "/api/session", "everyone"],
    ["POST", "/api/session/sign-out", "everyone"],
    ["DELETE", "/api/session", "session"],
    ["GET", "/api/limits", "visitor"],
    ["PUT", "/api/uploads/upl_1/bytes", "bearer of the URL"],
    ["PUT", "/api/uploads/upl_1/parts/3", "bearer of the URL"],
    ["GET", "/api/keys", "session"],
    ["DELETE", "/api/keys/key_1", "session"],
  ])("%s %s: %s", (method, path, to) => {
    expect(accessOf(method, path).to).toBe(to);
  });

  it.each([
    ["GET", "/api/captions", "captions:read"],
    ["HEAD", "/api/captions/cap_1", "captions:read"],
    ["GET", "/api/captions/cap_1/transcript.srt", "captions:read"],
    ["POST", "/api/captions", "captions:write"],
    ["DELETE", "/api/captions/cap_1", "captions:write"],
    ["POST", "/api/uploads", "captions:write"],
    ["GET", "/api/uploads/upl_1/parts", "captions:write"],
  ])("%s %s: whoever has %s", (method, path, scope) => {
    expect(accessOf(method, path)).toEqual({ to: "session or key", scope });
  });

  it.each([
    ["GET", "/api/anything-new"],
    ["POST", "/api/health/live"],
    ["GET", "/api/healthy"],
    ["GET", "/api/captionsx"],
    ["POST", "/api/uploads-of-all"],
    ["PUT", "/api/uploads/upl_1/bytes/more"],
    ["GET", "/api//health/live"],
    ["GET", "/api/session/sign-out"],
    ["POST", "/api/session/sign-out/more"],
    ["GET", "/api/docsx"],
  ])("%s %s, which is nothing we know: a session, or whoever has the scope", (method, path) => {
    expect(["session", "session or key"]).toContain(accessOf(method, path).to);
  });
});
