using Bot.Grids;

namespace Bot.Answers;

/// <summary>Who is asked, and by when: pure.</summary>
internal static class HandOffOpening
{
    public static HandOff Open(int number, NewQuestion question, CommunityDirectory directory, AnswerHours hours, DateTimeOffset now) => new()
    {
        Number = number,
        Matter = number,
        Question = question.Question,
        Asker = question.Asker,
        Group = question.Group,
        Channel = question.Channel,
        Conversation = question.Conversation,
        MessageId = question.MessageId,
        Owner = (question.WantsPerson ? NeighbourOf(directory, question.Group) : null) ?? OwnerOf(directory, question.Group),
        AskedAt = now,
        DueAt = hours.Due(now),
    };

    private static string? NeighbourOf(CommunityDirectory directory, string group) =>
        (directory.LeadOf(group) ?? directory.BackupOf(group) ?? directory.MembersOf(group).FirstOrDefault(person => person.Role == PersonRoles.Grid))?.Name;

    private static string? OwnerOf(CommunityDirectory directory, string group) =>
        (directory.MembersOf(group).FirstOrDefault(person => person.Role == PersonRoles.Staff)
            ?? directory.People.FirstOrDefault(person => person.Role == PersonRoles.Staff)
            ?? directory.LeadOf(group))?.Name;
}
