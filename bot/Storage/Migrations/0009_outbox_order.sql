CREATE INDEX "IX_outbox_order" ON "outbox" ("Channel", "Id") WHERE "State" = 0;
