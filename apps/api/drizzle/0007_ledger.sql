CREATE TABLE "ai_bills" (
	"day" date NOT NULL,
	"key" text NOT NULL,
	CONSTRAINT "ai_bills_day_key_pk" PRIMARY KEY("day","key")
);
--> statement-breakpoint
DROP INDEX "ai_spending_session";