DROP INDEX "IX_messages_undecided";
CREATE INDEX "IX_messages_undecided" ON "messages" ("State", "Seq") WHERE "State" = 0 AND "Record" IS NULL;
CREATE INDEX "IX_messages_waiting" ON "messages" ("Seq") WHERE "State" = 0 AND "Record" IS NOT NULL;
