CREATE TABLE "agenda_items" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_agenda_items" PRIMARY KEY AUTOINCREMENT,
    "Ticket" INTEGER NOT NULL,
    "Group" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    "Outcome" TEXT NULL,
    "OutcomeBy" TEXT NULL,
    "OutcomeAt" INTEGER NULL
);

CREATE TABLE "figure_cases" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_figure_cases" PRIMARY KEY,
    "Version" INTEGER NOT NULL,
    "Group" TEXT NOT NULL,
    "Category" INTEGER NOT NULL,
    "Topic" TEXT NOT NULL,
    "Place" TEXT NULL,
    "Urgency" INTEGER NOT NULL,
    "Marks" INTEGER NOT NULL,
    "OpenedDay" TEXT NOT NULL,
    "DoneDay" TEXT NULL,
    "RespondBy" INTEGER NOT NULL,
    "PromisedAt" INTEGER NULL,
    "MinutesToContact" INTEGER NULL,
    "MinutesToDone" INTEGER NULL
);

CREATE INDEX "IX_agenda_items_Place_Topic_Group" ON "agenda_items" ("Place", "Topic", "Group");

CREATE INDEX "IX_figure_cases_done" ON "figure_cases" ("DoneDay", "Marks", "Group", "Category", "Topic", "Urgency") WHERE "DoneDay" IS NOT NULL;

CREATE INDEX "IX_figure_cases_open" ON "figure_cases" ("PromisedAt", "Marks", "Group", "Category", "Topic", "Urgency") WHERE "PromisedAt" IS NOT NULL;

CREATE INDEX "IX_figure_cases_opened" ON "figure_cases" ("OpenedDay", "Marks", "Group", "Category", "Topic", "Urgency");

CREATE INDEX "IX_figure_cases_place" ON "figure_cases" ("Place", "Topic", "Group", "OpenedDay", "Marks");

