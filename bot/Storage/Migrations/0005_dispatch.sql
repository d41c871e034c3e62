ALTER TABLE "tickets" ADD "Assignee" TEXT NULL;
ALTER TABLE "tickets" ADD "Dispatcher" TEXT NULL;
ALTER TABLE "tickets" ADD "IsPhoned" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "DispatchedAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "TakenAt" INTEGER NULL;

CREATE INDEX "IX_tickets_Assignee" ON "tickets" ("Assignee");
