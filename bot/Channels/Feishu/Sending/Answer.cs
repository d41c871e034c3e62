using System.Text.Json;
using Bot.Messaging.Activities;

namespace Bot.Channels.Feishu.Sending;

internal enum AnswerKind
{
    Answered,

    /// <summary>It surely did not go out.</summary>
    NotSent,

    /// <summary>It went out, and no answer came that can be read.</summary>
    Lost,
}

/// <summary>What the vendor answered.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Code">The vendor's own: 0 for done, -1 where it said none.</param>
/// <param name="Body">Undefined where there is none.</param>
/// <param name="After">How long it asks to wait.</param>
internal sealed record Answer(AnswerKind Kind, int Status = 0, long Code = -1, JsonElement Body = default, TimeSpan? After = null)
{
    public static readonly Answer NotSent = new(AnswerKind.NotSent);
    public static readonly Answer Lost = new(AnswerKind.Lost);

    public bool IsDone => Kind == AnswerKind.Answered && Code == 0;

    /// <summary>A text below "data".</summary>
    public string? Text(params ReadOnlySpan<string> path) => Body.At("data").Text(path);
}
