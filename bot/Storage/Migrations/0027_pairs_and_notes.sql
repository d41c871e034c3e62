ALTER TABLE "knowledge_documents" ADD "Notes" TEXT NULL;
ALTER TABLE "hand_offs" ADD "Added" TEXT NULL;

CREATE TABLE "agreed_pairs" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_agreed_pairs" PRIMARY KEY AUTOINCREMENT,
    "First" INTEGER NOT NULL,
    "Second" INTEGER NOT NULL,
    "At" INTEGER NOT NULL,
    "By" TEXT NOT NULL
);
CREATE UNIQUE INDEX "IX_agreed_pairs_First_Second" ON "agreed_pairs" ("First", "Second");
CREATE INDEX "IX_asked_questions_OtherDocument" ON "asked_questions" ("OtherDocument") WHERE "OtherDocument" IS NOT NULL;
