/**
 * Policies that AWS keeps for everybody, by the ids it publishes: the same in every account. Source: "Use
 * managed cache policies", "... origin request policies" and "... response headers policies" in the Amazon
 * CloudFront Developer Guide.
 */
export const MANAGED = {
  cachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  /** Compressed and uncompressed, without cookies and query in the key; for as long as the origin says. */
  cachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  /** All headers, cookies and the query go on to the origin. */
  allViewer: "216adef6-5c7f-47e4-b989-5492eafa07d3",
  /** HSTS for a year, no framing by others, no sniffing, a short referrer: wherever the origin says nothing of its own. */
  securityHeaders: "67f7725c-6f97-4210-82d7-5512b31e9d03",
} as const;
