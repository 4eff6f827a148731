/**
 * The token of an Authorization header. One of another scheme is none of our business: a proxy in front
 * may ask for a name and a password, and browsers then send these along.
 */
export function bearerOf(header: string | undefined): string | undefined {
  const [scheme = "", ...token] = (header ?? "").trim().split(/\s+/u);
  return scheme.toLowerCase() === "bearer" ? token.join(" ") : undefined;
}
