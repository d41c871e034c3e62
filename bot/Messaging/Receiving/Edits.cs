using System.Text.Json;
using Bot.Storage;

namespace Bot.Messaging.Receiving;

/// <summary>What an edit comes to, beside what is stored of the message.</summary>
internal enum EditSense
{
    /// <summary>Other words than those that stand.</summary>
    New,

    /// <summary>The words that stand: a preview was added, or a card drawn anew.</summary>
    Unchanged,

    /// <summary>The sender took the message back.</summary>
    TakenBack,
}

internal static class Edits
{
    /// <summary>Runs on the writer, before the new wording is stored.</summary>
    /// <param name="connection">The writer's.</param>
    /// <param name="heard">The conversation.</param>
    /// <param name="id">Of the message that was changed.</param>
    /// <param name="wording">The new one, under its own id.</param>
    public static EditSense SenseOf(WriteConnection connection, ConversationHeard heard, string id, InboundMessage wording)
    {
        List<StoredVersion> stored = ReceptionStatements.Versions(connection, heard, wording.Conversation, id);
        StoredVersion[] standing = [.. stored.Where(version => !version.IsHidden)];
        if (stored.Count > 0 && standing.Length == 0) { return EditSense.TakenBack; }
        return standing is [{ } only] && only.MessageId != wording.MessageId && only.Text == wording.Text && Count(only.Images) == (wording.Images?.Count ?? 0)
            ? EditSense.Unchanged
            : EditSense.New;
    }

    private static int Count(string images) => JsonSerializer.Deserialize<string[]>(images)?.Length ?? 0;
}
