-- Chat records that people paste; which record a message came with; drafts that wait for a person.
CREATE TABLE "chat_records" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_chat_records" PRIMARY KEY AUTOINCREMENT,
    "Group" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "PastedAt" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Lines" TEXT NULL,
    "Roles" TEXT NULL,
    "Day" TEXT NULL,
    "TakenAt" INTEGER NULL,
    "LinesRead" INTEGER NOT NULL,
    "New" INTEGER NOT NULL,
    "Known" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);
ALTER TABLE "messages" ADD "Record" INTEGER NULL;
CREATE INDEX "IX_chat_records_State_PastedAt" ON "chat_records" ("State", "PastedAt");
CREATE INDEX "IX_messages_record" ON "messages" ("Record", "Seq") WHERE "Record" IS NOT NULL;
CREATE INDEX "IX_outbox_drafts" ON "outbox" ("Conversation", "Id") WHERE "State" = 5;
