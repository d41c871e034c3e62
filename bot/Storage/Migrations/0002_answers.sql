CREATE TABLE "asked_questions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_asked_questions" PRIMARY KEY AUTOINCREMENT,
    "Question" TEXT NOT NULL,
    "Asker" TEXT NOT NULL,
    "Group" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "AskedAt" INTEGER NOT NULL,
    "Answered" INTEGER NOT NULL,
    "IsPersonal" INTEGER NOT NULL,
    "Confidence" REAL NULL,
    "Document" TEXT NULL,
    "Title" TEXT NULL,
    "Section" TEXT NULL,
    "Quote" TEXT NULL,
    "Reply" TEXT NOT NULL,
    "HandOff" INTEGER NULL
);

CREATE TABLE "knowledge_documents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_knowledge_documents" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Issuer" TEXT NULL,
    "Effective" TEXT NULL,
    "Expires" TEXT NULL,
    "SupersededBy" TEXT NULL,
    "Audience" TEXT NULL,
    "Contact" TEXT NULL,
    "Body" TEXT NOT NULL,
    "Origin" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "AddedAt" INTEGER NOT NULL,
    "AddedBy" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE INDEX "IX_asked_questions_AskedAt" ON "asked_questions" ("AskedAt");

CREATE INDEX "IX_asked_questions_Document" ON "asked_questions" ("Document");

CREATE INDEX "IX_asked_questions_HandOff" ON "asked_questions" ("HandOff");

CREATE INDEX "IX_knowledge_documents_Name_State" ON "knowledge_documents" ("Name", "State");
