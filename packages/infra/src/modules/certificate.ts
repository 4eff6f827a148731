import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate/index.js";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation/index.js";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record/index.js";
import type { Construct } from "constructs";

export interface Site {
  /** The name people reach it under. */
  readonly domain: string;
  /** The zone of Route 53 that the name is in. */
  readonly hostedZoneId: string;
}

/** A certificate for one name, proven to be ours by a record in its zone and renewed by AWS for ever. */
export function certificate(scope: Construct, { domain, hostedZoneId }: Site): string {
  const made = new AcmCertificate(scope, "aws_acm_certificate.site", {
    domainName: domain,
    validationMethod: "DNS",
    // One in use cannot be deleted: its successor comes first.
    lifecycle: { createBeforeDestroy: true },
  });
  const proof = (attribute: string) =>
    `\${tolist(aws_acm_certificate.site.domain_validation_options)[0].${attribute}}`;
  const record = new Route53Record(scope, "aws_route53_record.proof", {
    zoneId: hostedZoneId,
    name: proof("resource_record_name"),
    type: proof("resource_record_type"),
    records: [proof("resource_record_value")],
    ttl: 300,
    allowOverwrite: true,
  });
  const valid = new AcmCertificateValidation(scope, "aws_acm_certificate_validation.site", {
    certificateArn: made.arn,
    validationRecordFqdns: [record.fqdn],
  });
  return valid.certificateArn;
}
