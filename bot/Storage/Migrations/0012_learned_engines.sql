ALTER TABLE "message_corrections" ADD "How" TEXT NOT NULL DEFAULT 'Kind';
ALTER TABLE "message_corrections" ADD "Role" TEXT NOT NULL DEFAULT 'Resident';
ALTER TABLE "message_corrections" ADD "Intent" TEXT NOT NULL DEFAULT 'None';
ALTER TABLE "message_corrections" ADD "BeforeLabels" TEXT NULL;
ALTER TABLE "message_corrections" ADD "Waited" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "engines" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_engines" PRIMARY KEY AUTOINCREMENT,
    "Version" TEXT NOT NULL,
    "FileName" TEXT NULL,
    "Features" TEXT NOT NULL,
    "Corpus" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "MadeAt" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Corrections" INTEGER NOT NULL,
    "Weight" REAL NOT NULL,
    "CorpusF1" REAL NOT NULL,
    "CorrectionsRight" INTEGER NOT NULL,
    "OpeningF1" REAL NOT NULL,
    "EmergenciesFound" INTEGER NOT NULL,
    "Emergencies" INTEGER NOT NULL,
    "CasesRight" INTEGER NOT NULL,
    "Cases" INTEGER NOT NULL,
    "Against" TEXT NOT NULL,
    "Findings" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_engines_in_use" ON "engines" ("State") WHERE "State" = 'InUse';
