import { z } from "zod";

/** CloudFront in front of the load balancer. */
export const cdnShape = z.strictObject({
  /** Whether there is one; the load balancer then answers nobody else. */
  enabled: z.boolean(),
  /** Whether a web application firewall looks at each request first. It costs about 10 USD a month and more. */
  waf: z.boolean(),
  /** Requests in five minutes after which the firewall refuses an address. */
  requestsPerAddress: z.int().min(100, {
    error: ({ input }) =>
      `${input} requests in five minutes would refuse one person who looks around: use 100 or more.`,
  }),
  /** Where there are edges: the fewer, the cheaper. */
  priceClass: z.enum(["PriceClass_100", "PriceClass_200", "PriceClass_All"]),
});

export type CdnConfig = z.infer<typeof cdnShape>;

/** North America and Europe, where the article's figures are from. */
export const CDN_DEFAULTS: CdnConfig = {
  enabled: true,
  waf: false,
  requestsPerAddress: 2000,
  priceClass: "PriceClass_100",
};
