variable "environment" {
  type        = string
  description = "Environment name"
}

variable "project_name" {
  type        = string
  description = "Name of the project"
}

variable "private_subnets" {
  type        = list(string)
  description = "IDs of the private subnets"
}

variable "vpc_id" {
  type        = string
  description = "ID of the VPC"
}
