/**
 * What the emulator (moto 5.2) forgets of what it made, so that a second plan would set it again: by type,
 * the arguments that were seen to come back otherwise, without indexes. Anything else that a second plan
 * shows is a fault of ours.
 */
export const FORGOTTEN: Readonly<Record<string, readonly string[]>> = {
  aws_cloudfront_distribution: [
    "default_cache_behavior.forwarded_values",
    "ordered_cache_behavior.forwarded_values",
    "default_cache_behavior",
    "ordered_cache_behavior",
    "origin",
    "viewer_certificate",
  ],
  aws_ecs_service: [
    "availability_zone_rebalancing",
    "enable_ecs_managed_tags",
    "enable_execute_command",
    "health_check_grace_period_seconds",
  ],
  aws_rds_cluster: ["scaling_configuration"],
  aws_rds_cluster_instance: [
    "monitoring_interval",
    "performance_insights_enabled",
    "performance_insights_retention_period",
  ],
  aws_vpc_security_group_ingress_rule: ["description"],
};
