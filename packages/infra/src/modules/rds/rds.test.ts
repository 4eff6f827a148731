import { describe, expect, it } from "vitest";
import { environment } from "../../testing/stacks.ts";

type Name = Parameters<typeof environment>[0];

/** The module in an environment, with an owner's settings of the database. */
function database(name: Name, own: object = {}) {
  const { resource = {}, output } = environment(name, {
    environments: { [name]: { database: own } },
  }).module("rds");
  const at = (type: string, label = "main") => resource[type]?.[label] ?? {};
  return { resource, output, at, cluster: at("aws_rds_cluster") };
}

const dev = database("dev");
const prod = database("prod");

describe("the database", () => {
  it("is Aurora PostgreSQL that scales from half an ACU to four, as in the article", () => {
    expect(dev.cluster).toMatchObject({
      engine: "aurora-postgresql",
      serverlessv2_scaling_configuration: { min_capacity: 0.5, max_capacity: 4 },
    });
    expect(dev.at("aws_rds_cluster_instance", "writer")["instance_class"]).toBe("db.serverless");
  });

  it("pauses where its capacity may fall to nothing, and only there", () => {
    const paused = database("dev", { minAcu: 0, pauseAfterSeconds: 600 }).cluster;
    expect(paused["serverlessv2_scaling_configuration"]).toEqual({
      min_capacity: 0,
      max_capacity: 4,
      seconds_until_auto_pause: 600,
    });
    expect(JSON.stringify(dev.cluster)).not.toContain("seconds_until_auto_pause");
  });

  it("has its password made and rotated by RDS, so that none is in the configuration", () => {
    expect(dev.cluster["manage_master_user_password"]).toBe(true);
    expect(JSON.stringify(dev.resource)).not.toMatch(/"master_password|random_password/);
  });

  it("takes IAM's word for who somebody is", () => {
    expect(dev.cluster["iam_database_authentication_enabled"]).toBe(true);
  });

  it("speaks TLS 1.2 or newer and nothing else", () => {
    expect(dev.at("aws_rds_cluster_parameter_group")["parameter"]).toEqual(
      expect.arrayContaining([
        { name: "rds.force_ssl", value: "1" },
        { name: "ssl_min_protocol_version", value: "TLSv1.2" },
      ]),
    );
    expect(dev.cluster["db_cluster_parameter_group_name"]).toBe(
      `\${aws_rds_cluster_parameter_group.main.name}`,
    );
  });

  it("logs changes of tables and slow statements, but not what people write", () => {
    expect(dev.at("aws_rds_cluster_parameter_group")["parameter"]).toEqual(
      expect.arrayContaining([
        { name: "log_statement", value: "ddl" },
        { name: "log_min_duration_statement", value: "1000" },
      ]),
    );
  });

  it("writes its log into a group that was there before it and forgets", () => {
    expect(dev.at("aws_cloudwatch_log_group", "postgresql")).toMatchObject({
      name: `/aws/rds/cluster/\${var.project_name}-\${var.environment}-database/postgresql`,
      retention_in_days: 30,
    });
    expect(dev.cluster).toMatchObject({
      enabled_cloudwatch_logs_exports: ["postgresql"],
      depends_on: ["aws_cloudwatch_log_group.postgresql"],
    });
  });

  it("lies in the private subnets, with no public address", () => {
    expect(dev.at("aws_db_subnet_group")["subnet_ids"]).toBe(`\${var.private_subnets}`);
    expect(dev.at("aws_rds_cluster_instance", "writer")["publicly_accessible"]).toBe(false);
  });

  it("is behind a security group that by itself lets nobody in and nothing out", () => {
    const { ingress, egress } = dev.at("aws_security_group", "database");
    expect([ingress, egress]).toEqual([undefined, undefined]);
    expect(Object.keys(dev.resource)).not.toContain("aws_vpc_security_group_ingress_rule");
  });

  it("is encrypted, with AWS's key in dev", () => {
    expect(dev.cluster["storage_encrypted"]).toBe(true);
    expect(dev.resource["aws_kms_key"]).toBeUndefined();
  });
});

describe("the database of prod", () => {
  it("is encrypted with a key of its own, and so are its password, its log and its insights", () => {
    const arn = `\${aws_kms_key.main.arn}`;
    expect(prod.cluster).toMatchObject({ kms_key_id: arn, master_user_secret_kms_key_id: arn });
    expect(prod.at("aws_cloudwatch_log_group", "postgresql")["kms_key_id"]).toBe(arn);
    expect(prod.at("aws_rds_cluster_instance", "writer")).toMatchObject({
      performance_insights_enabled: true,
      performance_insights_kms_key_id: arn,
    });
  });

  it("has a reader that is as large as the writer and takes over", () => {
    expect(prod.at("aws_rds_cluster_instance", "reader")).toMatchObject({
      count: 1,
      identifier: `\${var.project_name}-\${var.environment}-database-\${count.index + 2}`,
      promotion_tier: 1,
      depends_on: ["aws_rds_cluster_instance.writer"],
    });
    expect(dev.resource["aws_rds_cluster_instance"]).not.toHaveProperty("reader");
  });

  it("refuses to be deleted, and leaves a snapshot and its backups when it is", () => {
    expect(prod.cluster).toMatchObject({
      deletion_protection: true,
      skip_final_snapshot: false,
      final_snapshot_identifier: `\${var.project_name}-\${var.environment}-database-final`,
      delete_automated_backups: false,
    });
  });

  it("can be set back to any second of two weeks", () => {
    expect(prod.cluster).toMatchObject({
      backup_retention_period: 14,
      copy_tags_to_snapshot: true,
    });
  });
});

it("goes without a trace in dev", () => {
  expect(dev.cluster).toMatchObject({ deletion_protection: false, skip_final_snapshot: true });
});

it("tells other modules where it is and which secret opens it", () => {
  expect(dev.output).toMatchObject({
    endpoint: { value: `\${aws_rds_cluster.main.endpoint}` },
    reader_endpoint: { value: `\${aws_rds_cluster.main.reader_endpoint}` },
    port: { value: `\${aws_rds_cluster.main.port}` },
    master_secret_arn: { value: `\${aws_rds_cluster.main.master_user_secret[0].secret_arn}` },
    max_acu: { value: "4" },
  });
});
