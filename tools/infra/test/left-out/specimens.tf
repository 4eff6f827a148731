# The least that AWS takes of every type that tools/infra/emulated/left-out.ts names, and what they need.
# Without its deadline, the replication group would be waited for an hour.

provider "aws" {
  region = "us-east-1"
}

# The emulator carries this one: where it fails, too, it is the test that is wrong.
resource "aws_sns_topic" "specimen" {
  name = "specimen"
}

resource "aws_vpc" "all" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "all" {
  vpc_id     = aws_vpc.all.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_elasticache_subnet_group" "specimen" {
  name       = "specimen"
  subnet_ids = [aws_subnet.all.id]
}

resource "aws_elasticache_user" "default" {
  user_id       = "specimen-default"
  user_name     = "default"
  engine        = "redis"
  access_string = "off ~* -@all"

  authentication_mode {
    type = "no-password-required"
  }
}

resource "aws_elasticache_user_group" "specimen" {
  user_group_id = "specimen"
  engine        = "redis"
  user_ids      = [aws_elasticache_user.default.user_id]
}

resource "aws_elasticache_replication_group" "specimen" {
  replication_group_id = "specimen"
  description          = "specimen"
  engine               = "redis"
  node_type            = "cache.t3.micro"
  num_cache_clusters   = 1

  timeouts {
    create = "10s"
  }
}

resource "aws_ecs_cluster" "all" {
  name = "specimen"
}

resource "aws_ecs_task_definition" "all" {
  family                   = "specimen"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  container_definitions    = jsonencode([{ name = "app", image = "app", essential = true }])
}

resource "aws_ecs_service" "all" {
  name            = "specimen"
  cluster         = aws_ecs_cluster.all.id
  task_definition = aws_ecs_task_definition.all.arn
  launch_type     = "FARGATE"
  desired_count   = 0

  network_configuration {
    subnets = [aws_subnet.all.id]
  }
}

resource "aws_appautoscaling_target" "specimen" {
  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.all.name}/${aws_ecs_service.all.name}"
  min_capacity       = 1
  max_capacity       = 2
}

resource "aws_appautoscaling_policy" "specimen" {
  name               = "specimen"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.specimen.service_namespace
  scalable_dimension = aws_appautoscaling_target.specimen.scalable_dimension
  resource_id        = aws_appautoscaling_target.specimen.resource_id

  target_tracking_scaling_policy_configuration {
    target_value = 60

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }
}

resource "aws_s3_bucket" "all" {
  bucket = "specimen-of-what-is-left-out"
}

resource "aws_iam_role" "all" {
  name = "specimen"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { Service = ["codedeploy.amazonaws.com", "malware-protection-plan.guardduty.amazonaws.com"] }
      },
    ]
  })
}

resource "aws_guardduty_malware_protection_plan" "specimen" {
  role = aws_iam_role.all.arn

  protected_resource {
    s3_bucket {
      bucket_name = aws_s3_bucket.all.bucket
    }
  }
}

resource "aws_budgets_budget" "specimen" {
  name         = "specimen"
  budget_type  = "COST"
  limit_amount = "100"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"
}

resource "aws_codedeploy_app" "specimen" {
  name             = "specimen"
  compute_platform = "ECS"
}

resource "aws_codedeploy_deployment_group" "specimen" {
  app_name              = aws_codedeploy_app.specimen.name
  deployment_group_name = "specimen"
  service_role_arn      = aws_iam_role.all.arn
}
