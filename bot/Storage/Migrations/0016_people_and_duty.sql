-- How to reach and recognise a person, who is on duty, and how people sign in.

ALTER TABLE "people" ADD "Phone" TEXT NULL;
ALTER TABLE "people" ADD "Account" TEXT NULL;
ALTER TABLE "sign_in_links" ADD "Purpose" TEXT NOT NULL DEFAULT 'SignIn';

CREATE TABLE "duty_shifts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_duty_shifts" PRIMARY KEY,
    "Grid" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "Days" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "To" TEXT NOT NULL
);

CREATE TABLE "duty_changes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_duty_changes" PRIMARY KEY,
    "Grid" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "From" INTEGER NOT NULL,
    "Until" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "By" TEXT NULL
);

CREATE TABLE "sign_in_sessions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_sign_in_sessions" PRIMARY KEY AUTOINCREMENT,
    "Person" TEXT NOT NULL,
    "Way" TEXT NOT NULL,
    "Link" INTEGER NULL,
    "StartedAt" INTEGER NOT NULL,
    "SeenAt" INTEGER NOT NULL,
    "EndedAt" INTEGER NULL
);

CREATE TABLE "sign_in_passwords" (
    "Person" TEXT NOT NULL CONSTRAINT "PK_sign_in_passwords" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);

CREATE INDEX "IX_sign_in_sessions_Person" ON "sign_in_sessions" ("Person");
