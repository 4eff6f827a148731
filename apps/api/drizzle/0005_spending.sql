CREATE TABLE "ai_spending" (
	"day" date NOT NULL,
	"session_id" text NOT NULL,
	"usd" double precision NOT NULL,
	CONSTRAINT "ai_spending_day_session_id_pk" PRIMARY KEY("day","session_id")
);
--> statement-breakpoint
ALTER TABLE "captions" ADD COLUMN "expected_usd" double precision;--> statement-breakpoint
CREATE INDEX "ai_spending_session" ON "ai_spending" USING btree ("session_id");