CREATE TABLE "conversations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_conversations" PRIMARY KEY AUTOINCREMENT,
    "Channel" TEXT NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "IsGroup" INTEGER NOT NULL,
    "Title" TEXT NULL,
    "ServiceUrl" TEXT NULL,
    "ReplyToken" TEXT NULL,
    "ReplyUntil" INTEGER NULL,
    "FirstHeardAt" INTEGER NOT NULL,
    "BoundBy" TEXT NULL
);
CREATE TABLE "members" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_members" PRIMARY KEY AUTOINCREMENT,
    "Channel" TEXT NOT NULL,
    "ExternalId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Person" TEXT NULL,
    "UnrecordedSince" INTEGER NULL,
    "FirstHeardAt" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "IX_conversations_Channel_ExternalId" ON "conversations" ("Channel", "ExternalId");
CREATE UNIQUE INDEX "IX_conversations_Channel_Name" ON "conversations" ("Channel", "Name");
CREATE UNIQUE INDEX "IX_members_Channel_ExternalId" ON "members" ("Channel", "ExternalId");
CREATE UNIQUE INDEX "IX_members_Channel_Name" ON "members" ("Channel", "Name");
CREATE INDEX "IX_members_person" ON "members" ("Channel", "Person") WHERE "Person" IS NOT NULL;
