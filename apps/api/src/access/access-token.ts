import { createHash, createHmac, scryptSync, timingSafeEqual } from "node:crypto";

/** The one secret that lets people into a private installation. */
export interface AccessToken {
  /** Stands for the token in cookies and beside keys; another token has another, and tells nothing of it. */
  readonly mark: string;
  /** The session of those who send the token with each request instead of signing in. */
  readonly sessionId: string;
  /** Compares in the same time however much of it is right. */
  matches(given: string): boolean;
}

/**
 * Marks come of the token alone, so that keys outlive a change of SESSION_SECRET; and slowly, so that
 * whoever sees one can hardly try tokens against it.
 */
export function createAccessToken(token: string): AccessToken {
  const expected = digest(token);
  const stretched = scryptSync(token, "caption-generator access token", 32);
  const derive = (purpose: string) => createHmac("sha256", stretched).update(purpose);
  return {
    mark: derive("mark").digest("base64url").slice(0, 22),
    sessionId: `ses_${derive("session").digest("hex").slice(0, 20)}`,
    // Digests are of one length, whatever was given.
    matches: (given) => timingSafeEqual(digest(given), expected),
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();
