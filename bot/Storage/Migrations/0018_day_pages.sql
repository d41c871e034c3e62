CREATE TABLE "shift_notes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_shift_notes" PRIMARY KEY AUTOINCREMENT,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Facts" TEXT NOT NULL,
    "Words" TEXT NOT NULL,
    "ReceivedAt" INTEGER NULL
);

CREATE INDEX "IX_shift_notes_To_ReceivedAt" ON "shift_notes" ("To", "ReceivedAt");

CREATE TABLE "phrases" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_phrases" PRIMARY KEY AUTOINCREMENT,
    "Person" TEXT NULL,
    "Text" TEXT NOT NULL,
    "Act" INTEGER NOT NULL
);

CREATE INDEX "IX_phrases_Person" ON "phrases" ("Person");

CREATE TABLE "saved_filters" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_saved_filters" PRIMARY KEY AUTOINCREMENT,
    "Person" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Query" TEXT NOT NULL
);

CREATE INDEX "IX_saved_filters_Person" ON "saved_filters" ("Person");

ALTER TABLE "ticket_reports" ADD "Phone" TEXT NULL;
ALTER TABLE "ticket_reports" ADD "CalledAt" INTEGER NULL;
ALTER TABLE "ticket_reports" ADD "ToldThrough" TEXT NULL;
