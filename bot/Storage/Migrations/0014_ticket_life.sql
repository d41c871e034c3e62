ALTER TABLE "tickets" ADD "AssigneeKind" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "IsPrivate" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "Level" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "EscalatedAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "SnoozedUntil" INTEGER NULL;
ALTER TABLE "tickets" ADD "SnoozedForReply" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "FirstDueAt" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "ContactedAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "Plan" TEXT NULL;
ALTER TABLE "tickets" ADD "PlannedAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "HalfDoneAt" INTEGER NULL;
ALTER TABLE "tickets" ADD "Left" TEXT NULL;
ALTER TABLE "tickets" ADD "ResolvedBy" TEXT NULL;
ALTER TABLE "tickets" ADD "VerifiedHow" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "tickets" ADD "VerifiedBy" TEXT NULL;

UPDATE "tickets" SET "FirstDueAt" = "DueAt";
-- who said a ticket done told the group so
UPDATE "tickets" SET "ContactedAt" = "ResolvedAt",
    "ResolvedBy" = (SELECT "By" FROM "ticket_events" WHERE "TicketNumber" = "Number" AND "Kind" = 15 ORDER BY "Id" DESC LIMIT 1)
    WHERE "ResolvedAt" IS NOT NULL;
UPDATE "tickets" SET "VerifiedHow" = 1,
    "VerifiedBy" = (SELECT "By" FROM "ticket_events" WHERE "TicketNumber" = "Number" AND "Kind" = 16 ORDER BY "Id" DESC LIMIT 1)
    WHERE "VerifiedAt" IS NOT NULL;

CREATE TABLE "ticket_ratings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ticket_ratings" PRIMARY KEY AUTOINCREMENT,
    "By" TEXT NOT NULL,
    "Rating" INTEGER NOT NULL,
    "Reason" TEXT NULL,
    "At" INTEGER NOT NULL,
    "ExclusionBy" TEXT NULL,
    "ExclusionReason" TEXT NULL,
    "ExclusionConfirmedBy" TEXT NULL,
    "TicketNumber" INTEGER NOT NULL,
    CONSTRAINT "FK_ticket_ratings_tickets_TicketNumber" FOREIGN KEY ("TicketNumber") REFERENCES "tickets" ("Number") ON DELETE CASCADE
);

CREATE INDEX "IX_ticket_ratings_At" ON "ticket_ratings" ("At");

CREATE INDEX "IX_ticket_ratings_TicketNumber" ON "ticket_ratings" ("TicketNumber");
