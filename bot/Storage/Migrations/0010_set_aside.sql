CREATE INDEX "IX_messages_aside" ON "messages" ("Seq") WHERE "State" = 3;
