import type {
  CloudfrontDistributionDefaultCacheBehavior as Behaviour,
  CloudfrontDistributionOrderedCacheBehavior as PathBehaviour,
} from "@cdktf/provider-aws/lib/cloudfront-distribution/index.js";
import { MANAGED } from "./managed-policies.ts";

/** The id of the one origin. */
export const ORIGIN = "load-balancer";

const READ = ["GET", "HEAD", "OPTIONS"];
const EVERY = [...READ, "PUT", "POST", "PATCH", "DELETE"];

const behaviour = (own: Partial<Behaviour>): Behaviour => ({
  targetOriginId: ORIGIN,
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: READ,
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: MANAGED.cachingDisabled,
  originRequestPolicyId: MANAGED.allViewer,
  responseHeadersPolicyId: MANAGED.securityHeaders,
  compress: true,
  ...own,
});

/** Pages name the files of their own build: one that is kept would name files that are gone after a release. */
export const PAGES = behaviour({});

export const BY_PATH: readonly PathBehaviour[] = [
  {
    ...behaviour({
      allowedMethods: EVERY,
      // A compressed event stream arrives only when it is full.
      compress: false,
    }),
    pathPattern: "/api/*",
  },
  {
    // The names of these files are made from their content.
    ...behaviour({ cachePolicyId: MANAGED.cachingOptimized }),
    pathPattern: "/_next/static/*",
  },
];
