ALTER TABLE "asked_questions" ADD "OtherDocument" TEXT NULL;
ALTER TABLE "asked_questions" ADD "OtherQuote" TEXT NULL;
