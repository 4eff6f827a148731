DROP INDEX "uploads_state_created";--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "multipart_id" text;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "part_bytes" bigint;--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "keep_until" timestamp (3) with time zone DEFAULT now() + interval '1 hour' NOT NULL;--> statement-breakpoint
CREATE INDEX "uploads_state_keep_until" ON "uploads" USING btree ("state","keep_until");