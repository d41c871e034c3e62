ALTER TABLE "knowledge_documents" ADD "RemovedFrom" INTEGER NULL;
