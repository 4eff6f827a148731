CREATE TABLE "caption_events" (
	"caption_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "caption_events_caption_id_seq_pk" PRIMARY KEY("caption_id","seq")
);
--> statement-breakpoint
CREATE TABLE "captions" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"upload_id" text NOT NULL,
	"revision_of" text,
	"job_id" uuid NOT NULL,
	"state" text NOT NULL,
	"stage" text,
	"options" jsonb NOT NULL,
	"width" integer,
	"height" integer,
	"model_id" text,
	"on_device" boolean,
	"cached" boolean DEFAULT false NOT NULL,
	"seen" jsonb,
	"result" jsonb,
	"problem" jsonb,
	"usage" jsonb,
	"search_text" text NOT NULL,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"session_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"caption_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_session_id_key_pk" PRIMARY KEY("session_id","key")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" bigint NOT NULL,
	"state" text NOT NULL,
	"sha256" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	"deleted_versions" integer,
	"deleted_bytes" bigint
);
--> statement-breakpoint
ALTER TABLE "caption_events" ADD CONSTRAINT "caption_events_caption_id_captions_id_fk" FOREIGN KEY ("caption_id") REFERENCES "public"."captions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "captions" ADD CONSTRAINT "captions_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_caption_id_captions_id_fk" FOREIGN KEY ("caption_id") REFERENCES "public"."captions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "captions_history" ON "captions" USING btree ("session_id","created_at","id");--> statement-breakpoint
CREATE INDEX "captions_upload" ON "captions" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "captions_unfinished" ON "captions" USING btree ("id") WHERE "captions"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "uploads_state_created" ON "uploads" USING btree ("state","created_at");