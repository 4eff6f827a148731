/**
 * What a page may load and speak to: this origin, and the one that uploads go to where that is another.
 * Next puts its own start-up code inline, and styles too.
 *
 * @param uploadsOrigin such as `https://uploads.s3.us-east-1.amazonaws.com`
 */
export const contentSecurityPolicy = (uploadsOrigin: string | undefined): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    ["connect-src 'self'", uploadsOrigin].filter(Boolean).join(" "),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
