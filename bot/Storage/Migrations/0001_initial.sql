CREATE TABLE "messages" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_messages" PRIMARY KEY AUTOINCREMENT,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Images" TEXT NOT NULL,
    "Time" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Conflicts" INTEGER NOT NULL
);


CREATE TABLE "outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Ticket" INTEGER NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAttemptAt" INTEGER NOT NULL,
    "SentAt" INTEGER NULL,
    "Error" TEXT NULL
);


CREATE UNIQUE INDEX "IX_messages_Channel_Conversation_MessageId" ON "messages" ("Channel", "Conversation", "MessageId");


CREATE INDEX "IX_messages_Conversation_Seq" ON "messages" ("Conversation", "Seq");


CREATE INDEX "IX_messages_undecided" ON "messages" ("State", "Seq") WHERE "State" = 0;


CREATE UNIQUE INDEX "IX_outbox_Key" ON "outbox" ("Key");


CREATE INDEX "IX_outbox_Ticket" ON "outbox" ("Ticket");


CREATE INDEX "IX_outbox_queued" ON "outbox" ("Channel", "Conversation", "Id") WHERE "State" = 0;
