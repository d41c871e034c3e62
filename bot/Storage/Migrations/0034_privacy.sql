-- Who wishes not to be recorded, which consent text a group heard, pictures that are to be fetched.
CREATE TABLE "unrecorded" (
    "Channel" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Since" INTEGER NOT NULL,
    CONSTRAINT "PK_unrecorded" PRIMARY KEY ("Channel", "Sender")
);
INSERT INTO "unrecorded" ("Channel", "Sender", "Since") SELECT "Channel", "Name", "UnrecordedSince" FROM "members" WHERE "UnrecordedSince" IS NOT NULL;
ALTER TABLE "members" DROP COLUMN "UnrecordedSince";
ALTER TABLE "conversations" ADD "ConsentVersion" INTEGER NULL;
ALTER TABLE "conversations" ADD "ConsentAt" INTEGER NULL;
CREATE TABLE "pictures" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_pictures" PRIMARY KEY,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "Source" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "HeardAt" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "Reason" TEXT NULL
);
CREATE INDEX "IX_pictures_message" ON "pictures" ("Channel", "Conversation", "MessageId");
CREATE INDEX "IX_pictures_waiting" ON "pictures" ("NextAt") WHERE "State" = 0;
