using System.ComponentModel;

namespace Bot.Channels.Http;

/// <summary>The activity need not be sent again.</summary>
internal sealed record Receipt(
    [property: Description("accepted: stored, no crash can lose it. duplicate: stored before. conflict: another message stands under this id. " +
        "ignored: nothing to store. malformed: without type, id, sender or conversation.")]
    string Outcome);

/// <summary>Nothing was stored.</summary>
internal sealed record Refusal(
    [property: Description("signature, timestamp, nonce (seen before), json, size, or storage (send it again).")] string Error);
