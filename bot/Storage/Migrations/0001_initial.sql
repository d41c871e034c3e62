CREATE TABLE "alerts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_alerts" PRIMARY KEY,
    "Ticket" INTEGER NOT NULL,
    "Group" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "RaisedAt" INTEGER NOT NULL,
    "Rounds" INTEGER NOT NULL,
    "Recipients" TEXT NOT NULL,
    "LastSentAt" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "AcknowledgedBy" TEXT NULL,
    "AcknowledgedAt" INTEGER NULL
);


CREATE TABLE "buildings" (
    "Name" TEXT NOT NULL,
    "Compound" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_buildings" PRIMARY KEY ("Compound", "Name")
);


CREATE TABLE "communities" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_communities" PRIMARY KEY,
    "Name" TEXT NULL,
    "BotNames" TEXT NOT NULL,
    "IsSample" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);


CREATE TABLE "compounds" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_compounds" PRIMARY KEY,
    "Alias" TEXT NOT NULL,
    "Style" TEXT NOT NULL,
    "Position" INTEGER NOT NULL
);


CREATE TABLE "corrections" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_corrections" PRIMARY KEY AUTOINCREMENT,
    "Ticket" INTEGER NOT NULL,
    "Group" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Before" TEXT NOT NULL,
    "After" TEXT NOT NULL,
    "SameAs" INTEGER NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);


CREATE TABLE "decisions" (
    "MessageSeq" INTEGER NOT NULL CONSTRAINT "PK_decisions" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Intent" TEXT NOT NULL,
    "Category" TEXT NULL,
    "Topic" TEXT NULL,
    "Urgency" TEXT NULL,
    "Location" TEXT NULL,
    "Ticket" INTEGER NULL,
    "Opened" INTEGER NOT NULL,
    "Reply" TEXT NULL,
    "Confidence" REAL NOT NULL,
    "Reason" TEXT NOT NULL,
    "Engine" TEXT NOT NULL,
    "DecidedAt" INTEGER NOT NULL,
    "NeedsReview" INTEGER NOT NULL,
    "ReviewedBy" TEXT NULL,
    "ReviewedAt" INTEGER NULL
);


CREATE TABLE "grids" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_grids" PRIMARY KEY,
    "Groups" TEXT NOT NULL,
    "Lead" TEXT NULL,
    "Backup" TEXT NULL,
    "Position" INTEGER NOT NULL
);


CREATE TABLE "group_chats" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_group_chats" PRIMARY KEY,
    "Compound" TEXT NULL,
    "Position" INTEGER NOT NULL
);


CREATE TABLE "hand_offs" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_hand_offs" PRIMARY KEY,
    "Question" TEXT NOT NULL,
    "Asker" TEXT NOT NULL,
    "Group" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "AskedAt" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Answer" TEXT NULL,
    "Reason" TEXT NULL,
    "AnsweredBy" TEXT NULL,
    "AnsweredAt" INTEGER NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "message_corrections" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_message_corrections" PRIMARY KEY AUTOINCREMENT,
    "MessageSeq" INTEGER NOT NULL,
    "Group" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Before" TEXT NOT NULL,
    "After" TEXT NOT NULL,
    "Category" TEXT NULL,
    "Topic" TEXT NULL,
    "Urgency" TEXT NULL,
    "Location" TEXT NULL,
    "By" TEXT NOT NULL,
    "At" INTEGER NOT NULL
);


CREATE TABLE "messages" (
    "Seq" INTEGER NOT NULL CONSTRAINT "PK_messages" PRIMARY KEY AUTOINCREMENT,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Images" TEXT NOT NULL,
    "Time" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "Conflicts" INTEGER NOT NULL
);


CREATE TABLE "outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY AUTOINCREMENT,
    "Key" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "ReplyTo" TEXT NULL,
    "Ticket" INTEGER NULL,
    "State" INTEGER NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "NextAttemptAt" INTEGER NOT NULL,
    "SentAt" INTEGER NULL,
    "Error" TEXT NULL
);


CREATE TABLE "people" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_people" PRIMARY KEY,
    "Role" TEXT NOT NULL,
    "Title" TEXT NULL,
    "Groups" TEXT NOT NULL,
    "Position" INTEGER NOT NULL
);


CREATE TABLE "sign_in_links" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_sign_in_links" PRIMARY KEY AUTOINCREMENT,
    "TokenHash" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "UsedAt" INTEGER NULL,
    "EndedAt" INTEGER NULL
);


CREATE TABLE "tickets" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_tickets" PRIMARY KEY,
    "State" INTEGER NOT NULL,
    "Category" INTEGER NOT NULL,
    "Topic" TEXT NOT NULL,
    "Urgency" INTEGER NOT NULL,
    "Location" TEXT NULL,
    "Matter" TEXT NOT NULL,
    "Group" TEXT NOT NULL,
    "Owner" TEXT NULL,
    "OpenedAt" INTEGER NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "PromisedAt" INTEGER NOT NULL,
    "AcceptedAt" INTEGER NULL,
    "ResolvedAt" INTEGER NULL,
    "VerifiedAt" INTEGER NULL,
    "ClosedAt" INTEGER NULL,
    "AskedAt" INTEGER NULL,
    "Thanked" INTEGER NOT NULL,
    "ClaimedBy" TEXT NULL,
    "Cause" TEXT NULL,
    "ResolvedPhoto" TEXT NULL,
    "Reason" TEXT NULL,
    "Told" INTEGER NOT NULL,
    "MergedInto" INTEGER NULL,
    "RecurrenceOf" INTEGER NULL,
    "Version" INTEGER NOT NULL
);


CREATE TABLE "ticket_events" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ticket_events" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Kind" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "Note" TEXT NULL,
    "State" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "TicketNumber" INTEGER NOT NULL,
    CONSTRAINT "FK_ticket_events_tickets_TicketNumber" FOREIGN KEY ("TicketNumber") REFERENCES "tickets" ("Number") ON DELETE CASCADE
);


CREATE TABLE "ticket_reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ticket_reports" PRIMARY KEY AUTOINCREMENT,
    "Group" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Conversation" TEXT NOT NULL,
    "MessageId" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Images" TEXT NOT NULL,
    "Time" INTEGER NOT NULL,
    "IsReport" INTEGER NOT NULL,
    "MergedFrom" INTEGER NULL,
    "TicketNumber" INTEGER NOT NULL,
    CONSTRAINT "FK_ticket_reports_tickets_TicketNumber" FOREIGN KEY ("TicketNumber") REFERENCES "tickets" ("Number") ON DELETE CASCADE
);


CREATE INDEX "IX_alerts_Ticket" ON "alerts" ("Ticket");


CREATE INDEX "IX_alerts_open" ON "alerts" ("NextAt") WHERE "AcknowledgedAt" IS NULL;


CREATE INDEX "IX_corrections_Ticket" ON "corrections" ("Ticket");


CREATE INDEX "IX_decisions_NeedsReview" ON "decisions" ("NeedsReview") WHERE NeedsReview = 1;


CREATE INDEX "IX_decisions_Ticket" ON "decisions" ("Ticket");


CREATE INDEX "IX_hand_offs_State_DueAt" ON "hand_offs" ("State", "DueAt");


CREATE INDEX "IX_message_corrections_MessageSeq" ON "message_corrections" ("MessageSeq");


CREATE UNIQUE INDEX "IX_messages_Channel_Conversation_MessageId" ON "messages" ("Channel", "Conversation", "MessageId");


CREATE INDEX "IX_messages_Conversation_Seq" ON "messages" ("Conversation", "Seq");


CREATE INDEX "IX_messages_undecided" ON "messages" ("State", "Seq") WHERE "State" = 0;


CREATE UNIQUE INDEX "IX_outbox_Key" ON "outbox" ("Key");


CREATE INDEX "IX_outbox_Ticket" ON "outbox" ("Ticket");


CREATE INDEX "IX_outbox_queued" ON "outbox" ("Channel", "Conversation", "Id") WHERE "State" = 0;


CREATE UNIQUE INDEX "IX_sign_in_links_TokenHash" ON "sign_in_links" ("TokenHash");


CREATE INDEX "IX_ticket_events_TicketNumber" ON "ticket_events" ("TicketNumber");


CREATE INDEX "IX_ticket_reports_Channel_Conversation_MessageId" ON "ticket_reports" ("Channel", "Conversation", "MessageId");


CREATE INDEX "IX_ticket_reports_TicketNumber" ON "ticket_reports" ("TicketNumber");


CREATE INDEX "IX_tickets_MergedInto" ON "tickets" ("MergedInto");


CREATE INDEX "IX_tickets_State" ON "tickets" ("State");
