CREATE TABLE "deadline_presets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_deadline_presets" PRIMARY KEY,
    "Preset" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);

CREATE TABLE "holiday_years" (
    "Year" INTEGER NOT NULL CONSTRAINT "PK_holiday_years" PRIMARY KEY,
    "Text" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);

ALTER TABLE "tickets" ADD "FeedbackDueAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "LookAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "RemindedFor" INTEGER NULL;
ALTER TABLE "tickets" ADD "KeptFor" INTEGER NULL;
ALTER TABLE "tickets" ADD "SorryFor" INTEGER NULL;
ALTER TABLE "tickets" ADD "FeedbackRemindedAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "FeedbackMissedAt" INTEGER NULL;

-- what is open, or waits for a resident's word, is looked at once
UPDATE "tickets" SET "LookAt" = 0 WHERE "State" IN (0, 1, 2, 7, 8);

CREATE INDEX "IX_tickets_look" ON "tickets" ("LookAt") WHERE "LookAt" IS NOT NULL;

ALTER TABLE "alerts" ADD "Calls" TEXT NOT NULL DEFAULT '[]';

ALTER TABLE "outbox" ADD "Unasked" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "IX_outbox_unasked" ON "outbox" ("Channel", "Conversation", "NextAttemptAt") WHERE "Unasked" = 1;
