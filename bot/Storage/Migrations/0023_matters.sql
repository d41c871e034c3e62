ALTER TABLE "hand_offs" ADD "Matter" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "hand_offs" ADD "KeptAs" TEXT NULL;

UPDATE "hand_offs" SET "Matter" = "Number";

CREATE INDEX "IX_hand_offs_Matter" ON "hand_offs" ("Matter");
