CREATE TABLE "notice_runs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_notice_runs" PRIMARY KEY AUTOINCREMENT,
    "Notice" INTEGER NOT NULL,
    "PlannedAt" INTEGER NOT NULL,
    "FiredAt" INTEGER NOT NULL,
    "Outcome" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Groups" INTEGER NOT NULL,
    "By" TEXT NULL,
    "HeldTo" INTEGER NULL,
    "WithdrawnBy" TEXT NULL,
    "Corrects" INTEGER NULL
);

CREATE TABLE "notices" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_notices" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Groups" TEXT NOT NULL,
    "OnceAt" INTEGER NULL,
    "Cron" TEXT NULL,
    "LateMinutes" INTEGER NOT NULL,
    "AtNight" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "StateBefore" INTEGER NULL,
    "HandledTo" INTEGER NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

ALTER TABLE "outbox" ADD "NoticeRun" INTEGER NULL;

CREATE UNIQUE INDEX "IX_notice_runs_Notice_PlannedAt" ON "notice_runs" ("Notice", "PlannedAt");
CREATE INDEX "IX_notice_runs_PlannedAt" ON "notice_runs" ("PlannedAt");
CREATE INDEX "IX_notices_State" ON "notices" ("State");
CREATE INDEX "IX_outbox_notice" ON "outbox" ("NoticeRun", "State") WHERE "NoticeRun" IS NOT NULL;
