-- What was asked is found by its message, so that taking words back costs the same however much was asked.
CREATE INDEX "IX_asked_questions_Channel_Conversation_MessageId" ON "asked_questions" ("Channel", "Conversation", "MessageId");
CREATE INDEX "IX_hand_offs_Channel_Conversation" ON "hand_offs" ("Channel", "Conversation");
