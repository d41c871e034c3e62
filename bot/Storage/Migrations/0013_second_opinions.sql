CREATE TABLE "model_hours" (
    "Hour" INTEGER NOT NULL,
    "Task" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Calls" INTEGER NOT NULL,
    "Requests" INTEGER NOT NULL,
    "TokensIn" INTEGER NOT NULL,
    "TokensOut" INTEGER NOT NULL,
    "CostMicros" INTEGER NOT NULL,
    CONSTRAINT "PK_model_hours" PRIMARY KEY ("Hour", "Task", "Outcome")
);

CREATE TABLE "second_opinions" (
    "MessageSeq" INTEGER NOT NULL CONSTRAINT "PK_second_opinions" PRIMARY KEY,
    "Parts" TEXT NOT NULL,
    "Doubt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "NotedAt" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "AskedAt" INTEGER NULL,
    "Outcome" TEXT NULL,
    "Status" INTEGER NOT NULL,
    "Model" TEXT NULL,
    "Prompt" TEXT NULL,
    "Kind" TEXT NULL,
    "Category" TEXT NULL,
    "Topic" TEXT NULL,
    "Urgency" TEXT NULL,
    "Opens" INTEGER NOT NULL,
    "Joins" INTEGER NULL,
    "Confidence" REAL NULL,
    "Reason" TEXT NULL,
    "Act" TEXT NULL,
    "Ticket" INTEGER NULL,
    "KindBefore" TEXT NOT NULL,
    "UndoneBy" TEXT NULL
);

CREATE INDEX "IX_second_opinions_AskedAt" ON "second_opinions" ("AskedAt");
CREATE INDEX "IX_second_opinions_NextAt" ON "second_opinions" ("NextAt") WHERE State = 'Waiting';
