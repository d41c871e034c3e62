using System.Diagnostics;

namespace Bot.Storage;

/// <summary>
/// The points between which a crash must lose and double nothing. A listener of "Bot.Steps" can stop the process
/// at any of them; nobody listens in production and then a step costs one comparison.
/// </summary>
public static class Steps
{
    public const string ListenerName = "Bot.Steps";

    /// <summary>A message is committed.</summary>
    public const string Stored = "stored";

    /// <summary>The channel has been told so.</summary>
    public const string Acknowledged = "acknowledged";

    /// <summary>A burst is decided, nothing of it written.</summary>
    public const string Triaged = "triaged";

    /// <summary>Rows of a ticket are written, not committed.</summary>
    public const string TicketSaved = "ticket-saved";

    /// <summary>An outbox row is written, not committed.</summary>
    public const string ReplyQueued = "reply-queued";

    /// <summary>The outbox rows of a notice are written, not committed.</summary>
    public const string NoticeEnqueued = "notice-enqueued";

    /// <summary>They are committed.</summary>
    public const string NoticeStored = "notice-stored";

    /// <summary>It is about to be handed to the channel.</summary>
    public const string Sending = "sending";

    /// <summary>The channel took it, the row does not say so yet.</summary>
    public const string Sent = "sent";

    /// <summary>The row says that it was sent.</summary>
    public const string Marked = "marked";

    private static readonly DiagnosticListener Listener = new(ListenerName);

    /// <summary>Whether anyone listens.</summary>
    public static bool Watched => Listener.IsEnabled();

    /// <param name="step">One of these.</param>
    /// <param name="channel">Whose, where several reach it.</param>
    public static void Reached(string step, string? channel = null)
    {
        if (Listener.IsEnabled())
        {
            Listener.Write(step, channel);
        }
    }

    /// <summary>Reaches <paramref name="step"/> when the answer to a request has gone out.</summary>
    public static void ReachedOnAnswer(HttpResponse response, string step)
    {
        if (Watched)
        {
            response.OnCompleted(() =>
            {
                Reached(step);
                return Task.CompletedTask;
            });
        }
    }

    /// <summary>Reaches <paramref name="step"/> when what <paramref name="db"/> tracks is written.</summary>
    public static void ReachedOnSave(BotDbContext db, string step)
    {
        if (Watched)
        {
            db.SavedChanges += (_, _) => Reached(step);
        }
    }
}
