DROP INDEX "IX_decisions_NeedsReview";
CREATE INDEX "IX_decisions_unsure" ON "decisions" ("MessageSeq") WHERE "NeedsReview";
