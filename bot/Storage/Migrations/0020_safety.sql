CREATE TABLE "audit" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Person" TEXT NOT NULL,
    "Address" TEXT NULL,
    "Act" TEXT NOT NULL,
    "Target" TEXT NULL,
    "Detail" TEXT NULL,
    "Before" TEXT NOT NULL,
    "Hash" TEXT NOT NULL
);

CREATE INDEX "IX_audit_At" ON "audit" ("At");
CREATE INDEX "IX_audit_Person_Id" ON "audit" ("Person", "Id");

CREATE TRIGGER "audit_no_update" BEFORE UPDATE ON "audit" BEGIN
    SELECT RAISE(ABORT, 'the record of acts cannot be changed');
END;
CREATE TRIGGER "audit_no_replace" BEFORE INSERT ON "audit" WHEN EXISTS (SELECT 1 FROM "audit" WHERE "Id" = NEW."Id") BEGIN
    SELECT RAISE(ABORT, 'the record of acts cannot be replaced');
END;
CREATE TRIGGER "audit_no_delete" BEFORE DELETE ON "audit" BEGIN
    SELECT RAISE(ABORT, 'the record of acts cannot be deleted');
END;

CREATE TABLE "silences" (
    "Conversation" TEXT NOT NULL CONSTRAINT "PK_silences" PRIMARY KEY,
    "Since" INTEGER NOT NULL,
    "Until" INTEGER NULL,
    "By" TEXT NOT NULL
);

ALTER TABLE "outbox" ADD "Always" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "outbox" ADD "Corrects" INTEGER NULL;
ALTER TABLE "outbox" ADD "Recalls" INTEGER NULL;
ALTER TABLE "outbox" ADD "TakenBackAt" INTEGER NULL;
ALTER TABLE "outbox" ADD "TakenBackBy" TEXT NULL;
ALTER TABLE "outbox" ADD "SentAs" TEXT NULL;
CREATE INDEX "IX_outbox_said" ON "outbox" ("Conversation", "Id");
CREATE INDEX "IX_outbox_muted" ON "outbox" ("Conversation", "Id") WHERE "State" = 8;

ALTER TABLE "messages" ADD "RecalledAt" INTEGER NULL;
