ALTER TABLE "knowledge_documents" ADD "Grids" TEXT NOT NULL DEFAULT '';
ALTER TABLE "knowledge_documents" ADD "PublishedAt" INTEGER NULL;
ALTER TABLE "knowledge_documents" ADD "PublishedBy" TEXT NULL;
ALTER TABLE "knowledge_documents" ADD "ReplacedAt" INTEGER NULL;
ALTER TABLE "knowledge_documents" ADD "BasedOn" INTEGER NULL;
ALTER TABLE "knowledge_documents" ADD "CheckRun" INTEGER NULL;
ALTER TABLE "knowledge_documents" ADD "Reason" TEXT NULL;

-- 0 is a draft, 3 removed; a version that a later one replaced was removed in that moment
UPDATE "knowledge_documents" SET "PublishedAt" = "AddedAt", "PublishedBy" = "AddedBy" WHERE "State" <> 0;
UPDATE "knowledge_documents" SET "ReplacedAt" = "ChangedAt" WHERE "State" = 3 AND EXISTS (
    SELECT 1 FROM "knowledge_documents" AS later WHERE later."Name" = "knowledge_documents"."Name" AND later."State" IN (1, 2));

CREATE TABLE "check_questions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_check_questions" PRIMARY KEY AUTOINCREMENT,
    "Question" TEXT NOT NULL,
    "Document" TEXT NULL,
    "Group" TEXT NULL,
    "AddedAt" INTEGER NOT NULL,
    "AddedBy" TEXT NOT NULL
);

CREATE TABLE "question_runs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_question_runs" PRIMARY KEY AUTOINCREMENT,
    "Kind" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "StartedBy" TEXT NOT NULL,
    "Day" TEXT NOT NULL,
    "Group" TEXT NULL,
    "Title" TEXT NULL,
    "Total" INTEGER NOT NULL,
    "Same" INTEGER NOT NULL,
    "Better" INTEGER NOT NULL,
    "Worse" INTEGER NOT NULL
);

CREATE TABLE "question_run_rows" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_question_run_rows" PRIMARY KEY AUTOINCREMENT,
    "Run" INTEGER NOT NULL,
    "Question" TEXT NOT NULL,
    "Expected" TEXT NULL,
    "IsChecked" INTEGER NOT NULL,
    "Change" INTEGER NOT NULL,
    "BeforeDocument" TEXT NULL,
    "BeforeAnswer" TEXT NULL,
    "BeforeConfidence" REAL NULL,
    "Document" TEXT NULL,
    "Answer" TEXT NULL,
    "Confidence" REAL NOT NULL
);

CREATE TABLE "same_words" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_same_words" PRIMARY KEY AUTOINCREMENT,
    "Words" TEXT NOT NULL,
    "AddedAt" INTEGER NOT NULL,
    "AddedBy" TEXT NOT NULL
);

CREATE TABLE "answer_thresholds" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_answer_thresholds" PRIMARY KEY AUTOINCREMENT,
    "Former" REAL NOT NULL,
    "Value" REAL NOT NULL,
    "Questions" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL
);

CREATE INDEX "IX_check_questions_Document" ON "check_questions" ("Document");
CREATE INDEX "IX_question_run_rows_Run" ON "question_run_rows" ("Run");
