ALTER TABLE "outbox" ADD "Promises" INTEGER NULL;
ALTER TABLE "tickets" ADD "MissedFor" INTEGER NULL;
ALTER TABLE "tickets" ADD "PlaceGiven" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "UrgencyBefore" INTEGER NULL;

UPDATE "tickets" SET "MissedFor" = "DueAt"
 WHERE "State" IN (0, 1, 7, 8) AND "PromisedAt" > "DueAt" AND ("KeptFor" IS NULL OR "KeptFor" <> "PromisedAt");

-- What is overdue is told apart in another way: the cases are read again
DELETE FROM "figure_cases";
