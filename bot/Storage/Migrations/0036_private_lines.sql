-- Whose line a private conversation is, and the names that a conversation had before.
ALTER TABLE "conversations" ADD "Member" TEXT NULL;
CREATE TABLE "former_names" (
    "Conversation" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    "Until" INTEGER NOT NULL,
    CONSTRAINT "PK_former_names" PRIMARY KEY ("Conversation", "Name"),
    CONSTRAINT "FK_former_names_conversations_Conversation" FOREIGN KEY ("Conversation") REFERENCES "conversations" ("Id") ON DELETE CASCADE
);
