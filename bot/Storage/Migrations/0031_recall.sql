ALTER TABLE "ticket_reports" ADD "RecalledAt" INTEGER NULL;
