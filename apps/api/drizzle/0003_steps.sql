ALTER TABLE "captions" ADD COLUMN "steps" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "captions_finished" ON "captions" USING btree ("finished_at");