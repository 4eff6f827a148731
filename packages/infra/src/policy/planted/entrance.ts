import type { Planted } from "./shapes.ts";
import {
  anywhere,
  behaviour,
  CDN,
  containers,
  EXEC,
  firewall,
  LB,
  LISTENER,
  one,
  port,
  TASK,
} from "./shapes.ts";

const NETWORK = {
  "closed-to-the-internet": one(
    "aws_security_group.x",
    { ingress: port(443, anywhere) },
    { ingress: port(443, { security_groups: ["sg-1"] }) },
  ),
  CKV_AWS_260: one(
    "aws_security_group.alb",
    { ingress: port(80, anywhere) },
    { ingress: port(443, anywhere) },
  ),
  CKV_AWS_382: one(
    "aws_security_group.x",
    { egress: { from_port: 0, to_port: 0, protocol: "-1", ...anywhere } },
    { egress: port(443, anywhere) },
  ),
  CKV_AWS_23: one(
    "aws_security_group.x",
    { description: "Tasks", ingress: port(80) },
    { description: "Tasks", ingress: port(80, { description: "Page" }) },
  ),
  CKV2_AWS_5: {
    bad: { "aws_security_group.x": {} },
    good: {
      "aws_security_group.x": {},
      "aws_lb.x": { security_groups: [`\${aws_security_group.x.id}`] },
    },
  },
  CKV_AWS_130: one(
    "aws_subnet.x",
    { map_public_ip_on_launch: true },
    { map_public_ip_on_launch: false },
  ),
  CKV2_AWS_11: {
    bad: { "aws_vpc.x": {} },
    good: { "aws_vpc.x": {}, "aws_flow_log.x": { vpc_id: `\${aws_vpc.x.id}` } },
  },
  CKV2_AWS_12: {
    bad: { "aws_vpc.x": {} },
    good: { "aws_vpc.x": {}, "aws_default_security_group.x": { vpc_id: `\${aws_vpc.x.id}` } },
  },
};

const BALANCER = {
  CKV_AWS_2: one(
    LISTENER,
    { protocol: "HTTP", default_action: { type: "forward" } },
    { protocol: "HTTPS" },
  ),
  CKV2_AWS_20: one(
    LISTENER,
    { protocol: "HTTP", default_action: { type: "forward" } },
    { protocol: "HTTP", default_action: { type: "redirect", redirect: { protocol: "HTTPS" } } },
  ),
  CKV_AWS_103: one(
    LISTENER,
    { protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-2016-08" },
    { protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
  ),
  CKV_AWS_91: one(LB, {}, { access_logs: { enabled: true } }),
  CKV_AWS_131: one(LB, {}, { drop_invalid_header_fields: true }),
  CKV_AWS_150: one(LB, {}, { enable_deletion_protection: true }),
  CKV_AWS_328: one(LB, { desync_mitigation_mode: "monitor" }, {}),
  CKV2_AWS_28: {
    bad: { [LB]: {} },
    good: {
      [LB]: {},
      "aws_wafv2_web_acl_association.x": { resource_arn: `\${aws_lb.x.arn}` },
    },
  },
};

const EDGE = {
  CKV_AWS_34: one(
    CDN,
    behaviour({ viewer_protocol_policy: "allow-all" }),
    behaviour({ viewer_protocol_policy: "redirect-to-https" }),
  ),
  CKV_AWS_174: one(
    CDN,
    { viewer_certificate: { minimum_protocol_version: "TLSv1" } },
    { viewer_certificate: { minimum_protocol_version: "TLSv1.2_2021" } },
  ),
  CKV2_AWS_42: one(
    CDN,
    { viewer_certificate: { cloudfront_default_certificate: true } },
    { viewer_certificate: { acm_certificate_arn: "arn" } },
  ),
  CKV_AWS_68: one(CDN, {}, { web_acl_id: "arn" }),
  CKV2_AWS_47: {
    bad: firewall("AWSManagedRulesCommonRuleSet"),
    good: firewall("AWSManagedRulesKnownBadInputsRuleSet"),
  },
  CKV2_AWS_31: {
    bad: { "aws_wafv2_web_acl.x": {} },
    good: {
      "aws_wafv2_web_acl.x": {},
      "aws_wafv2_web_acl_logging_configuration.x": { resource_arn: `\${aws_wafv2_web_acl.x.arn}` },
    },
  },
  CKV_AWS_86: one(CDN, {}, { logging_config: { bucket: "logs" } }),
  CKV2_AWS_32: one(CDN, behaviour({}), behaviour({ response_headers_policy_id: "id" })),
  CKV_AWS_305: one(CDN, {}, { default_root_object: "index.html" }),
  CKV_AWS_310: one(CDN, {}, { origin_group: { origin_id: "both" } }),
  CKV_AWS_374: one(
    CDN,
    { restrictions: { geo_restriction: { restriction_type: "none" } } },
    { restrictions: { geo_restriction: { restriction_type: "whitelist" } } },
  ),
  "encrypted-to-the-origin": one(
    CDN,
    { origin: { custom_origin_config: { origin_protocol_policy: "http-only" } } },
    { origin: { custom_origin_config: { origin_protocol_policy: "https-only" } } },
  ),
};

const CONTAINERS = {
  CKV_AWS_65: one(
    "aws_ecs_cluster.x",
    {},
    { setting: { name: "containerInsights", value: "enabled" } },
  ),
  CKV_AWS_223: one(
    "aws_ecs_cluster.x",
    EXEC({ logging: "DEFAULT" }),
    EXEC({ logging: "OVERRIDE", log_configuration: { cloud_watch_encryption_enabled: true } }),
  ),
  CKV_AWS_224: one("aws_ecs_cluster.x", EXEC({}), EXEC({ kms_key_id: "arn" })),
  CKV_AWS_249: {
    bad: {
      "aws_iam_role.a": {},
      [TASK]: {
        execution_role_arn: `\${aws_iam_role.a.arn}`,
        task_role_arn: `\${aws_iam_role.a.arn}`,
      },
    },
    good: {
      "aws_iam_role.a": {},
      "aws_iam_role.b": {},
      [TASK]: {
        execution_role_arn: `\${aws_iam_role.a.arn}`,
        task_role_arn: `\${aws_iam_role.b.arn}`,
      },
    },
  },
  CKV_AWS_332: one("aws_ecs_service.x", { platform_version: "1.3.0" }, {}),
  CKV_AWS_333: one(
    "aws_ecs_service.x",
    { network_configuration: { assign_public_ip: true } },
    { network_configuration: { assign_public_ip: false } },
  ),
  CKV_AWS_334: one(TASK, containers({ privileged: true }), containers({})),
  CKV_AWS_335: one(TASK, { pid_mode: "host" }, {}),
  CKV_AWS_336: one(TASK, containers({}), containers({ readonlyRootFilesystem: true })),
  CKV_AWS_51: one(
    "aws_ecr_repository.x",
    { image_tag_mutability: "MUTABLE" },
    { image_tag_mutability: "IMMUTABLE" },
  ),
  CKV_AWS_163: one(
    "aws_ecr_repository.x",
    {},
    { image_scanning_configuration: { scan_on_push: true } },
  ),
};

/** Violations of the checks of network, load balancer, CloudFront and containers. */
export const ENTRANCE: Readonly<Record<string, Planted>> = {
  ...NETWORK,
  ...BALANCER,
  ...EDGE,
  ...CONTAINERS,
};
