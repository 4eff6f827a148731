ALTER TABLE "captions" ADD COLUMN "seconds" double precision;--> statement-breakpoint
ALTER TABLE "captions" ADD COLUMN "hearing" jsonb;