CREATE INDEX "IX_tickets_State_Urgency_DueAt" ON "tickets" ("State", "Urgency", "DueAt");
CREATE INDEX "IX_tickets_OpenedAt" ON "tickets" ("OpenedAt");
CREATE INDEX "IX_tickets_ResolvedAt" ON "tickets" ("ResolvedAt") WHERE "ResolvedAt" IS NOT NULL;
CREATE INDEX "IX_tickets_RecurrenceOf" ON "tickets" ("RecurrenceOf") WHERE "RecurrenceOf" IS NOT NULL;
CREATE INDEX "IX_tickets_Group_DispatchedAt" ON "tickets" ("Group", "DispatchedAt");
