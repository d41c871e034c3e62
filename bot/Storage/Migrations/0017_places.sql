-- What grids and micro-grids own, units of buildings, and whom to call outside.

ALTER TABLE "buildings" ADD "Units" TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "grids" ADD "Places" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE "micro_grids" (
    "Name" TEXT NOT NULL,
    "Grid" TEXT NOT NULL,
    "Lead" TEXT NULL,
    "Places" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_micro_grids" PRIMARY KEY ("Grid", "Name")
);

CREATE TABLE "partners" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_partners" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "For" TEXT NULL,
    "Topics" TEXT NOT NULL,
    "Compounds" TEXT NOT NULL,
    "Phone" TEXT NULL,
    "Contact" TEXT NULL,
    "Position" INTEGER NOT NULL
);
