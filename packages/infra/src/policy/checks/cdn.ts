import { argument, blocks, isSet } from "../../inventory/arguments.ts";
import type { Values } from "../../inventory/value.ts";
import { textOf } from "../../inventory/value.ts";
import type { Check } from "../check.ts";

const CDN = ["aws_cloudfront_distribution"];
const ENCRYPTED = ["https-only", "redirect-to-https"];

const behaviours = (args: Values): readonly Values[] => [
  ...blocks(args, "default_cache_behavior"),
  ...blocks(args, "ordered_cache_behavior"),
];

export const CDN_CHECKS: readonly Check[] = [
  {
    id: "CKV_AWS_34",
    says: "CloudFront speaks to people over HTTPS",
    types: CDN,
    holds: (args) =>
      behaviours(args).every((each) => ENCRYPTED.includes(String(each["viewer_protocol_policy"]))),
  },
  {
    id: "CKV_AWS_174",
    says: "CloudFront takes TLS 1.2 or newer",
    types: CDN,
    hardened: true,
    holds: (args) =>
      /^TLSv1\.[23]/u.test(String(argument(args, "viewer_certificate.minimum_protocol_version"))),
  },
  {
    id: "CKV2_AWS_42",
    says: "CloudFront shows a certificate of the site's own",
    types: CDN,
    hardened: true,
    holds: (args) => isSet(args, "viewer_certificate.acm_certificate_arn"),
  },
  {
    id: "CKV_AWS_68",
    says: "a firewall looks at what CloudFront is sent",
    types: CDN,
    hardened: true,
    holds: (args) => isSet(args, "web_acl_id"),
  },
  {
    id: "CKV2_AWS_47",
    says: "the firewall before CloudFront knows attacks of the kind of Log4j",
    types: CDN,
    hardened: true,
    holds: (_args, { instance, inventory }) =>
      inventory
        .targets(instance, "web_acl_id")
        .some(({ args }) => textOf(args).includes("AWSManagedRulesKnownBadInputsRuleSet")),
  },
  {
    id: "CKV2_AWS_31",
    says: "a firewall logs what it refuses",
    types: ["aws_wafv2_web_acl"],
    holds: (_args, { instance, inventory }) =>
      inventory.referring(instance, "aws_wafv2_web_acl_logging_configuration").length > 0,
  },
  {
    id: "CKV_AWS_86",
    says: "CloudFront logs requests",
    types: CDN,
    hardened: true,
    holds: (args, { instance, inventory }) =>
      isSet(args, "logging_config.bucket") ||
      inventory.referring(instance, "aws_cloudwatch_log_delivery_source").length > 0,
  },
  {
    id: "CKV2_AWS_32",
    says: "CloudFront adds headers that protect the browser",
    types: CDN,
    holds: (args) => behaviours(args).every((each) => isSet(each, "response_headers_policy_id")),
  },
  {
    id: "CKV_AWS_305",
    says: "CloudFront knows which object is the first page",
    types: CDN,
    hardened: true,
    holds: (args) => isSet(args, "default_root_object"),
  },
  {
    id: "CKV_AWS_310",
    says: "CloudFront has a second origin for when the first one fails",
    types: CDN,
    hardened: true,
    holds: (args) => blocks(args, "origin_group").length > 0,
  },
  {
    id: "CKV_AWS_374",
    says: "CloudFront serves named countries alone",
    types: CDN,
    hardened: true,
    holds: (args) =>
      argument(args, "restrictions.geo_restriction.restriction_type") === "whitelist",
  },
  {
    id: "encrypted-to-the-origin",
    says: "CloudFront speaks TLS to its origins",
    types: CDN,
    hardened: true,
    holds: (args) =>
      blocks(args, "origin").every(
        (origin) =>
          !isSet(origin, "custom_origin_config.origin_protocol_policy") ||
          argument(origin, "custom_origin_config.origin_protocol_policy") === "https-only",
      ),
  },
];
