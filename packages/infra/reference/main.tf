terraform {
  required_version = ">= 1.0"

  backend "s3" {
    bucket         = "your-terraform-state-bucket-unique-name"
    dynamodb_table = "terraform-state-locks"
    encrypt        = true
    key            = "caption-generator/terraform.tfstate"
    region         = "us-east-1"
  }

  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}

provider "aws" {
  region = var.aws_region
  default_tags {
    tags = {
      Environment = var.environment
      ManagedBy   = "terraform"
      Project     = "caption-generator"
    }
  }
}

data "aws_availability_zones" "available" {
  state = "available"
}

module "s3" {
  source       = "./modules/s3"
  environment  = var.environment
  project_name = var.project_name
}

module "networking" {
  source             = "./modules/networking"
  availability_zones = slice(data.aws_availability_zones.available.names, 0, 3)
  environment        = var.environment
  project_name       = var.project_name
  vpc_cidr           = var.vpc_cidr
}

module "rds" {
  source          = "./modules/rds"
  depends_on      = [module.networking]
  environment     = var.environment
  private_subnets = module.networking.private_subnet_ids
  project_name    = var.project_name
  vpc_id          = module.networking.vpc_id
}

module "elasticache" {
  source          = "./modules/elasticache"
  depends_on      = [module.networking]
  environment     = var.environment
  private_subnets = module.networking.private_subnet_ids
  project_name    = var.project_name
  vpc_id          = module.networking.vpc_id
}
